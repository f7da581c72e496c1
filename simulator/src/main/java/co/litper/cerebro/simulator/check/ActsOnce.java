package co.litper.cerebro.simulator.check;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.vocabulary.Action;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * Nothing is done twice: no action for one parcel by one decision, no second carrier for an order, no second answer to the
 * carrier about one novedad.
 */
final class ActsOnce extends Checker {
    private final LongUnaryOperator decisionOf;
    private final SubjectsOfGuides subjects = new SubjectsOfGuides();
    private final Set<String> events = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> carriers = new HashSet<>();
    private final Map<String, Integer> issues = new HashMap<>();
    private final Set<String> answers = new HashSet<>();

    /** @param decisionOf tells an effect's decision by its id */
    ActsOnce(LongUnaryOperator decisionOf) {
        this.decisionOf = decisionOf;
    }

    static ActsOnce ofProduct() {
        return new ActsOnce(PlannedEffect::decisionOf);
    }

    @Override
    void told(Envelope e) {
        subjects.told(e);
        if (e.event() instanceof IssueReported issue && events.add(e.source() + " " + e.id())) {
            issues.merge(subjects.ofGuide(issue.guideNumber()), 1, Integer::sum);
        }
    }

    @Override
    void acted(Instant now, Dispatch effect, Channel.Result result) {
        if (result != Channel.Result.DONE) {
            return;
        }
        long decision = decisionOf.applyAsLong(effect.effectId());
        if (!done.add(effect.subject() + " " + effect.action() + " " + decision)) {
            violated(effect.subject(), now, effect.action() + " twice by decision " + decision);
        }
        if (effect.action() == Action.CHOOSE_CARRIER && !carriers.add(effect.subject())) {
            violated(effect.subject(), now, "a second carrier, " + effect.target());
        }
        int issue = issues.getOrDefault(effect.subject(), 0);
        if (isAnswer(effect.action()) && !answers.add(effect.subject() + "#" + issue)) {
            violated(effect.subject(), now, "a second answer about novedad " + issue + ", " + effect.action());
        }
    }

    private static boolean isAnswer(Action action) {
        return action == Action.REDELIVER || action == Action.HOLD_IN_OFFICE || action == Action.RETURN_TO_SENDER;
    }
}
