package co.litper.cerebro.simulator.report;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.player.Players;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Who plays how long in how many worlds.
 *
 * @param players who, without repetition, in the order of tables
 * @param worlds how many, at least 1
 * @param seed of the first world; the others follow by one
 * @param start when worlds begin
 * @param warmupDays days before the first that is judged, at least 0
 * @param days that are judged: parcels ordered in them, at least 1
 * @param tailDays days after the last that is judged, in which parcels may end, at least 0
 * @param holidays when customers are not contacted
 * @param settings of the product beyond letting it act
 * @param examined true to hold rules and single decisions against the truth, which takes longer than deciding
 * @param learnsBeside true if the product learns in a thread of its own, some thousand events behind: quicker where there are
 *     more processors than worlds
 */
public record Plan(
        List<Players> players,
        int worlds,
        long seed,
        Instant start,
        int warmupDays,
        int days,
        int tailDays,
        HolidayCalendar holidays,
        Map<String, String> settings,
        boolean examined,
        boolean learnsBeside) {

    /** A plan in which the product learns from each event before the next. */
    public Plan(
            List<Players> players,
            int worlds,
            long seed,
            Instant start,
            int warmupDays,
            int days,
            int tailDays,
            HolidayCalendar holidays,
            Map<String, String> settings,
            boolean examined) {
        this(players, worlds, seed, start, warmupDays, days, tailDays, holidays, settings, examined, false);
    }

    /** @throws IllegalArgumentException naming every problem */
    public Plan {
        players = List.copyOf(new LinkedHashSet<>(players)).stream().sorted().toList();
        settings = Map.copyOf(settings);
        List<String> problems = new ArrayList<>();
        require(!players.isEmpty(), "players must not be empty", problems);
        require(worlds >= 1, "worlds must be at least 1, is " + worlds, problems);
        require(warmupDays >= 0, "warmupDays must be at least 0, is " + warmupDays, problems);
        require(days >= 1, "days must be at least 1, is " + days, problems);
        require(tailDays >= 0, "tailDays must be at least 0, is " + tailDays, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void require(boolean held, String problem, List<String> problems) {
        if (!held) {
            problems.add(problem);
        }
    }

    /** When judging begins. */
    Instant firstDay() {
        return start.plus(Duration.ofDays(warmupDays));
    }

    /** When the last judged order may have been made, excluded. */
    Instant lastDay() {
        return firstDay().plus(Duration.ofDays(days));
    }

    /** Days that each world lives. */
    int lifeDays() {
        return warmupDays + days + tailDays;
    }

    /** The seed of a world, from 0. */
    long worldSeed(int world) {
        return seed + world;
    }

    /** Seeds of all worlds. */
    public List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (int world = 0; world < worlds; world++) {
            seeds.add(worldSeed(world));
        }
        return seeds;
    }
}
