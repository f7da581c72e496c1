package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learn.replay.Missing;
import java.util.List;
import java.util.Set;

/** What happens to an opportunity. */
public sealed interface Course {
    /** It is applied without people. */
    record Apply() implements Course {}

    /** A person is asked; {@code because} it may not be applied without. */
    record Ask(Because because) implements Course {}

    /** It is worth a change, and waits. */
    record Held(Brake brake) implements Course {}

    /**
     * It is kept in mind only.
     *
     * @param because why
     * @param missing what the log lacks, if that is why
     */
    record Backlog(Because because, List<Missing> missing) implements Course {
        public Backlog {
            missing = List.copyOf(missing);
        }

        static Backlog lacking(Set<Missing> missing) {
            return new Backlog(
                    Because.LOG_CANNOT_TELL, missing.stream().sorted().toList());
        }
    }

    /** Why not at once. */
    enum Because {
        /** {@code improve.mode} has it so. */
        MODE,
        /** The lower end of the gain is not above nought. */
        NOT_SURELY_BETTER,
        /** The log shows only a part of what the change does. */
        ONLY_PART_TOLD,
        /** It helps less likely than six times in ten. */
        UNLIKELY,
        /** The log cannot tell. */
        LOG_CANNOT_TELL
    }
}
