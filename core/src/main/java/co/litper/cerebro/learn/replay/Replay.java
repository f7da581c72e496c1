package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.PolicyWorth.Assumed;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;
import co.litper.cerebro.learn.replay.PolicyWorth.Told;
import co.litper.cerebro.learners.offpolicy.Demands;
import co.litper.cerebro.learners.offpolicy.Estimator;
import co.litper.cerebro.learners.offpolicy.LoggedRounds;
import co.litper.cerebro.learners.offpolicy.OffPolicy;
import co.litper.cerebro.learners.offpolicy.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Judges policies on logged choices. Each parcel is one case, however often it was asked about, so that intervals are those of
 * independent cases; questions asked several times about a parcel are judged as the sequence that they are. A policy changes
 * the answers to one question; all others stay as logged.
 *
 * @param log the choices
 * @param demands what the log must have before it is believed
 */
public record Replay(ChoiceLog log, Demands demands) {
    private static final double NORMAL_95 = 1.96;

    /** With the library's usual demands: 100 parcels, 30 effective, 95 % support, intervals of 95 %. */
    public Replay(ChoiceLog log) {
        this(log, Demands.USUAL);
    }

    /** What a policy would have earned beyond what was really earned. */
    public PolicyWorth worth(ReplayPolicy policy, Question question) {
        return worth(policy, Policies.LOGGED, question);
    }

    /** What a policy would have earned beyond another. O(parcels × bids × width of the model). */
    public PolicyWorth worth(ReplayPolicy policy, ReplayPolicy against, Question question) {
        ChoiceLog.Slice slice = log.of(question);
        List<Episode> episodes = ours(slice.episodes(), question);
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (slice.episodes().isEmpty()) {
            missing.add(Missing.OUTCOMES);
        } else if (episodes.isEmpty()) {
            missing.add(Missing.AUTONOMY);
        }
        if (!policy.answers(question) || !against.answers(question)) {
            missing.add(Missing.ANSWER);
        }
        if (!missing.isEmpty()) {
            return unknown(policy, against, question, slice, missing);
        }
        Columns own = columns(episodes, policy);
        return new PolicyWorth(
                policy.name(),
                against.name(),
                question,
                slice.parcels(),
                slice.choices(),
                matched(own),
                effective(own),
                mean(own.returns()),
                told(own, columns(episodes, against), episodes));
    }

    /**
     * Carriers are all under one level of autonomy, which does not hang on the draw: parcels for which people chose can be
     * left out. At other questions doing nothing always goes by itself, so that the draw decides who had the say; there such
     * parcels stay, as what the log cannot show.
     */
    private static List<Episode> ours(List<Episode> episodes, Question question) {
        return question == Question.CARRIER
                ? episodes.stream().filter(Episode::acted).toList()
                : episodes;
    }

    private static Columns columns(List<Episode> episodes, ReplayPolicy policy) {
        if (policy.equals(Policies.LOGGED)) {
            return Columns.logged(episodes);
        }
        PolicyOdds odds = PolicyOdds.of(episodes, policy);
        return Columns.of(episodes, odds, new ReturnModel(episodes, odds));
    }

    private Told told(Columns own, Columns other, List<Episode> episodes) {
        Verdict value = OffPolicy.estimate(own.robust(), new Estimator.DoublyRobust(), demands);
        Verdict weighted = OffPolicy.estimate(own.plain(), new Estimator.SelfNormalised(), demands);
        Verdict beyond = gain(own, other);
        Verdict back = OffPolicy.estimate(other.robust(), new Estimator.DoublyRobust(), demands);
        if (value instanceof Verdict.Estimate v
                && weighted instanceof Verdict.Estimate w
                && beyond instanceof Verdict.Estimate b
                && back instanceof Verdict.Estimate) {
            Span gain = Span.of(b).reaching(NORMAL_95 * own.expectedError(other));
            if (gain(other, own) instanceof Verdict.Estimate reverse) {
                gain = gain.covering(Span.of(reverse).negated());
            }
            return new FromLog(Span.of(v), gain, Span.of(w));
        }
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        for (Verdict verdict : List.of(value, weighted, back)) {
            if (verdict instanceof Verdict.Refused refused) {
                refused.reasons().forEach(r -> missing.add(Missing.of(r)));
            }
        }
        if (missing.contains(Missing.SUPPORT) && !episodes.stream().allMatch(Episode::acted)) {
            missing.add(Missing.AUTONOMY);
        }
        return new Assumed(mean(own.assumed()), new ArrayList<>(missing));
    }

    private Verdict gain(Columns own, Columns other) {
        LoggedRounds difference = own.against(other);
        return OffPolicy.estimate(difference, new Estimator.DoublyRobust(), demands);
    }

    private static PolicyWorth unknown(
            ReplayPolicy policy, ReplayPolicy against, Question question, ChoiceLog.Slice slice, Set<Missing> missing) {
        double logged = mean(Columns.logged(slice.episodes()).returns());
        return new PolicyWorth(
                policy.name(),
                against.name(),
                question,
                slice.parcels(),
                slice.choices(),
                0,
                0,
                logged,
                new Assumed(Double.NaN, new ArrayList<>(missing)));
    }

    private static double matched(Columns columns) {
        return mean(columns.targets());
    }

    private static double effective(Columns columns) {
        double sum = 0;
        double squares = 0;
        for (int e = 0; e < columns.targets().length; e++) {
            double w = columns.weight(e);
            sum += w;
            squares += w * w;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }
}
