package co.litper.cerebro.knowledge.ask;

import java.util.List;

/**
 * What the data say to a question.
 *
 * @param inquiry the question as understood
 * @param verdict the answer in short
 * @param steps how it was reached, in order
 * @param sureness how sure
 */
public record Answer(Inquiry inquiry, Verdict verdict, List<Step> steps, Sureness sureness) {
    public Answer {
        steps = List.copyOf(steps);
    }

    /** How sure an answer is. */
    public enum Sureness {
        /** Many shipments, and far beyond what luck makes. */
        HIGH,
        /** Beyond luck, but few shipments, a small part, or something that goes with it. */
        FAIR,
        /** Could be luck, or cannot be told from what goes with it. */
        LOW
    }

    /** The answer in short. */
    public sealed interface Verdict {}

    /** These are the causes, the strongest first; at least one. */
    public record Causes(List<Step> causes) implements Verdict {
        public Causes {
            causes = List.copyOf(causes);
        }
    }

    /** It is no different from the rest beyond what luck makes. */
    public record NoDifference(Step held) implements Verdict {}

    /**
     * The question takes it for worse than the rest, and it is not: its difference is not above zero beyond luck. What goes wrong
     * within it is told beside, and explains no difference.
     *
     * @param here its level
     * @param rest the level of the rest
     * @param held its difference
     * @param within what stands out within it, the strongest first; may be empty
     */
    public record NotWorse(Step here, Step rest, Step held, List<Step> within) implements Verdict {
        public NotWorse {
            within = List.copyOf(within);
        }

        /** True if it is no worse even by the figures alone; false if it is by them, though not beyond luck. */
        public boolean isPlain() {
            return held.figure().value() <= 0;
        }
    }

    /** It is different, and nothing in the data tells why. */
    public record NoCause(Step held) implements Verdict {}

    /** The last step but what follows it says it all. */
    public record Told(Step main) implements Verdict {}

    /** The data cannot tell. */
    public record Unanswerable(Reason why, long n, long needed) implements Verdict {}

    /** Why the data cannot tell. */
    public enum Reason {
        /** The question is none of those that are understood. */
        NOT_UNDERSTOOD,
        /** Too few shipments. */
        TOO_FEW,
        /** It names nobody and nothing that the data know. */
        NOT_NAMED,
        /** It asks for people, and people are not told here. */
        PERSONAL,
        /** It asks about what no shipment tells. */
        OUT_OF_SCOPE
    }

    /** True if the data could tell. */
    public boolean isAnswered() {
        return !(verdict instanceof Unanswerable);
    }
}
