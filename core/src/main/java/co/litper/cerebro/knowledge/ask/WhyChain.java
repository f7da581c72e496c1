package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.learners.inference.ManyTests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Answers why: is the subject worse than the rest at all, what within it makes it so, what is there because more of something
 * bad goes there, by which novedades it comes about, and what remains when all of that is taken out.
 */
final class WhyChain {
    /** Fewer shipments of the subject tell nothing. */
    static final int LEAST = 60;

    /** A cause of the subject's excess makes up at least this part of it. */
    private static final double LEAST_PART = 0.15;

    /** Holding a factor equal must take away this part of the excess for it to explain it. */
    private static final double COMPOSITION = 0.3;

    private static final double SURE_CHANCE = 1e-4;
    private static final int SURE_ROWS = 150;
    private static final List<Factor> ADJUSTED =
            List.of(Factor.CARRIER, Factor.WEEKDAY, Factor.PRODUCT, Factor.PAYMENT);

    private final Inquiry inquiry;
    private final List<Condition> subject;
    private final Scope all;
    private final Scope in;
    private final Scope out;
    private final double badFrom;
    private final IntPredicate isSubject;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> causes = new ArrayList<>();
    private double excess = Double.NaN;

    WhyChain(Inquiry inquiry, List<Condition> subject, Scope all) {
        this.inquiry = inquiry;
        this.subject = subject;
        this.all = all;
        this.isSubject = Scope.fitting(all.table(), subject);
        this.in = all.where(isSubject);
        this.out = all.where(isSubject.negate());
        this.badFrom = all.badFrom();
    }

    Answer answer() {
        if (in.size() < LEAST) {
            return Analyst.tooFew(inquiry, in.size(), LEAST);
        }
        boolean alone = subject.isEmpty() || out.size() < LEAST;
        steps.add(Step.of(Step.Kind.LEVEL, subject, in.measure(), in.level()).with(in.examples(badFrom)));
        Step held = steps.getFirst();
        boolean worse = false;
        if (!alone) {
            held = compare();
            worse = excess > 0 && held.p() <= CauseSearch.LEVEL;
        }
        within(worse, alone);
        if (!alone && !worse) {
            return notWorse(held);
        }
        if (worse) {
            composition();
            mechanisms();
            rest();
        }
        return concluded(held);
    }

    private Step compare() {
        steps.add(Step.of(Step.Kind.LEVEL, List.of(), in.measure(), out.level()).against(subject));
        Stratified crude = Contrast.crude(all, badFrom, isSubject);
        excess = crude.difference().value();
        Step difference = Step.of(Step.Kind.DIFFERENCE, subject, in.measure(), crude.difference())
                .tested(crude.chance(), Set.of());
        steps.add(difference);
        List<Factor> held = free(ADJUSTED);
        Stratified adjusted = Contrast.stratified(all, badFrom, isSubject, held, List.of());
        if (Double.isFinite(adjusted.difference().value())) {
            steps.add(Step.of(Step.Kind.ADJUSTED, subject, in.measure(), adjusted.difference())
                    .tested(adjusted.chance(), Set.copyOf(held)));
        }
        return difference;
    }

    /** Factors that are not the subject's own. */
    private List<Factor> free(List<Factor> factors) {
        return factors.stream()
                .filter(f -> subject.stream().noneMatch(c -> CauseSearch.overlaps(c.factor(), f))
                        && all.table().levels(f).size() > 1)
                .toList();
    }

    private void within(boolean worse, boolean alone) {
        Set<Factor> fixed = EnumSet.noneOf(Factor.class);
        for (Factor factor : Factor.values()) {
            if (subject.stream().anyMatch(c -> CauseSearch.overlaps(c.factor(), factor))) {
                fixed.add(factor);
            }
        }
        for (CauseSearch.Finding finding : new CauseSearch(in, badFrom, fixed).run()) {
            Scope exposed = in.where(finding.parts());
            double part = part(finding, exposed, worse);
            boolean accused = finding.holds() && part >= LEAST_PART;
            Step.Kind kind = accused ? Step.Kind.CAUSE : finding.holds() ? Step.Kind.MINOR : Step.Kind.CLEARED;
            Step step = Step.of(kind, joined(finding.parts()), in.measure(), withRows(finding.effect(), exposed.size()))
                    .tested(finding.chance(), finding.controlled())
                    .sharing(worse || alone ? Math.min(1, Math.max(0, part)) : Double.NaN)
                    .with(exposed.examples(badFrom));
            steps.add(step);
            if (accused) {
                causes.add(step);
            }
        }
    }

