package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.check.Inspection;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One player living through one world. A pure function of plan, stages, player and world. */
final class Match {
    /** Tells the seed of players' chance from that of the world. */
    private static final long PLAYER_SALT = 0x706c6179L;

    private final Plan plan;
    private final Stages stages;
    private final Watch watch;

    Match(Plan plan, Stages stages, Watch watch) {
        this.plan = plan;
        this.stages = stages;
        this.watch = watch;
    }

    /** The run, or empty if the watch stopped it. */
    Optional<Run> play(Players who, int world) {
        long seed = plan.worldSeed(world);
        DepartmentRanking ranking = new DepartmentRanking();
        if (who == Players.STATIC
                && !new RankingStudy(stages, plan.holidays(), plan.start(), watch).fill(ranking, seed)) {
            return Optional.empty();
        }
        Notes notes = new Notes();
        Stage stage = stages.open(seed, seed, notes::ended);
        Truth truth = new QuietTruth(stage.truth());
        Truth seen = truth;
        if (who == Players.INFORMED) {
            GuessJudge judge = new GuessJudge(new QuietTruth(stage.rates()), truth);
            notes.guesses = Optional.of(judge);
            seen = judge;
        }
        ReceiptWatcher watcher = ReceiptWatcher.NOBODY;
        if (plan.examined() && who.isCerebro()) {
            ReceiptJudge judge = new ReceiptJudge(truth, plan);
            notes.receipts = Optional.of(judge);
            watcher = judge;
        }
        if (plan.examined() && world == 0) {
            Inspection inspection = inspection(who);
            notes.inspection = Optional.of(inspection);
            watcher = watcher.and(inspection);
        }
        Desk desk = notes.inspection.map(i -> i.desk(stage.desk())).orElse(stage.desk());
        Players.Seat seat = new Players.Seat(
                desk,
                seen,
                plan.holidays(),
                Hash64.of(PLAYER_SALT, seed),
                plan.firstDay(),
                ranking,
                plan.settings(),
                watcher,
                plan.learnsBeside());
        try (Player sitting = who.sit(seat)) {
            Player player = notes.inspection.map(i -> i.player(sitting)).orElse(sitting);
            stage.opening().forEach(player::meet);
            if (!live(stage, player, plan.start(), plan.lifeDays(), watch)) {
                return Optional.empty();
            }
        }
        stage.open().forEach(notes::ended);
        return Optional.of(notes.run());
    }

    private Inspection inspection(Players who) {
        return who.isCerebro() ? Inspection.ofProduct(plan.holidays()) : Inspection.ofRules(plan.holidays());
    }

    /** Lives day by day. False if the watch stopped it. */
    static boolean live(Stage stage, Player player, Instant from, int days, Watch watch) {
        for (int day = 1; day <= days; day++) {
            if (watch.isStopped()) {
                return false;
            }
            stage.run(player, from.plus(Duration.ofDays(day)));
            watch.dayPassed();
        }
        return true;
    }

    /** Takes in stories of parcels that are judged. */
    private final class Notes {
        private final List<Tally> byDay = new ArrayList<>();
        private final Tally total = new Tally();
        private Optional<ReceiptJudge> receipts = Optional.empty();
        private Optional<GuessJudge> guesses = Optional.empty();
        private Optional<Inspection> inspection = Optional.empty();

        Notes() {
            for (int day = 0; day < plan.days(); day++) {
                byDay.add(new Tally());
            }
        }

        void ended(ParcelStory story) {
            boolean isJudged = !story.orderedAt().isBefore(plan.firstDay())
                    && story.orderedAt().isBefore(plan.lastDay());
            inspection.ifPresent(i -> i.ended(story));
            receipts.ifPresent(judge -> judge.ended(story, isJudged));
            if (isJudged) {
                int day = (int)
                        Duration.between(plan.firstDay(), story.orderedAt()).toDays();
                byDay.get(day).add(story);
                total.add(story);
            }
        }

        Run run() {
            return new Run(
                    byDay,
                    total,
                    inspection.map(Inspection::violations).orElse(List.of()),
                    receipts.map(ReceiptJudge::figures)
                            .or(() -> guesses.map(GuessJudge::figures))
                            .orElse(ReceiptFigures.NONE));
        }
    }
}
