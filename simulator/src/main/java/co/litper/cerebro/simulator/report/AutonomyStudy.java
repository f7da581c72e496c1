package co.litper.cerebro.simulator.report;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets the product begin with nothing but proposals, so that it must earn each further step, while a team says yes to what is
 * put before it; then again with a channel that fails silently: it answers that an action is done and does nothing. Tells how
 * long each action took to rise, and how soon the fault took that back, beside what is lost without one.
 */
public final class AutonomyStudy {
    /** A fault that shows in this time is found: parcels end in some twelve days, and some must go wrong. */
    public static final int WINDOW_DAYS = 30;

    /** What fails silently, one after the other, in lives of its own. */
    private static final List<Set<Action>> SILENT = List.of(
            EnumSet.of(Action.REDELIVER),
            EnumSet.of(Action.HOLD_IN_OFFICE),
            EnumSet.of(Action.ASK_ADDRESS, Action.ASK_TIME, Action.ASK_CASH),
            EnumSet.of(Action.CALL_CUSTOMER));

    private static final long PLAYER_SALT = 0x6175746f6e6f6dL;

    private final Plan plan;
    private final Stages stages;
    private final Watch watch;

    /** @param plan its players say nothing here; worlds are lived from the first warm-up day on */
    public AutonomyStudy(Plan plan, Stages stages, Watch watch) {
        this.plan = plan;
        this.stages = stages;
        this.watch = watch;
    }

    /** Simulated days that {@link #run} takes. */
    public long days() {
        return (long) plan.worlds() * plan.lifeDays() * (1 + SILENT.size());
    }

    /** Days after the world's beginning on which the fault begins: when a case has had much of the time to rise. */
    public int faultDay() {
        return plan.warmupDays() + plan.days() / 2;
    }

    /** Runs, or empty if the watch stopped it. */
    public Optional<AutonomyTimes> run(int threads) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Optional<LevelClock>>> sound = lives(pool, Set.of());
            List<List<Future<Optional<LevelClock>>>> faulty = new ArrayList<>();
            SILENT.forEach(silent -> faulty.add(lives(pool, silent)));
            Optional<List<LevelClock>> twins = clocks(sound);
            List<AutonomyTimes.Lost> lost = new ArrayList<>();
            for (int i = 0; i < SILENT.size(); i++) {
                Optional<List<LevelClock>> hit = clocks(faulty.get(i));
                if (twins.isEmpty() || hit.isEmpty()) {
                    return Optional.empty();
                }
                lost.add(lost(SILENT.get(i), hit.get(), twins.get()));
            }
            return twins.map(clocks -> new AutonomyTimes(earned(clocks), lost));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private List<Future<Optional<LevelClock>>> lives(ExecutorService pool, Set<Action> silent) {
        List<Future<Optional<LevelClock>>> lives = new ArrayList<>();
        plan.seeds().forEach(seed -> lives.add(pool.submit(() -> live(silent, seed))));
        return lives;
    }

    private static Optional<List<LevelClock>> clocks(List<Future<Optional<LevelClock>>> lives)
            throws InterruptedException, ExecutionException {
        List<LevelClock> clocks = new ArrayList<>();
        for (Future<Optional<LevelClock>> life : lives) {
            Optional<LevelClock> clock = life.get();
            if (clock.isEmpty()) {
                return Optional.empty();
            }
            clocks.add(clock.get());
        }
        return Optional.of(clocks);
    }

    private Optional<LevelClock> live(Set<Action> silent, long seed) {
        LevelClock clock = new LevelClock(plan.start());
        Stage stage = stages.open(seed, seed, story -> {});
        SilentDesk desk = new SilentDesk(stage.desk(), silent);
        Players.Seat seat = new Players.Seat(
                desk,
                new QuietTruth(stage.truth()),
                plan.holidays(),
                Hash64.of(PLAYER_SALT, seed),
                plan.start(),
                new DepartmentRanking(),
                earning(),
                clock);
        try (Player player = Players.product(seat, Chooser.EXPLORING)) {
            stage.opening().forEach(player::meet);
            boolean lived = Match.live(stage, player, plan.start(), faultDay(), watch);
            desk.begin();
            Instant then = plan.start().plus(Duration.ofDays(faultDay()));
            lived = lived && Match.live(stage, player, then, plan.lifeDays() - faultDay(), watch);
            return lived ? Optional.of(clock) : Optional.empty();
        }
    }

