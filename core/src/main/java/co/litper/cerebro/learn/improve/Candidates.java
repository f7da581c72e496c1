package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.improve.SettingPolicy.Explore;
import co.litper.cerebro.learn.improve.SettingPolicy.Hold;
import co.litper.cerebro.learn.improve.SettingPolicy.Threshold;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Episode;
import co.litper.cerebro.learn.replay.LoggedChoice;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The changes that are looked at: few, small, and each undone by setting one value back. */
final class Candidates {
    /** Below it too little is learned; above it chance costs more than it teaches. */
    private static final double LEAST_RATE = 0.01;

    private static final double MOST_RATE = 0.2;
    private static final double STEP = 0.1;
    private static final double LEAST_THRESHOLD = 0.2;
    private static final double MOST_THRESHOLD = 0.95;
    private static final int DECIMALS = 4;

    private static final Set<Question> DRAWN = EnumSet.of(Question.CARRIER, Question.NOTIFY, Question.ISSUE);

    private Candidates() {}

    static List<Candidate> of(Settings settings, ChoiceLog log) {
        List<Candidate> all = new ArrayList<>();
        double rate = settings.explorationRate();
        addRate(rate, Math.max(LEAST_RATE, rate / 2), all);
        addRate(rate, Math.min(MOST_RATE, rate * 2), all);
        for (double step : List.of(-STEP, STEP)) {
            addThreshold(SettingKey.NOTIFY_THRESHOLD, settings.notifyThreshold(), step, settings, all);
            addThreshold(SettingKey.WATCH_THRESHOLD, settings.watchThreshold(), step, settings, all);
        }
        for (Action action : acted(log)) {
            if (!settings.isPaused(action)) {
                Change change = new Change(SettingKey.PAUSE.key() + action.wire(), "false", "true");
                all.add(Candidate.of(change, new SettingPolicy(change.key(), Question.of(action), new Hold(action))));
            }
        }
        return all;
    }

    /** What chance costs is in the log; what it teaches is not. */
    private static void addRate(double from, double to, List<Candidate> all) {
        if (text(from).equals(text(to)) || from == 0) {
            return;
        }
        Change change = new Change(SettingKey.EXPLORATION_RATE.key(), text(from), text(to));
        List<SettingPolicy> policies = DRAWN.stream()
                .map(q -> new SettingPolicy(change.key(), q, new Explore(to)))
                .toList();
        all.add(new Candidate(change, policies, false));
    }

    private static void addThreshold(SettingKey key, double from, double step, Settings settings, List<Candidate> all) {
        double to = Math.min(MOST_THRESHOLD, Math.max(LEAST_THRESHOLD, from + step));
        if (text(from).equals(text(to)) || (to - from) * step < 0) {
            return;
        }
        boolean telling = key == SettingKey.NOTIFY_THRESHOLD;
        Action action = telling ? Action.NOTIFY_CUSTOMER : Action.FLAG_FOR_MONITORING;
        Threshold rule = new Threshold(action, from, to, settings.explorationRate(), settings.economics());
        Change change = new Change(key.key(), text(from), text(to));
        all.add(Candidate.of(change, new SettingPolicy(change.key(), Question.of(action), rule)));
    }

    /** Actions that were really taken. */
    private static Set<Action> acted(ChoiceLog log) {
        Set<Action> acted = EnumSet.noneOf(Action.class);
        for (ChoiceLog.Slice slice : log.slices().values()) {
            for (Episode episode : slice.episodes()) {
                for (LoggedChoice choice : episode.choices()) {
                    if (choice.acted()) {
                        acted.add(choice.winner().action());
                    }
                }
            }
        }
        acted.removeAll(EnumSet.of(Action.NONE, Action.CHOOSE_CARRIER));
        return acted;
    }

    /** The questions that a setting has a say in. */
    static Set<Question> questionsOf(String key) {
        if (key.equals(SettingKey.EXPLORATION_RATE.key())) {
            return DRAWN;
        }
        if (key.equals(SettingKey.NOTIFY_THRESHOLD.key())) {
            return EnumSet.of(Question.NOTIFY);
        }
        if (key.equals(SettingKey.WATCH_THRESHOLD.key())) {
            return EnumSet.of(Question.WATCH);
        }
        Action action = Action.ofWire(key.substring(key.indexOf('.') + 1));
        return action == null ? EnumSet.allOf(Question.class) : EnumSet.of(Question.of(action));
    }

    private static String text(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
