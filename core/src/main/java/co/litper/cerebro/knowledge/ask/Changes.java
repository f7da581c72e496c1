package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.learners.inference.ManyTests;
import co.litper.cerebro.learners.inference.Normal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What moves with time: trend, the unusual, what is to be expected, what changed. */
final class Changes {
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int TREND_WEEKS = 12;
    private static final int LEAST_WEEKS = 4;
    private static final int MOST_CHANGES = 4;

    private final Inquiry inquiry;
    private final List<Condition> named;
    private final Scope scope;
    private final int today;

    Changes(Inquiry inquiry, Scope all) {
        this.inquiry = inquiry;
        this.named = inquiry.named();
        this.scope = all.where(named);
        this.today = lastDay(scope);
    }

    /** The day of the newest shipment that tells the measure, so that what is not ripe is no drop. */
    private static int lastDay(Scope scope) {
        int last = 0;
        for (int row : scope.rows()) {
            last = Math.max(last, scope.table().begun(row));
        }
        return last;
    }

    private Scope days(int from, int to) {
        return scope.where(
                row -> scope.table().begun(row) >= from && scope.table().begun(row) <= to);
    }

    /** The slope of a straight line through the last twelve weeks, each shipment counting alike. */
    Answer trend() {
        Scope recent = days(today - TREND_WEEKS * WEEK + 1, today);
        if (recent.size() < WhyChain.LEAST) {
            return Analyst.tooFew(inquiry, recent.size(), WhyChain.LEAST);
        }
        Estimate slope = slope(recent);
        List<Step> steps = new ArrayList<>();
        for (int back = TREND_WEEKS / LEAST_WEEKS - 1; back >= 0; back--) {
            int to = today - back * LEAST_WEEKS * WEEK;
            int from = to - LEAST_WEEKS * WEEK + 1;
            Scope month = days(from, to);
            if (month.size() > 0) {
                steps.add(Step.of(Step.Kind.LEVEL, withPeriod(from, to), scope.measure(), month.level())
                        .with(month.examples(scope.badFrom())));
            }
        }
        double chance = chance(slope);
        Step told = Step.of(Step.Kind.SLOPE, named, scope.measure(), slope).tested(chance, Set.of());
        steps.add(told);
        Answer.Verdict verdict = chance <= 0.05 ? new Answer.Told(told) : new Answer.NoDifference(told);
        return new Answer(
                inquiry, verdict, steps, chance <= CauseSearch.LEVEL ? Answer.Sureness.HIGH : Answer.Sureness.FAIR);
    }

    private static double chance(Estimate e) {
        double deviation = (e.high() - e.low()) / (2 * Estimate.REACH);
        return deviation > 0 ? Math.min(1, 2 * Normal.below(-Math.abs(e.value()) / deviation)) : 1;
    }

    private Estimate slope(Scope recent) {
        CaseTable table = scope.table();
        int n = recent.size();
        double meanX = 0;
        double meanY = 0;
        for (int row : recent.rows()) {
            meanX += table.begun(row) / (double) WEEK / n;
            meanY += table.value(scope.measure(), row) / n;
        }
        double xx = 0;
        double xy = 0;
        for (int row : recent.rows()) {
            double x = table.begun(row) / (double) WEEK - meanX;
            xx += x * x;
            xy += x * (table.value(scope.measure(), row) - meanY);
        }
        double slope = xx == 0 ? 0 : xy / xx;
        double squares = 0;
        for (int row : recent.rows()) {
            double x = table.begun(row) / (double) WEEK - meanX;
            squares += Math.pow(table.value(scope.measure(), row) - meanY - slope * x, 2);
        }
        return Estimate.normal(slope, xx == 0 ? Double.NaN : Math.sqrt(squares / (n - 2) / xx), n);
    }

    /** The last week against the eight before, weeks varying as they did. */
    Answer unusual() {
        Scope last = days(today - WEEK + 1, today);
        List<Double> weeks = weeks(8, today - WEEK);
        if (last.size() < CauseSearch.LEAST_ROWS || weeks.size() < LEAST_WEEKS) {
            return Analyst.tooFew(inquiry, last.size(), CauseSearch.LEAST_ROWS);
        }
        Scope before = days(today - 9 * WEEK + 1, today - WEEK);
        Estimate now = last.level();
        Estimate then = before.level();
        double between = deviation(weeks);
        double own = (now.high() - now.low()) / (2 * Estimate.REACH);
        Estimate difference = Estimate.normal(
                now.value() - then.value(),
                Math.hypot(Math.max(between, own), (then.high() - then.low()) / (2 * Estimate.REACH)),
                last.size());
        double chance = chance(difference);
        Step told = Step.of(Step.Kind.DIFFERENCE, withPeriod(today - WEEK + 1, today), scope.measure(), difference)
                .against(withPeriod(today - 9 * WEEK + 1, today - WEEK))
                .tested(chance, Set.of());
        List<Step> steps = List.of(
                Step.of(Step.Kind.LEVEL, withPeriod(today - WEEK + 1, today), scope.measure(), now)
                        .with(last.examples(scope.badFrom())),
                Step.of(Step.Kind.LEVEL, withPeriod(today - 9 * WEEK + 1, today - WEEK), scope.measure(), then),
                told);
        Answer.Verdict verdict = chance <= 0.05 ? new Answer.Told(told) : new Answer.NoDifference(told);
        return new Answer(
                inquiry, verdict, steps, chance <= CauseSearch.LEVEL ? Answer.Sureness.HIGH : Answer.Sureness.FAIR);
    }

