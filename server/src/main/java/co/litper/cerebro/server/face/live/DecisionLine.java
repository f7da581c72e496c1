package co.litper.cerebro.server.face.live;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision as one line of a list, in a reader's language.
 *
 * @param label by which it is found
 * @param at when, in Bogotá
 * @param parcel the guide or the order; may be empty
 * @param chosen what was decided, in words
 * @param delay the probability of delay that was foreseen
 * @param observed true if nothing leaves
 */
public record DecisionLine(String label, String at, String parcel, String chosen, String delay, boolean observed) {

    /** The line of a decision. */
    public static DecisionLine of(Decision d, StateView view, Texts texts) {
        String parcel = view.state()
                .home(d.key())
                .map(Home::parcel)
                .map(p -> p.guideNumber().isEmpty() ? p.orderId() : p.guideNumber())
                .orElse("");
        return new DecisionLine(
                Decision.label(d.id()),
                Figures.dayTime(Instant.ofEpochMilli(d.atMs()), texts.language()),
                parcel,
                chosen(d, texts),
                Figures.percent(d.forecast().delay()),
                d.observed());
    }

    private static String chosen(Decision d, Texts texts) {
        List<String> told = new ArrayList<>();
        for (Choice choice : d.choices()) {
            Bid winner = choice.winner();
            if (winner.action() == Action.CHOOSE_CARRIER && !winner.target().isEmpty()) {
                told.add(texts.action(winner.action()) + ": " + texts.carrier(new Carrier(winner.target())));
            } else if (winner.action() != Action.NONE) {
                told.add(texts.action(winner.action()));
            }
        }
        return told.isEmpty() ? texts.action(Action.NONE) : String.join(" · ", told);
    }
}
