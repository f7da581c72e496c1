package co.litper.cerebro.learn.improve;

import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.improve.Improvement.Promise;
import co.litper.cerebro.learn.improve.Improvement.Status;
import co.litper.cerebro.learn.replay.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what would do better and what became of what was changed, and makes the events that say so. Pure functions. */
public final class Improver {
    /** Who changed a setting, where nobody did. */
    public static final String BY = "cerebro/self-improvement";

    /** How long parcels get to end before their choices count: those still under way then are few. */
    public static final Duration MATURING = Measurement.MATURING;

    /** Proposals that wait for people at a time: more are not read. */
    private static final int MOST_WAITING = 3;
    /** After this long what spoke for a proposal is old. */
    private static final Duration FRESH = Duration.ofDays(28);

    private Improver() {}

    /** Looks at everything and changes nothing. */
    public static ImprovementReport report(Evidence evidence, Standing standing) {
        Mode mode = Mode.of(standing.values());
        Improvements earlier = Improvements.of(standing.values());
        List<Improvement> followUps = followUps(earlier, evidence, standing);
        List<Candidate> candidates = Candidates.of(standing.settings(), evidence.choices());
        Judge judge = Judge.among(candidates.size());
        List<Opportunity> judged = candidates.stream()
                .map(c -> judge.judge(c, evidence, mode))
                .sorted(Comparator.comparingInt(Improver::rank)
                        .thenComparing(Comparator.comparingDouble(Opportunity::gainPerWeekCop)
                                .reversed()))
                .toList();
        return new ImprovementReport(
                evidence, mode, braked(judged, earlier.with(followUps), standing, mode), followUps, earlier);
    }

    private static int rank(Opportunity o) {
        return switch (o.course()) {
            case Course.Apply() -> 0;
            case Course.Ask(Course.Because _) -> 1;
            case Course.Held(Brake _) -> 2;
            case Course.Backlog(Course.Because _, List<?> _) -> 3;
        };
    }

    private static List<Improvement> followUps(Improvements earlier, Evidence evidence, Standing standing) {
        List<Improvement> changed = new ArrayList<>();
        for (Improvement i : earlier.all()) {
            Improvement next = switch (i.status()) {
                case WAITING -> waited(i, standing);
                case APPLIED -> measured(i, evidence, standing);
                case KEPT, UNTOLD -> stands(i, standing) ? i : superseded(i, standing);
                case REJECTED, EXPIRED, REVERTED, SUPERSEDED -> i;
            };
            if (next != i) {
                changed.add(next);
            }
        }
        return changed;
    }

    private static boolean stands(Improvement i, Standing standing) {
        return standing.holds(i.change().key(), i.change().to());
    }

    private static Improvement superseded(Improvement i, Standing standing) {
        return i.now(Status.SUPERSEDED, standing.now());
    }

    private static Improvement waited(Improvement i, Standing standing) {
        if (!standing.holds(i.change().key(), i.change().from())) {
            return superseded(i, standing);
        }
        boolean old = i.since().plus(FRESH).isBefore(standing.now());
        return old ? i.now(Status.EXPIRED, standing.now()) : i;
    }

    private static Improvement measured(Improvement i, Evidence evidence, Standing standing) {
        if (!stands(i, standing)) {
            return superseded(i, standing);
        }
        return switch (Measurement.of(i, evidence, standing.settings().economics(), standing.now())) {
            case Measurement.Early() -> i;
            case Measurement.Untold() -> i.now(Status.UNTOLD, standing.now());
            case Measurement.Told(Measured m) -> {
                boolean takeBack = m.isHarm() && !standing.isFixed(i.change().key());
                yield i.with(m).now(takeBack ? Status.REVERTED : Status.KEPT, standing.now());
            }
        };
    }

    /** Lets at most one change through, and as many questions as people will read, one a setting. */
    private static List<Opportunity> braked(
            List<Opportunity> judged, Improvements earlier, Standing standing, Mode mode) {
        List<Opportunity> all = new ArrayList<>(judged.size());
        Set<String> asked = new HashSet<>();
        earlier.in(Status.WAITING).forEach(i -> asked.add(i.change().key()));
        int waiting = earlier.in(Status.WAITING).size();
        boolean applied = false;
        for (Opportunity o : judged) {
            Opportunity held = held(o, earlier, standing, mode);
            if (held.course() instanceof Course.Apply) {
                held = applied ? held.on(new Course.Held(Brake.ONE_A_WEEK)) : held;
                applied = true;
            } else if (held.course() instanceof Course.Ask) {
                boolean room = waiting < MOST_WAITING && asked.add(o.change().key());
                held = room ? held : held.on(new Course.Held(Brake.QUEUE));
                waiting += room ? 1 : 0;
            }
            all.add(held);
        }
        all.sort(Comparator.comparingInt(Improver::rank));
        return all;
    }

    private static Opportunity held(Opportunity o, Improvements earlier, Standing standing, Mode mode) {
        if (o.course() instanceof Course.Backlog) {
            return o;
        }
        if (mode == Mode.OFF) {
            return o.on(new Course.Held(Brake.OFF));
        }
        boolean asked =
                earlier.in(Status.WAITING).stream().anyMatch(i -> i.change().equals(o.change()));
        if (asked) {
            return o.on(new Course.Held(Brake.WAITING));
        }
        Optional<Brake> brake = earlier.brake(o.change().key(), standing);
        return brake.map(b -> o.on(new Course.Held(b))).orElse(o);
    }

    /** The events that make a report come true, in the order in which they must stand in the log. */
    public static List<ConfigurationChanged> steps(ImprovementReport report, Standing standing) {
        List<ConfigurationChanged> steps = new ArrayList<>();
        for (Improvement i : report.followUps()) {
            steps.addAll(i.status() == Status.REVERTED ? Steps.revert(i, BY) : List.of(Steps.record(i, BY)));
        }
        int number = report.earlier().next();
        for (Opportunity o : report.opportunities()) {
            boolean apply = o.course() instanceof Course.Apply;
            if (apply || o.course() instanceof Course.Ask) {
                Improvement asked = asked(number++, o, standing);
                steps.addAll(
                        apply
                                ? Steps.apply(asked.now(Status.APPLIED, standing.now()), BY)
                                : List.of(Steps.record(asked, BY)));
            }
        }
        return steps;
    }

    private static Improvement asked(int number, Opportunity o, Standing standing) {
        Span gain = o.gain().orElseThrow();
        Promise promise = new Promise(gain.mean(), gain.low(), gain.high(), o.confidence());
        long now = standing.now().toEpochMilli();
        return new Improvement(number, o.change(), Status.WAITING, now, 0, promise, null);
    }
}
