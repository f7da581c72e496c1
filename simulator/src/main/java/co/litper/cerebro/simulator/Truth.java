package co.litper.cerebro.simulator;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.SortedMap;

/**
 * What choices are really worth, in expected pesos of the parcel, by the hidden state of the world. For the oracle and the
 * judge only; a test holds that no other player can reach it. Asking changes nothing.
 */
public interface Truth {
    /**
     * Worth of giving an order to each carrier that serves its city, everything after that played well. Congestion is that
     * of the moment.
     *
     * @param orderId an order for which no guide was made yet
     */
    SortedMap<Carrier, Double> carriers(String orderId);

    /**
     * Worth of each answer to an open novedad, everything after it played well; {@code NONE} is waiting.
     *
     * @param guideNumber a guide with an open novedad
     */
    SortedMap<Action, Double> answers(String guideNumber);

    /** What telling the customer now adds, the message's cost taken off. */
    double telling(String guideNumber);
}