    /** The mean of the last eight weeks, as far off as weeks were from one another: an assumption that the world stays. */
    Answer forecast() {
        List<Double> weeks = weeks(8, today);
        if (weeks.size() < LEAST_WEEKS) {
            return Analyst.tooFew(inquiry, scope.size(), WhyChain.LEAST);
        }
        Scope recent = days(today - 8 * WEEK + 1, today);
        double spread = deviation(weeks) * Math.sqrt(1 + 1.0 / weeks.size());
        Estimate level = recent.level();
        Estimate next = Estimate.normal(level.value(), spread, recent.size());
        Estimate bounded = scope.measure().isShare()
                ? new Estimate(next.value(), Math.max(0, next.low()), Math.min(1, next.high()), next.n())
                : next;
        Step told = Step.of(Step.Kind.EXPECTED, named, scope.measure(), bounded);
        return new Answer(
                inquiry,
                new Answer.Told(told),
                List.of(
                        Step.of(Step.Kind.LEVEL, withPeriod(today - 8 * WEEK + 1, today), scope.measure(), level),
                        told),
                Answer.Sureness.FAIR);
    }

    private List<Double> weeks(int count, int until) {
        List<Double> levels = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--) {
            int to = until - back * WEEK;
            Scope week = days(to - WEEK + 1, to);
            if (week.size() >= 10) {
                levels.add(week.level().value());
            }
        }
        return levels;
    }

    private static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    /** Which levels changed most from the thirty days before to the last thirty, corrected for how many were looked at. */
    Answer changed() {
        Scope now = days(today - MONTH + 1, today);
        Scope then = days(today - 2 * MONTH + 1, today - MONTH);
        if (Math.min(now.size(), then.size()) < WhyChain.LEAST) {
            return Analyst.tooFew(inquiry, Math.min(now.size(), then.size()), WhyChain.LEAST);
        }
        List<Step> changes = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            boolean own = named.stream().anyMatch(c -> CauseSearch.overlaps(c.factor(), factor));
            if (factor.isGiven() && !own) {
                scope.table().levels(factor).forEach(level -> change(new Condition(factor, level), now, then, changes));
            }
        }
        Step whole = difference(named, now, then);
        List<Step> steps = new ArrayList<>(List.of(
                Step.of(
                        Step.Kind.LEVEL,
                        withPeriod(today - 2 * MONTH + 1, today - MONTH),
                        scope.measure(),
                        then.level()),
                Step.of(Step.Kind.LEVEL, withPeriod(today - MONTH + 1, today), scope.measure(), now.level()),
                whole));
        List<Step> real = corrected(changes);
        steps.addAll(real);
        Step main = real.isEmpty() ? whole : real.getFirst();
        boolean told = main.p() <= 0.05;
        return new Answer(
                inquiry,
                told ? new Answer.Told(main) : new Answer.NoDifference(whole),
                steps,
                main.p() <= 0.001 ? Answer.Sureness.HIGH : Answer.Sureness.FAIR);
    }

    private void change(Condition condition, Scope now, Scope then, List<Step> changes) {
        Scope here = now.where(List.of(condition));
        Scope before = then.where(List.of(condition));
        if (Math.min(here.size(), before.size()) >= CauseSearch.LEAST_ROWS) {
            List<Condition> joined = new ArrayList<>(named);
            joined.add(condition);
            changes.add(difference(joined, here, before).with(here.examples(scope.badFrom())));
        }
    }

    private Step difference(List<Condition> of, Scope now, Scope then) {
        Estimate a = now.level();
        Estimate b = then.level();
        Estimate difference = scope.measure().isShare()
                ? Estimate.difference(a, b)
                : Estimate.normal(
                        a.value() - b.value(),
                        Math.hypot(a.high() - a.low(), b.high() - b.low()) / (2 * Estimate.REACH),
                        a.n() + b.n());
        return Step.of(Step.Kind.DIFFERENCE, of, scope.measure(), difference)
                .against(withPeriod(today - 2 * MONTH + 1, today - MONTH))
                .tested(chance(difference), Set.of());
    }

    private static List<Step> corrected(List<Step> changes) {
        double[] chances = changes.stream().mapToDouble(Step::p).toArray();
        double[] corrected = chances.length == 0 ? chances : ManyTests.benjaminiHochberg(chances);
        List<Step> real = new ArrayList<>();
        for (int i = 0; i < corrected.length; i++) {
            if (corrected[i] <= 0.05) {
                real.add(changes.get(i).tested(corrected[i], Set.of()));
            }
        }
        real.sort(Comparator.comparingDouble(Step::p));
        return real.subList(0, Math.min(MOST_CHANGES, real.size()));
    }

    private List<Condition> withPeriod(int from, int to) {
        List<Condition> joined = new ArrayList<>(named);
        joined.add(Periods.of(from, to));
        return joined;
    }
}