    /** Of the excess if there is one, less what the same does to the rest; else of all that is bad in the subject. */
    private double part(CauseSearch.Finding finding, Scope exposed, boolean worse) {
        double own = (double) exposed.size() / in.size() * finding.effect().value();
        if (!worse) {
            return own * in.size() / Math.max(1, in.bad(badFrom));
        }
        IntPredicate fits = Scope.fitting(all.table(), finding.parts());
        Scope elsewhere = out.where(fits);
        double other = elsewhere.size() < CauseSearch.LEAST_ROWS
                ? 0
                : (double) elsewhere.size()
                        / out.size()
                        * Contrast.crude(out, badFrom, fits).difference().value();
        return (own - (Double.isFinite(other) ? Math.max(0, other) : 0)) / excess;
    }

    private static Estimate withRows(Estimate effect, long rows) {
        return new Estimate(effect.value(), effect.low(), effect.high(), rows);
    }

    private List<Condition> joined(List<Condition> parts) {
        List<Condition> joined = new ArrayList<>(subject);
        joined.addAll(parts);
        return joined;
    }

    /** More of a level goes to the subject than elsewhere, and that level is bad elsewhere too. */
    private void composition() {
        for (Factor factor :
                free(List.of(Factor.values())).stream().filter(Factor::isGiven).toList()) {
            double left = Contrast.stratified(all, badFrom, isSubject, List.of(factor), List.of())
                    .difference()
                    .value();
            double taken = (excess - left) / excess;
            if (Double.isFinite(left) && taken >= COMPOSITION) {
                compositionOf(factor, taken);
            }
        }
    }

    private void compositionOf(Factor factor, double taken) {
        CaseTable table = all.table();
        double base = (double) out.bad(badFrom) / out.size();
        Levels here = Levels.of(in, factor, badFrom);
        Levels there = Levels.of(out, factor, badFrom);
        Step worst = null;
        double most = 0;
        for (int level = 0; level < here.size(); level++) {
            if (here.rows(level) < CauseSearch.LEAST_ROWS || there.rows(level) < CauseSearch.LEAST_ROWS) {
                continue;
            }
            double more = (double) here.rows(level) / in.size() - (double) there.rows(level) / out.size();
            double part = more * ((double) there.bad(level) / there.rows(level) - base);
            if (part <= most) {
                continue;
            }
            List<Condition> parts =
                    List.of(new Condition(factor, table.levels(factor).get(level)));
            List<Factor> held = free(ADJUSTED).stream().filter(f -> f != factor).toList();
            Stratified test = Contrast.stratified(out, badFrom, Scope.fitting(table, parts), held, List.of());
            Estimate effect = test.difference();
            if (test.chance() <= CauseSearch.LEVEL && effect.value() >= CauseSearch.LEAST_EFFECT) {
                most = part;
                worst = Step.of(Step.Kind.CAUSE, parts, in.measure(), withRows(effect, here.rows(level)))
                        .tested(test.chance(), Set.copyOf(held))
                        .sharing(Math.min(1, taken))
                        .with(in.where(parts).examples(badFrom));
            }
        }
        if (worst != null && !isNamed(worst.subject().getFirst())) {
            steps.add(worst);
            causes.add(worst);
        }
    }

    private boolean isNamed(Condition condition) {
        return causes.stream().anyMatch(step -> step.subject().contains(condition));
    }

