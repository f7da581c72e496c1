package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Policies to be judged, by name. */
public final class Policies {
    /** What was really done, chance and people included: what every other is held against. */
    public static final ReplayPolicy LOGGED = new PlainPolicy("logged", new PlainPolicy.Logged());

    private static final String PAUSE = "pause:";

    private static final List<ReplayPolicy> PLAIN = List.of(
            LOGGED,
            new PlainPolicy("greedy", new PlainPolicy.Greedy()),
            new PlainPolicy("random", new PlainPolicy.Any()),
            new PlainPolicy("cheapest", new PlainPolicy.Cheapest()),
            new PlainPolicy("constants", new PlainPolicy.Constants()),
            new PlainPolicy("never-notify", new PlainPolicy.Always(Question.NOTIFY, Action.NONE)),
            new PlainPolicy("always-notify", new PlainPolicy.Always(Question.NOTIFY, Action.NOTIFY_CUSTOMER)));

    private Policies() {}

    /** The names that {@link #find} knows; {@code pause:} is followed by an action. */
    public static List<String> names() {
        return Stream.concat(PLAIN.stream().map(ReplayPolicy::name), Stream.of(PAUSE + "ACTION"))
                .toList();
    }

    /** A policy that needs nothing but the receipt, or empty if none has the name. */
    public static Optional<ReplayPolicy> find(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.startsWith(PAUSE)) {
            Action action = Action.ofWire(wanted.substring(PAUSE.length()));
            return action == null || action == Action.NONE ? Optional.empty() : Optional.of(without(action));
        }
        return PLAIN.stream().filter(p -> p.name().equals(wanted)).findFirst();
    }

    /** As logged, with an action never taken. */
    public static ReplayPolicy without(Action action) {
        return new PlainPolicy(PAUSE + action.wire(), new PlainPolicy.Without(action));
    }

    /** What a snapshot would do now, exploring as the settings have it, with what each receipt knew then. */
    public static ReplayPolicy current(BrainSnapshot snapshot, Settings settings) {
        return new SnapshotPolicy(snapshot, settings);
    }

    /**
     * Draws among policies, choice by choice.
     *
     * @param shares [policies] at least 0, 1 in sum
     */
    public static ReplayPolicy mixture(String name, List<ReplayPolicy> policies, List<Double> shares) {
        return new MixedPolicy(name, policies, shares);
    }

    /** Lets a policy answer one question for real, all others being answered as usual. */
    public static Chooser chooser(ReplayPolicy policy, Question question) {
        return new PolicyChooser(policy, question);
    }
}
