package co.litper.cerebro.server.face.autonomy;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learn.AutonomyReport;
import co.litper.cerebro.server.autonomy.AutonomyStanding;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.think.SettingKey;
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
 * @param allFixed true if the configuration put it on, so that a page cannot take it off
 * @param acts true if some action goes so far by hand that it leaves by itself
 * @param quiet cities whose customers get no messages and no calls
 * @param told what became of the last change; may be empty
 * @param failed true if it was not done
 * @param undo levels as they were before the last change, by action; empty if nothing can be undone
 * @param actions those that reach the world
 * @param evidence what each has shown, by reason
 */
public record AutonomyModel(
        boolean allPaused,
        boolean allFixed,
        boolean acts,
        List<QuietCity> quiet,
        String told,
        boolean failed,
        Map<String, String> undo,
        List<Line> actions,
        List<Shown> evidence) {
    /** The level that evidence gives. */
    static final String EARNED = "earned";

    /** Before an action's name: the key of its level. */
    static final String LEVEL = "autonomy.";

    private static final String PAUSE = "pause.";

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
     * @param fixed true if the configuration fixes the level
     * @param pauseFixed true if the configuration pauses it
     */
    public record Line(
            String wire, String action, String level, String word, boolean fixed, boolean paused, boolean pauseFixed) {}

    /** A city whose customers are left alone, by its DANE code; {@code fixed} if the configuration stopped it. */
    public record QuietCity(String code, String name, boolean fixed) {}

    /** True if the configuration fixes some level or pause that the page shows. */
    public boolean fixed() {
        return allFixed
                || quiet.stream().anyMatch(QuietCity::fixed)
                || actions.stream().anyMatch(line -> line.fixed() || line.pauseFixed());
    }

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
            AutonomyStanding standing,
            Settings settings,
            Configuration configuration,
            Function<CityCode, String> cities,
            Texts texts) {
        return new AutonomyModel(
                settings.allPaused(),
                isPausedBy(configuration, SettingKey.PAUSE_ALL.key()),
                Arrays.stream(Action.values())
                        .anyMatch(action -> action != Action.NONE
                                && !settings.isEarned(action)
                                && settings.autonomy(action) == Autonomy.ACT),
                settings.quietCities().stream()
                        .sorted()
                        .map(city -> new QuietCity(
                                city.code(),
                                cities.apply(city),
                                isPausedBy(configuration, SettingKey.PAUSE_CITY.key() + city.code())))
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
                                configuration.isGiven(LEVEL + action.wire()),
                                settings.isPaused(action),
                                isPausedBy(configuration, PAUSE + action.wire())))
                        .toList(),
                standing.lines().stream().map(line -> shown(line, texts)).toList());
    }

    /** True if the configuration says that a pause stands, which no page can lift. */
    private static boolean isPausedBy(Configuration configuration, String key) {
        return configuration.isGiven(key) && configuration.get(key).equals("true");
    }

    /** This with what became of a change. */
    AutonomyModel after(String what, boolean inVain, Map<String, String> before) {
        return new AutonomyModel(allPaused, allFixed, acts, quiet, what, inVain, before, actions, evidence);
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
