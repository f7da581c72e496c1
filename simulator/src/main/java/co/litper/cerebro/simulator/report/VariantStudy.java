package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets variants of the product live through the same worlds with the same luck, and tells what each adds to the first. What
 * thoughts cost is taken off.
 */
public final class VariantStudy {
    private static final long PLAYER_SALT = 0x706c6179L;
    private static final long ADVISER_SALT = 0x61647669L;

    private final Plan plan;
    private final Stages stages;
    private final long thoughtCop;
    private final Watch watch;

    /**
     * @param plan of which the players are not looked at
     * @param thoughtCop what each thought costs, pesos
     */
    public VariantStudy(Plan plan, Stages stages, long thoughtCop, Watch watch) {
        this.plan = plan;
        this.stages = stages;
        this.thoughtCop = thoughtCop;
        this.watch = watch;
    }

    /** One variant in one world, thoughts over the whole life, money over the parcels that are judged. */
    record Life(
            double marginCop, double rescued, long orders, long considered, long asked, long differed, long followed) {}

    /**
     * How a variant fared.
     *
     * @param marginCop pesos a parcel, thoughts paid
     * @param gainCop pesos a parcel beyond the first variant, world by world
     * @param rescued share of novedades whose parcel was delivered after all
     * @param considered decisions where thinking was worth its price
     * @param asked of them, asked about
     * @param differed advice that differed from what stood
     * @param followed of it, followed
     */
    public record Line(
            Variant variant,
            Estimate marginCop,
            Estimate gainCop,
            Estimate rescued,
            long considered,
            long asked,
            long differed,
            long followed) {

        /** True if it surely adds something. */
        public boolean adds() {
            return gainCop.low() > 0;
        }
    }

    /**
     * Lets all of them live.
     *
     * @param variants the first is what the others are held against
     * @param threads worlds at a time
     * @return one line a variant, or empty if the watch stopped it
     */
    public Optional<List<Line>> run(List<Variant> variants, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Map<Variant, List<Future<Optional<Life>>>> lives = new LinkedHashMap<>();
            for (Variant variant : variants) {
                List<Future<Optional<Life>>> worlds = new ArrayList<>();
                for (int world = 0; world < plan.worlds(); world++) {
                    int number = world;
                    worlds.add(pool.submit(() -> live(variant, number)));
                }
                lives.put(variant, worlds);
            }
            return gather(lives);
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<List<Line>> gather(Map<Variant, List<Future<Optional<Life>>>> pending)
            throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        List<Life> first = List.of();
        for (Map.Entry<Variant, List<Future<Optional<Life>>>> one : pending.entrySet()) {
            List<Life> lives = new ArrayList<>();
            for (Future<Optional<Life>> world : one.getValue()) {
                Optional<Life> life = result(one.getKey(), world);
                if (life.isEmpty()) {
                    return Optional.empty();
                }
                lives.add(life.get());
            }
            first = first.isEmpty() ? lives : first;
            lines.add(line(one.getKey(), lives, first));
        }
        return Optional.of(lines);
    }

    private static Optional<Life> result(Variant variant, Future<Optional<Life>> life) throws InterruptedException {
        try {
            return life.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("variant " + variant.name() + " failed", e.getCause());
        }
    }

    private static Line line(Variant variant, List<Life> lives, List<Life> first) {
        double[] gains = new double[lives.size()];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = lives.get(i).marginCop() - first.get(i).marginCop();
        }
        return new Line(
                variant,
                Estimate.mean(lives.stream().mapToDouble(Life::marginCop).toArray()),
                Estimate.mean(gains),
                Estimate.mean(lives.stream().mapToDouble(Life::rescued).toArray()),
                lives.stream().mapToLong(Life::considered).sum(),
                lives.stream().mapToLong(Life::asked).sum(),
                lives.stream().mapToLong(Life::differed).sum(),
                lives.stream().mapToLong(Life::followed).sum());
    }

    private Optional<Life> live(Variant variant, int world) {
        long seed = plan.worldSeed(world);
        Tally tally = new Tally();
        Stage stage = stages.open(seed, seed, story -> {
            if (!story.orderedAt().isBefore(plan.firstDay())
                    && story.orderedAt().isBefore(plan.lastDay())) {
                tally.add(story);
            }
        });
        ErringAdviser adviser = new ErringAdviser(
                new QuietTruth(stage.truth()),
                variant.adviserError().orElse(0),
                Hash64.of(ADVISER_SALT, seed),
                thoughtCop);
        try (Player player = player(variant, stage, adviser, seed)) {
            stage.opening().forEach(player::meet);
            if (!Match.live(stage, player, plan.start(), plan.lifeDays(), watch)) {
                return Optional.empty();
            }
        }
        stage.open().stream()
                .filter(story -> !story.orderedAt().isBefore(plan.firstDay())
                        && story.orderedAt().isBefore(plan.lastDay()))
                .forEach(tally::add);
        // Thoughts of the whole life are spread over all its days, of which some are judged.
        double spent = adviser.spentCop() * plan.days() / (double) (plan.warmupDays() + plan.days());
        return Optional.of(new Life(
                tally.marginCop() - spent / tally.orders(),
                tally.rescuedShare(),
                tally.orders(),
                adviser.considered(),
                adviser.asked(),
                adviser.differed(),
                adviser.followed()));
    }

    private Player player(Variant variant, Stage stage, ErringAdviser adviser, long seed) {
        boolean thinks = variant.adviserError().isPresent();
        Mind mind = variant.minds().get();
        Players.Seat seat = new Players.Seat(
                stage.desk(),
                stage.truth(),
                plan.holidays(),
                Hash64.of(PLAYER_SALT, seed),
                plan.firstDay(),
                new DepartmentRanking(),
                variant.settings(),
                thinks ? adviser : mind.watcher());
        return thinks ? Players.thinking(seat, adviser) : Players.product(seat, mind.chooser());
    }
}
