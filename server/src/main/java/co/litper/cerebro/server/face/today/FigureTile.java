package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.read.Goal;
import co.litper.cerebro.server.read.Interval;
import co.litper.cerebro.server.read.Tile;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A key figure, in a reader's language.
 *
 * @param name what it is
 * @param value a dash if not known
 * @param goal what is to be reached, and whether it is
 * @param standing {@code good}, {@code care} or nothing
 * @param detail interval, cases, the time before; may be empty, as where nothing is known
 * @param path what it is made of
 * @param trend points of a polyline in a box of 100 × 24, one for each day that is known; empty for fewer than two
 */
public record FigureTile(
        String name, String value, String goal, String standing, String detail, String path, String trend) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    static FigureTile of(Tile tile, Texts texts) {
        Goal goal = tile.goal();
        boolean known = tile.value().isKnown();
        boolean aimed = Double.isFinite(goal.target());
        String standing = !known || !aimed ? "" : tile.isReached() ? "good" : "care";
        return new FigureTile(
                texts.say(name(goal)),
                known ? figure(goal, tile.value().value()) : "–",
                goal(tile, aimed, known, texts),
                standing,
                detail(tile, texts),
                path(goal),
                trend(tile.trend()));
    }

    private static String goal(Tile tile, boolean aimed, boolean known, Texts texts) {
        if (!aimed) {
            return texts.say(TodayWords.NO_GOAL);
        }
        String target =
                texts.say(TodayWords.GOAL, figure(tile.goal(), tile.goal().target()));
        return target + " · "
                + texts.say(!known ? TodayWords.UNKNOWN : tile.isReached() ? TodayWords.REACHED : TodayWords.MISSED);
    }

    private static String detail(Tile tile, Texts texts) {
        List<String> told = new ArrayList<>();
        Interval value = tile.value();
        if (value.isKnown() && value.low() < value.high()) {
            told.add(texts.say(
                    TodayWords.INTERVAL, figure(tile.goal(), value.low()), figure(tile.goal(), value.high())));
        }
        if (value.isKnown()) {
            told.add(texts.say(cases(tile.goal()), Figures.count(tile.cases())));
        }
        if (tile.before().isKnown()) {
            told.add(texts.say(
                    TodayWords.BEFORE, figure(tile.goal(), tile.before().value())));
        }
        switch (tile.missing()) {
            case NOTHING -> {
                // all that there is to tell is told
            }
            case BRAIN_DID_NOTHING -> told.add(texts.say(TodayWords.BRAIN_DID_NOTHING));
            case SHORT_HISTORY -> told.add(texts.say(TodayWords.SHORT_HISTORY));
        }
        return String.join(" · ", told);
    }

    private static Said cases(Goal goal) {
        return switch (goal) {
            case DECISIONS_PER_DAY, FORECAST_ACCURACY -> TodayWords.OF_DECISIONS;
            case LATE_REDUCTION, ANSWERED_BY_ITSELF, RETURNS, RESCUES -> TodayWords.OF_SHIPMENTS;
        };
    }

    private static String figure(Goal goal, double value) {
        return switch (goal) {
            case DECISIONS_PER_DAY -> Figures.decimal(value, value < 100 ? 1 : 0);
            case FORECAST_ACCURACY, LATE_REDUCTION, ANSWERED_BY_ITSELF, RETURNS, RESCUES -> Figures.percent(value, 1);
        };
    }

    private static Said name(Goal goal) {
        return switch (goal) {
            case DECISIONS_PER_DAY -> TodayWords.DECISIONS_PER_DAY;
            case FORECAST_ACCURACY -> TodayWords.FORECAST_ACCURACY;
            case LATE_REDUCTION -> TodayWords.LATE_REDUCTION;
            case ANSWERED_BY_ITSELF -> TodayWords.ANSWERED_BY_ITSELF;
            case RETURNS -> TodayWords.RETURNS;
            case RESCUES -> TodayWords.RESCUES;
        };
    }

    private static String path(Goal goal) {
        return switch (goal) {
            case DECISIONS_PER_DAY -> "/decisions";
            case FORECAST_ACCURACY -> "/decisions";
            case LATE_REDUCTION -> "/shipments?late=true";
            case ANSWERED_BY_ITSELF -> "/autonomy";
            case RETURNS -> "/shipments?state=RETURNED";
            case RESCUES -> "/rescue";
        };
    }

    /** From the least to the largest value of the days; a day of which nothing is known is passed over. */
    static String trend(List<Double> days) {
        List<Double> known = days.stream().filter(Double::isFinite).toList();
        if (known.size() < 2) {
            return "";
        }
        double low = known.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = known.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            if (Double.isFinite(days.get(i))) {
                double x = WIDTH * i / (days.size() - 1);
                double share = high > low ? (days.get(i) - low) / (high - low) : 0.5;
                points.append(points.isEmpty() ? "" : " ")
                        .append(String.format(
                                Locale.ROOT, "%.1f,%.1f", x, HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)));
            }
        }
        return points.toString();
    }
}
