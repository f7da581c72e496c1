package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import java.util.List;
import java.util.Set;

/**
 * One step of a chain of reasoning.
 *
 * @param kind what it shows
 * @param subject the shipments that it is about; empty for all
 * @param against those it is held against; empty for all others
 * @param measure what is counted
 * @param figure the figure, and how far it may be off
 * @param p the chance of as much by luck alone, corrected for how many were looked at; NaN where nothing is tested
 * @param controlled factors that were held equal
 * @param share of the subject's excess that it makes up, 0 to 1; NaN where there is none
 * @param guides a few shipments to look at
 */
public record Step(
        Kind kind,
        List<Condition> subject,
        List<Condition> against,
        Measure measure,
        Estimate figure,
        double p,
        Set<Factor> controlled,
        double share,
        List<String> guides) {

    /** What a step shows. */
    public enum Kind {
        /** A figure of the subject. */
        LEVEL,
        /** How many shipments. */
        COUNT,
        /** The subject less what it is held against. */
        DIFFERENCE,
        /** The same with factors held equal. */
        ADJUSTED,
        /** A cause: with it, all else equal, so much more. */
        CAUSE,
        /** With it, all else equal, so much more; but the rest has it as well, or it is small, and it explains little. */
        MINOR,
        /** How it comes about: so much more of this novedad. */
        MECHANISM,
        /** It looked like a cause, until what goes with it was held equal. */
        CLEARED,
        /** What is left when every cause found is taken out. */
        REST,
        /** One place in an order, the best or the worst first, as asked. */
        RANK,
        /** Change a week. */
        SLOPE,
        /** What would have been, if the level against were the subject's: an assumption. */
        ASSUMED,
        /** What is to be expected next. */
        EXPECTED,
        /** A shipment like the one asked about. */
        ALIKE,
        /** What an answer to a novedad came to. */
        ANSWERED
    }

    public Step {
        subject = List.copyOf(subject);
        against = List.copyOf(against);
        controlled = Set.copyOf(controlled);
        guides = List.copyOf(guides);
    }

    static Step of(Kind kind, List<Condition> subject, Measure measure, Estimate figure) {
        return new Step(kind, subject, List.of(), measure, figure, Double.NaN, Set.of(), Double.NaN, List.of());
    }

    Step against(List<Condition> others) {
        return new Step(kind, subject, others, measure, figure, p, controlled, share, guides);
    }

    Step tested(double chance, Set<Factor> heldEqual) {
        return new Step(kind, subject, against, measure, figure, chance, heldEqual, share, guides);
    }

    Step sharing(double part) {
        return new Step(kind, subject, against, measure, figure, p, controlled, part, guides);
    }

    Step with(List<String> examples) {
        return new Step(kind, subject, against, measure, figure, p, controlled, share, examples);
    }
}
