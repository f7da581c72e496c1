package co.litper.cerebro.server.replay;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.Replay;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import java.util.List;
import java.util.Set;

/**
 * A period as another policy would have lived it.
 *
 * @param log the choices
 * @param policy the name of the policy
 * @param against the name of what it is held against
 * @param worths one for each question that was looked at, in their order
 */
public record Replayed(ChoiceLog log, String policy, String against, List<PolicyWorth> worths) {
    public Replayed {
        worths = List.copyOf(worths);
    }

    /** Judges {@code policy} on those of {@code questions} that the log holds. */
    public static Replayed of(ChoiceLog log, ReplayPolicy policy, ReplayPolicy against, Set<Question> questions) {
        Replay replay = new Replay(log);
        List<PolicyWorth> worths = questions.stream()
                .sorted()
                .map(question -> replay.worth(policy, against, question))
                .toList();
        return new Replayed(log, policy.name(), against.name(), worths);
    }

    /** True if no choice of the period has an outcome. */
    public boolean isEmpty() {
        return worths.stream().allMatch(w -> w.parcels() == 0);
    }
}
