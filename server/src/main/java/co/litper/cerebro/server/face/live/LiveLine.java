package co.litper.cerebro.server.face.live;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.read.DecisionLine;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A decision as one line of a list, in a reader's language.
 *
 * @param label by which it is found
 * @param at when, in Bogotá
 * @param parcel the guide or the order; may be empty
 * @param carrier that had the shipment then; a dash if none
 * @param chosen what was decided, in words
 * @param delay the probability of delay that was foreseen
 * @param outcome what came of it; empty while that is open
 * @param observed true if nothing leaves
 */
public record LiveLine(
        String label,
        String at,
        String parcel,
        String carrier,
        String chosen,
        String delay,
        String outcome,
        boolean observed) {

    /** The line of a decision. */
    public static LiveLine of(DecisionLine d, Texts texts) {
        String chosen = d.actions().stream()
                .filter(action -> action != Action.NONE)
                .map(texts::action)
                .collect(Collectors.joining(" · "));
        return new LiveLine(
                Decision.label(d.id()),
                Figures.dayTime(Instant.ofEpochMilli(d.atMs()), texts.language()),
                d.guide().isEmpty() ? d.order() : d.guide(),
                d.carrier().equals(Carrier.UNKNOWN) ? "–" : texts.carrier(d.carrier()),
                chosen.isEmpty() ? texts.action(Action.NONE) : chosen,
                Figures.percent(d.delay()),
                d.outcome().map(texts::outcome).orElse(""),
                d.observed());
    }
}
