package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learners.offpolicy.Demands;
import java.util.EnumSet;
import java.util.Set;

/**
 * The off-policy gate: a policy takes the place of another only if the lower end of the interval of its gain, told by the
 * log, lies above a margin. Whoever changes a policy asks here first:
 *
 * <pre>{@code
 * ChoiceLog log = ChoiceLog.read(events, new Period(from, to), EnumSet.of(Question.CARRIER));
 * switch (Gate.DEFAULT.judge(candidate, Policies.LOGGED, Question.CARRIER, log)) {
 *     case Gate.Promote yes -> canary(candidate);
 *     case Gate.Refuse no -> backlog(no.reasons());
 * }
 * }</pre>
 *
 * <p>Each question to the gate may err; who asks about the same change every week should ask for a larger margin or a longer
 * period, not again.
 *
 * @param marginCop pesos a parcel that the gain must surely exceed, at least 0
 * @param demands what the log must have before it is believed; intervals of 95 % leave 2.5 % below
 * @param mostImmature share of the period's choices that may be without outcome, 0 to 1
 */
public record Gate(double marginCop, Demands demands, double mostImmature) {
    /** Any sure gain; 200 parcels of which 60 count, 95 % support; at most a tenth of the choices without outcome. */
    public static final Gate DEFAULT = new Gate(0, new Demands(200, 60, 0.95, 20, 0.95), 0.1);

    public Gate {
        if (!(marginCop >= 0) || !(mostImmature >= 0 && mostImmature <= 1)) {
            throw new IllegalArgumentException(
                    "marginCop must be at least 0 and mostImmature 0 to 1, are " + marginCop + " and " + mostImmature);
        }
    }

    /** Yes or no. */
    public sealed interface Ruling {
        /** What the log says, as far as it says anything. */
        PolicyWorth worth();
    }

    /**
     * The candidate may take over.
     *
     * @param gain pesos a parcel beyond the incumbent; its lower end is above the margin
     */
    public record Promote(PolicyWorth worth, Span gain) implements Ruling {}

    /**
     * It may not.
     *
     * @param reasons all of them, at least one
     * @param missing what the log lacks, if that is why
     */
    public record Refuse(PolicyWorth worth, Set<Reason> reasons, Set<Missing> missing) implements Ruling {
        public Refuse {
            reasons = Set.copyOf(reasons);
            missing = Set.copyOf(missing);
        }
    }

    /** Why a policy may not take over. */
    public enum Reason {
        /** The log cannot tell. */
        LOG_CANNOT_TELL,
        /** Too much of the period is without outcome. */
        IMMATURE,
        /** The lower end of the gain is not above the margin. */
        NOT_SURELY_BETTER
    }

    /** The same gate with another margin, pesos a parcel. */
    public Gate withMargin(double cop) {
        return new Gate(cop, demands, mostImmature);
    }

    /** Judges a candidate against the incumbent on the choices of a period. */
    public Ruling judge(ReplayPolicy candidate, ReplayPolicy incumbent, Question question, ChoiceLog log) {
        PolicyWorth worth = new Replay(log, demands).worth(candidate, incumbent, question);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (log.of(question).immatureShare() > mostImmature) {
            reasons.add(Reason.IMMATURE);
            missing.add(Missing.MATURITY);
        }
        switch (worth.told()) {
            case PolicyWorth.FromLog told -> {
                if (reasons.isEmpty() && told.gain().low() > marginCop) {
                    return new Promote(worth, told.gain());
                }
                if (!(told.gain().low() > marginCop)) {
                    reasons.add(Reason.NOT_SURELY_BETTER);
                }
            }
            case PolicyWorth.Assumed assumed -> {
                reasons.add(Reason.LOG_CANNOT_TELL);
                missing.addAll(assumed.missing());
            }
        }
        return new Refuse(worth, reasons, missing);
    }
}
