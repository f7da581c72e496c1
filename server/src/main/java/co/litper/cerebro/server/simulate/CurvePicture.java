package co.litper.cerebro.server.simulate;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.Standings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Learning curves as letters in a grid: margin a parcel upwards, weeks to the right. */
public final class CurvePicture {
    private static final int ROWS = 14;
    private static final int WEEK_WIDTH = 4;

    private final Language language;

    public CurvePicture(Language language) {
        this.language = language;
    }

    /**
     * One line of the picture.
     *
     * @param letter that marks its points
     * @param name in the legend
     * @param points pesos a parcel by week; NaN where nothing is known
     */
    public record Curve(char letter, String name, List<Double> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    List<String> lines(Standings standings) {
        return lines(standings.players().stream()
                .map(who -> new Curve(letter(who), who.wire(), standings.curve(who)))
                .toList());
    }

    /** The picture with title and legend; without the grid if there is nothing to see. Curves must be equally long. */
    public List<String> lines(List<Curve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (double point : curve.points()) {
                low = Double.isNaN(point) ? low : Math.min(low, point);
                high = Double.isNaN(point) ? high : Math.max(high, point);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (language) {
                    case ES -> "Margen por envío (COP) según la semana del pedido";
                    case EN -> "Margin a parcel (COP) by week of the order";
                });
        if (high > low) {
            draw(curves, low, high, lines);
        }
        StringBuilder legend = new StringBuilder(" ".repeat(10));
        curves.forEach(curve ->
                legend.append(curve.letter()).append(' ').append(curve.name()).append("   "));
        lines.add(legend.toString().stripTrailing());
        return lines;
    }

    private static void draw(List<Curve> curves, double low, double high, List<String> lines) {
        int weeks = curves.getFirst().points().size();
        char[][] grid = new char[ROWS][weeks * WEEK_WIDTH];
        for (char[] row : grid) {
            Arrays.fill(row, ' ');
        }
        for (Curve curve : curves) {
            for (int week = 0; week < weeks; week++) {
                double point = curve.points().get(week);
                if (!Double.isNaN(point)) {
                    int row = (int) Math.round((high - point) / (high - low) * (ROWS - 1));
                    place(grid[row], week * WEEK_WIDTH, curve.letter());
                }
            }
        }
        for (int row = 0; row < ROWS; row++) {
            double value = high - (high - low) * row / (ROWS - 1);
            String label = row % 3 == 0 ? String.format(Locale.ROOT, "%,8.0f", value) : " ".repeat(8);
            lines.add((label + " ┤" + new String(grid[row])).stripTrailing());
        }
        lines.add(" ".repeat(9) + "└" + "─".repeat(weeks * WEEK_WIDTH));
    }

    /** Beside each other where several fall on one point. */
    private static void place(char[] row, int from, char letter) {
        for (int i = from; i < from + WEEK_WIDTH; i++) {
            if (row[i] == ' ') {
                row[i] = letter;
                return;
            }
        }
    }

    private static char letter(Players who) {
        return switch (who) {
            case PASSIVE -> 'p';
            case RANDOM -> 'r';
            case CHEAPEST -> 'b';
            case CONSTANTS -> 'k';
            case STATIC -> 's';
            case CEREBRO_COLD -> 'C';
            case CEREBRO_WARM -> 'W';
            case INFORMED -> 'I';
            case ORACLE -> 'O';
        };
    }
}
