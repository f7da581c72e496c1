package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.Collections;
import java.util.SortedMap;

/**
 * A truth that has nothing to say, instead of refusing, of what is no longer so: through a late feed a player may ask about
 * a novedad that was answered meanwhile.
 */
record QuietTruth(Truth truth) implements Truth {
    @Override
    public SortedMap<Carrier, Double> carriers(String orderId) {
        try {
            return truth.carriers(orderId);
        } catch (IllegalArgumentException over) {
            return Collections.emptySortedMap();
        }
    }

    @Override
    public SortedMap<Action, Double> answers(String guideNumber) {
        try {
            return truth.answers(guideNumber);
        } catch (IllegalArgumentException over) {
            return Collections.emptySortedMap();
        }
    }

    @Override
    public double telling(String guideNumber) {
        try {
            return truth.telling(guideNumber);
        } catch (IllegalArgumentException over) {
            return 0;
        }
    }
}
