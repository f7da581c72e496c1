package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learn.improve.Course.Because;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Gate;
import co.litper.cerebro.learn.replay.Missing;
import co.litper.cerebro.learn.replay.Policies;
import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.Span;
import co.litper.cerebro.learners.inference.Normal;
import co.litper.cerebro.learners.offpolicy.Demands;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds candidates against the log by the off-policy gate. As many are looked at, the interval that must lie above nought is
 * wider the more there are (Bonferroni), so that at most one look in twenty lets a change through that does not help.
 */
record Judge(Gate gate) {
    /** The specification's: above it a change is made without people, if the gate promotes it. */
    static final double SURE = 0.8;
    /** The specification's: above it people are asked. */
    static final double LIKELY = 0.6;

    static Judge among(int candidates) {
        Demands usual = Gate.DEFAULT.demands();
        double coverage = 1 - (1 - usual.coverage()) / Math.max(1, candidates);
        return new Judge(new Gate(
                Gate.DEFAULT.marginCop(),
                new Demands(usual.rounds(), usual.effectiveSample(), usual.support(), usual.outcomes(), coverage),
                Gate.DEFAULT.mostImmature()));
    }

    /** What the questions say together, pesos a week; errors are added up, since they rest on the same parcels. */
    private static final class Sum {
        private double mean;
        private double below;
        private double above;
        private long parcels;
        private boolean told;
        private final Set<Missing> missing = EnumSet.noneOf(Missing.class);

        void add(Gate.Ruling ruling, double perWeek) {
            PolicyWorth worth = ruling.worth();
            parcels += worth.parcels();
            if (ruling instanceof Gate.Refuse no) {
                missing.addAll(no.missing());
            }
            if (worth.told() instanceof PolicyWorth.FromLog log) {
                told = true;
                Span gain = log.gain();
                mean += gain.mean() * perWeek;
                below += (gain.mean() - gain.low()) * perWeek;
                above += (gain.high() - gain.mean()) * perWeek;
            }
        }
    }

    /** What the log says of a candidate, and which course follows, brakes apart. */
    Opportunity judge(Candidate candidate, Evidence evidence, Mode mode) {
        ChoiceLog log = evidence.since(candidate.change().key());
        Sum sum = new Sum();
        for (SettingPolicy policy : candidate.policies()) {
            ChoiceLog.Slice slice = log.of(policy.question());
            if (candidate.policies().size() == 1 || !slice.episodes().isEmpty()) {
                sum.add(gate.judge(policy, Policies.LOGGED, policy.question(), log), Evidence.perWeek(slice));
            }
        }
        boolean whole = sum.told && sum.missing.isEmpty();
        double error = sum.below / Normal.reach(gate.demands().coverage());
        double confidence = whole ? confidence(sum.mean, error) : 0;
        Optional<Span> gain =
                whole ? Optional.of(new Span(sum.mean, sum.mean - sum.below, sum.mean + sum.above)) : Optional.empty();
        boolean promoted = whole && sum.mean - sum.below > gate.marginCop();
        return new Opportunity(
                candidate.change(),
                sum.parcels,
                gain,
                confidence,
                whole ? course(candidate, confidence, promoted, mode) : Course.Backlog.lacking(missing(sum)));
    }

    private static Set<Missing> missing(Sum sum) {
        return sum.missing.isEmpty() ? EnumSet.of(Missing.OUTCOMES) : sum.missing;
    }

    /** A change that changes nothing helps nobody. */
    private static double confidence(double mean, double error) {
        return error > 0 ? Normal.below(mean / error) : mean > 0 ? 1 : 0;
    }

    private static Course course(Candidate candidate, double confidence, boolean promoted, Mode mode) {
        if (confidence <= LIKELY) {
            return new Course.Backlog(Because.UNLIKELY, List.of());
        }
        if (confidence <= SURE || !promoted) {
            return new Course.Ask(Because.NOT_SURELY_BETTER);
        }
        if (!candidate.tellsAll()) {
            return new Course.Ask(Because.ONLY_PART_TOLD);
        }
        return mode == Mode.ACT ? new Course.Apply() : new Course.Ask(Because.MODE);
    }
}
