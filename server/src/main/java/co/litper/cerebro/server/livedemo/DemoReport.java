package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.server.livedemo.DemoFigures.Pair;
import co.litper.cerebro.server.simulate.CurvePicture;
import co.litper.cerebro.server.simulate.CurvePicture.Curve;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.simulator.report.Chronicle.Day;
import java.util.ArrayList;
import java.util.List;

/** A live world's figures as lines for a terminal. */
public final class DemoReport {
    private static final int FIGURE = 16;

    private final Language language;
    private final Texts texts;

    public DemoReport(Language language) {
        this.language = language;
        this.texts = new Texts(language);
    }

    private String say(String spanish, String english) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    /** The curves of all weeks that are known, and what they come to. */
    public List<String> curve(DemoFigures figures) {
        List<Pair> weeks = figures.mature();
        List<String> lines = new ArrayList<>(new CurvePicture(language)
                .lines(List.of(
                        new Curve(
                                'C',
                                "cerebro",
                                weeks.stream()
                                        .map(week -> week.brain().marginCop())
                                        .toList()),
                        new Curve(
                                's',
                                say("política fija", "static policy"),
                                weeks.stream()
                                        .map(week -> week.fixed().marginCop())
                                        .toList()))));
        weeks.stream()
                .filter(week -> week.gainCop() > 0)
                .findFirst()
                .ifPresent(week -> lines.add(say("Por encima por primera vez en la semana ", "Ahead first in week ")
                        + (week.week() + 1)
                        + say("; semanas por encima: ", "; weeks ahead: ")
                        + weeks.stream().filter(each -> each.gainCop() > 0).count()
                        + say(" de ", " of ")
                        + weeks.size()));
        return lines;
    }

    /** One week on one line; how much of it is known, if that is not yet nearly all. */
    public String week(Pair week) {
        return say("semana ", "week ") + (week.week() + 1) + ": cerebro "
                + Figures.pesos(Math.round(week.brain().marginCop())) + say(" por envío, fija ", " a parcel, static ")
                + Figures.pesos(Math.round(week.fixed().marginCop())) + say(", tarde ", ", late ")
                + Figures.percent(week.brain().lateShare(), 1) + " / "
                + Figures.percent(week.fixed().lateShare(), 1) + say(", devueltos ", ", returned ")
                + Figures.percent(week.brain().returnShare(), 1) + " / "
                + Figures.percent(week.fixed().returnShare(), 1)
                + (week.isMature()
                        ? ""
                        : say(" · terminado ", " · ended ")
                                + Figures.percent(Math.min(
                                        week.brain().endedShare(), week.fixed().endedShare())));
    }

    /** The weeks from one on, those included of which part is known: what comes to an end early is better than the rest. */
    public List<String> weeks(DemoFigures figures, int from) {
        return figures.weeks().stream()
                .filter(week -> week.week() >= from)
                .map(this::week)
                .toList();
    }

    /** The broken carrier's share of new parcels, day by day, from a week before on. */
    public List<String> detour(DemoFigures figures, Detour ours) {
        TextTable table = new TextTable(List.of(
                Column.text(say("Día", "Day"), FIGURE),
                Column.number("cerebro", FIGURE),
                Column.number(say("política fija", "static policy"), FIGURE),
                Column.text("", FIGURE)));
        for (Day day : figures.brainDays()) {
            if (day.day().isBefore(ours.brokenOn().minusDays(Detour.WINDOW))) {
                continue;
            }
            List<Day> same = figures.fixedDays().stream()
                    .filter(other -> other.day().equals(day.day()))
                    .toList();
            table.row(List.of(
                    day.day().toString(),
                    Figures.percent(Detour.share(List.of(day), ours.carrier())),
                    Figures.percent(Detour.share(same, ours.carrier())),
                    day.day().equals(ours.brokenOn()) ? say("← se daña", "← broken") : ""));
        }
        List<String> lines = new ArrayList<>();
        lines.add(say("Parte de los envíos nuevos que recibe ", "Share of new parcels given to ")
                + texts.carrier(ours.carrier()));
        lines.addAll(table.lines());
        lines.add(say("Semana anterior ", "The week before ")
                + Figures.percent(ours.before(), 1)
                + say(", última semana ", ", the last week ")
                + Figures.percent(ours.after(), 1)
                + (ours.halvedAfter().isPresent()
                        ? say("; a la mitad en ", "; halved within ")
                                + ours.halvedAfter().getAsInt()
                                + say(" días", " days")
                        : say("; no bajó a la mitad", "; it was not halved")));
        return lines;
    }
}
