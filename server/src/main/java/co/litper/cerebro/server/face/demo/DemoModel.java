package co.litper.cerebro.server.face.demo;

import co.litper.cerebro.server.face.frame.DataBlock;
import co.litper.cerebro.server.livedemo.DemoFigures;
import co.litper.cerebro.server.livedemo.DemoFigures.Pair;
import co.litper.cerebro.server.livedemo.DemoStanding;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.simulator.report.Chronicle.Day;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The page of a demonstration, in the reader's language.
 *
 * @param weeks newest first
 * @param carriers headings of the shares
 * @param days shares of the brain's parcels by day, newest first
 * @param curve data of the chart of margins
 * @param shares data of the chart of shares
 * @param summary what the brain earned more up to now, or that it is too early
 */
public record DemoModel(
        List<WeekRow> weeks, List<String> carriers, List<DayRow> days, String curve, String shares, String summary) {
    /** Weeks in the table; the chart shows all. */
    private static final int TOLD_WEEKS = 12;
    /** Days in the table and on the chart of shares. */
    private static final int TOLD_DAYS = 21;

    private static final int CHART_DAYS = 60;

    public DemoModel {
        weeks = List.copyOf(weeks);
        carriers = List.copyOf(carriers);
        days = List.copyOf(days);
    }

    /** A week as text: pesos a parcel, shares. */
    public record WeekRow(
            String week,
            String brain,
            String fixed,
            String gain,
            String brainLate,
            String fixedLate,
            String brainReturned,
            String fixedReturned) {}

    /**
     * A day as text.
     *
     * @param shares in the order of the headings
     * @param total parcels
     */
    public record DayRow(String day, List<String> shares, String total) {
        public DayRow {
            shares = List.copyOf(shares);
        }
    }

    static DemoModel of(DemoStanding standing, Texts texts) {
        DemoFigures figures = standing.figures();
        List<Pair> mature = figures.mature();
        List<Carrier> carriers = World.carriers();
        return new DemoModel(
                newest(mature, TOLD_WEEKS).stream().map(DemoModel::row).toList(),
                carriers.stream().map(texts::carrier).toList(),
                newest(figures.brainDays(), TOLD_DAYS).stream()
                        .map(day -> row(day, carriers))
                        .toList(),
                DataBlock.of(DemoCharts.curve(mature, texts)),
                DataBlock.of(DemoCharts.shares(last(figures.brainDays(), CHART_DAYS), standing.broken(), texts)),
                summary(mature, texts));
    }

    private static String summary(List<Pair> mature, Texts texts) {
        if (mature.isEmpty()) {
            return texts.say(DemoPageWords.TOO_EARLY);
        }
        List<Pair> recent = last(mature, 4);
        double orders =
                recent.stream().mapToDouble(week -> week.brain().orders()).sum();
        double gain = recent.stream()
                .mapToDouble(week -> week.gainCop() * week.brain().orders())
                .sum();
        String text = Figures.pesos(Math.round(Math.abs(gain / orders)));
        return texts.say(gain >= 0 ? DemoPageWords.MORE : DemoPageWords.LESS, text, recent.size());
    }

    private static WeekRow row(Pair week) {
        return new WeekRow(
                Integer.toString(week.week() + 1),
                Figures.pesos(Math.round(week.brain().marginCop())),
                Figures.pesos(Math.round(week.fixed().marginCop())),
                Figures.pesos(Math.round(week.gainCop())),
                Figures.percent(week.brain().lateShare(), 1),
                Figures.percent(week.fixed().lateShare(), 1),
                Figures.percent(week.brain().returnShare(), 1),
                Figures.percent(week.fixed().returnShare(), 1));
    }

    private static DayRow row(Day day, List<Carrier> carriers) {
        return new DayRow(
                day.day().toString(),
                carriers.stream()
                        .map(carrier -> Figures.percent(share(day, carrier)))
                        .toList(),
                Figures.count(day.total()));
    }

    static double share(Day day, Carrier carrier) {
        Map<Carrier, Integer> guides = day.guides();
        return day.total() == 0 ? 0 : guides.getOrDefault(carrier, 0) / (double) day.total();
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static <T> List<T> newest(List<T> all, int most) {
        List<T> newest = new ArrayList<>(last(all, most));
        Collections.reverse(newest);
        return newest;
    }
}