    /** Passes effects on until the fault begins; then says of some that they are done. */
    private static final class SilentDesk implements Desk {
        private final Desk desk;
        private final Set<Action> silent;
        private boolean begun;

        SilentDesk(Desk desk, Set<Action> silent) {
            this.desk = desk;
            this.silent = silent;
        }

        void begin() {
            begun = true;
        }

        @Override
        public Channel.Result take(Dispatch effect) {
            return begun && silent.contains(effect.action()) ? Channel.Result.DONE : desk.take(effect);
        }
    }

    private Map<String, String> earning() {
        Map<String, String> settings = new TreeMap<>(plan.settings());
        for (Action action : Action.values()) {
            settings.put("autonomy." + action.wire(), "earned");
        }
        return settings;
    }

    private static List<AutonomyTimes.Earned> earned(List<LevelClock> clocks) {
        List<AutonomyTimes.Earned> earned = new ArrayList<>();
        for (Action action : Action.values()) {
            List<Integer> approving = new ArrayList<>();
            List<Integer> acting = new ArrayList<>();
            int cases = 0;
            for (LevelClock clock : clocks) {
                for (int cell : clock.cells()) {
                    if (EarnedAutonomy.action(cell) == action) {
                        cases++;
                        clock.reached(cell, Autonomy.APPROVE).ifPresent(approving::add);
                        clock.reached(cell, Autonomy.ACT).ifPresent(acting::add);
                    }
                }
            }
            if (cases > 0 && action != Action.NONE) {
                earned.add(new AutonomyTimes.Earned(
                        action, cases, approving.size(), median(approving), acting.size(), median(acting)));
            }
        }
        return earned;
    }

    private AutonomyTimes.Lost lost(Set<Action> silent, List<LevelClock> hit, List<LevelClock> twins) {
        int held = 0;
        int acting = 0;
        int actingLost = 0;
        int lostWithout = 0;
        List<Integer> days = new ArrayList<>();
        for (int world = 0; world < hit.size(); world++) {
            LevelClock clock = hit.get(world);
            for (int cell : clock.cells()) {
                Autonomy before = clock.before(cell, faultDay());
                if (!silent.contains(EarnedAutonomy.action(cell)) || before.compareTo(Autonomy.APPROVE) < 0) {
                    continue;
                }
                held++;
                lostAfter(clock, cell, Autonomy.APPROVE).ifPresent(days::add);
                lostWithout +=
                        lostAfter(twins.get(world), cell, Autonomy.APPROVE).isPresent() ? 1 : 0;
                if (before == Autonomy.ACT) {
                    acting++;
                    actingLost += lostAfter(clock, cell, Autonomy.ACT).isPresent() ? 1 : 0;
                }
            }
        }
        return new AutonomyTimes.Lost(
                silent.iterator().next(), held, days.size(), acting, actingLost, median(days), lostWithout);
    }

    /** Days from the fault's beginning until a case is below {@code level}, within the window. */
    private OptionalInt lostAfter(LevelClock clock, int cell, Autonomy level) {
        OptionalInt day = clock.lost(cell, faultDay(), level);
        return day.isPresent() && day.getAsInt() < faultDay() + WINDOW_DAYS
                ? OptionalInt.of(day.getAsInt() - faultDay())
                : OptionalInt.empty();
    }

    private static OptionalDouble median(List<Integer> days) {
        if (days.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Integer> sorted = new ArrayList<>(days);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
    }
}