    /** Novedades that the subject meets more often, and how much of the excess goes through them. */
    private void mechanisms() {
        CaseTable table = all.table();
        List<Step> found = new ArrayList<>();
        List<String> levels = table.levels(Factor.ISSUE);
        double[] chances = new double[levels.size()];
        List<Estimate> differences = new ArrayList<>();
        Levels here = Levels.of(in, Factor.ISSUE, badFrom);
        Levels there = Levels.of(out, Factor.ISSUE, badFrom);
        for (int i = 0; i < levels.size(); i++) {
            Stratified test = new Stratified();
            test.add(here.rows(i), in.size(), there.rows(i), out.size());
            chances[i] = test.chance();
            differences.add(Estimate.difference(
                    Estimate.share(here.rows(i), in.size()), Estimate.share(there.rows(i), out.size())));
        }
        double[] corrected = chances.length == 0 ? chances : ManyTests.benjaminiHochberg(chances);
        for (int i = 0; i < levels.size(); i++) {
            List<Condition> parts = List.of(new Condition(Factor.ISSUE, levels.get(i)));
            Stratified harm = Contrast.crude(in, badFrom, Scope.fitting(table, parts));
            double part = differences.get(i).value() * harm.difference().value() / excess;
            if (corrected[i] <= CauseSearch.LEVEL && differences.get(i).value() > 0 && part >= LEAST_PART) {
                found.add(Step.of(Step.Kind.MECHANISM, joined(parts), Measure.ISSUE, differences.get(i))
                        .tested(corrected[i], Set.of())
                        .sharing(Math.min(1, part))
                        .with(in.where(parts).examples(badFrom)));
            }
        }
        found.sort(Comparator.comparingDouble(step -> -step.share()));
        steps.addAll(found);
        found.stream().limit(1).forEach(causes::add);
    }

    /** What remains of the difference among those whom no cause touches. */
    private void rest() {
        List<IntPredicate> touched = causes.stream()
                .map(step -> Scope.fitting(
                        all.table(),
                        step.subject().stream()
                                .filter(c -> !subject.contains(c))
                                .toList()))
                .toList();
        Scope untouched = all.where(row -> touched.stream().noneMatch(t -> t.test(row)));
        List<Factor> held = free(ADJUSTED);
        Stratified left = Contrast.stratified(untouched, badFrom, isSubject, held, List.of());
        double part = left.difference().value() / excess;
        if (!Double.isFinite(part) || untouched.where(isSubject).size() < CauseSearch.LEAST_ROWS) {
            return;
        }
        Step step = Step.of(Step.Kind.REST, subject, in.measure(), left.difference())
                .tested(left.chance(), Set.copyOf(held))
                .sharing(Math.min(1, Math.max(0, part)))
                .with(untouched.where(isSubject).examples(badFrom));
        steps.add(step);
        boolean large = left.difference().value() >= CauseSearch.LEAST_EFFECT && part >= 0.4;
        if (large && left.chance() <= CauseSearch.LEVEL) {
            causes.add(step);
        }
    }

    /** As sure as the interval of the difference lets one be that it is not more. */
    private Answer notWorse(Step held) {
        double most = held.figure().high();
        Answer.Sureness sureness = most <= 0
                ? Answer.Sureness.HIGH
                : most < CauseSearch.LEAST_EFFECT ? Answer.Sureness.FAIR : Answer.Sureness.LOW;
        causes.sort(Comparator.comparingDouble(step -> -step.figure().value()));
        return new Answer(inquiry, new Answer.NotWorse(steps.get(0), steps.get(1), held, causes), steps, sureness);
    }

    private Answer concluded(Step held) {
        if (causes.isEmpty()) {
            return new Answer(inquiry, new Answer.NoCause(held), steps, Answer.Sureness.FAIR);
        }
        causes.sort(Comparator.comparingDouble(step -> -step.share()));
        Step first = causes.getFirst();
        boolean sure = first.p() <= SURE_CHANCE && first.figure().n() >= SURE_ROWS && first.share() >= 0.3;
        return new Answer(
                inquiry, new Answer.Causes(causes), steps, sure ? Answer.Sureness.HIGH : Answer.Sureness.FAIR);
    }
}
