package co.litper.cerebro.server.face.autonomy;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learn.AutonomyReport;
import co.litper.cerebro.server.autonomy.AutonomyStanding;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far actions may go, in a reader's language.
 *
 * @param allPaused true if the brake is on
 * @param quiet cities whose customers get no messages and no calls
 * @param told what became of the last change; may be empty
 * @param failed true if it was not done
 * @param undo levels as they were before the last change, by action; empty if nothing can be undone
 * @param actions those that reach the world
 * @param evidence what each has shown, by reason
 */
public record AutonomyModel(
        boolean allPaused,
        List<QuietCity> quiet,
        String told,
        boolean failed,
        Map<String, String> undo,
        List<Line> actions,
        List<Shown> evidence) {
    /** The level that evidence gives. */
    static final String EARNED = "earned";

    private static final int POINTS = 100;

    public AutonomyModel {
        quiet = List.copyOf(quiet);
        undo = Collections.unmodifiableMap(new LinkedHashMap<>(undo));
        actions = List.copyOf(actions);
        evidence = List.copyOf(evidence);
    }

    /**
     * An action, with its name for machines.
     *
     * @param word the level as its setting says it
     */
    public record Line(String wire, String action, String level, String word, boolean paused) {}

    /** A city whose customers are left alone, by its DANE code. */
    public record QuietCity(String code, String name) {}

    /** A level that may be set by hand. */
    public record Level(String word, String name) {}

    /** The levels, the least first, and the one that is earned. */
    public static List<Level> levels(Texts texts) {
        return Stream.concat(
                        Arrays.stream(Autonomy.values())
                                .map(level -> new Level(level.name().toLowerCase(Locale.ROOT), texts.autonomy(level))),
                        Stream.of(new Level(EARNED, texts.say(AutonomyWords.EARNED))))
                .toList();
    }

    /** What an action has shown at novedades for one reason. */
    public record Shown(String action, String reason, String level, String cases, String done, String gain) {}

    static AutonomyModel of(
            AutonomyStanding standing, Settings settings, Function<CityCode, String> cities, Texts texts) {
        return new AutonomyModel(
                settings.allPaused(),
                settings.quietCities().stream()
                        .sorted()
                        .map(city -> new QuietCity(city.code(), cities.apply(city)))
                        .toList(),
                "",
                false,
                Map.of(),
                Arrays.stream(Action.values())
                        .filter(action -> action != Action.NONE)
                        .map(action -> new Line(
                                action.wire(),
                                texts.action(action),
                                settings.isEarned(action)
                                        ? texts.say(AutonomyWords.EARNED)
                                        : texts.autonomy(settings.autonomy(action)),
                                word(settings, action),
                                settings.isPaused(action)))
                        .toList(),
                standing.lines().stream().map(line -> shown(line, texts)).toList());
    }

    /** This with what became of a change. */
    AutonomyModel after(String what, boolean inVain, Map<String, String> before) {
        return new AutonomyModel(allPaused, quiet, what, inVain, before, actions, evidence);
    }

    /** The level of an action as its setting says it. */
    static String word(Settings settings, Action action) {
        return settings.isEarned(action)
                ? EARNED
                : settings.autonomy(action).name().toLowerCase(Locale.ROOT);
    }

    private static Shown shown(AutonomyStanding.Line line, Texts texts) {
        AutonomyReport.Line e = line.evidence();
        var reason = e.reason();
        return new Shown(
                texts.action(e.action()),
                reason == null ? "–" : texts.reason(reason),
                texts.autonomy(line.level()),
                Figures.count(e.proposals()),
                Figures.count(e.done()),
                e.gainAtLeast() == Double.NEGATIVE_INFINITY
                        ? "–"
                        : texts.say(
                                AutonomyWords.AT_LEAST,
                                Figures.decimal(POINTS * e.gain(), 1),
                                Figures.decimal(POINTS * e.gainAtLeast(), 1)));
    }
}
