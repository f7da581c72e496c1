package co.litper.cerebro.server.kpi;

import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.server.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Key figures as lines for a terminal. */
public final class KpiPage {
    private static final int POINT_DECIMALS = 2;

    private KpiPage() {}

    /** The lines. */
    public static List<String> lines(Kpis kpis, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(Phrase.KPI_TITLE, Figures.dayYearTime(kpis.now(), texts.language())));
        String states = kpis.states().entrySet().stream()
                .map(e -> texts.state(e.getKey()) + " " + Figures.count(e.getValue()))
                .collect(Collectors.joining(" · "));
        lines.add(texts.say(Phrase.KPI_PARCELS, Figures.count(kpis.all().parcels()), states));
        lines.add(texts.say(
                Phrase.KPI_DELIVERED,
                Figures.percent(1 - kpis.all().lateShare(), 1),
                Figures.count(kpis.all().promised()),
                Figures.percent(kpis.all().returnShare(), 1)));
        lines.add(texts.say(
                Phrase.KPI_ISSUES,
                Figures.count(kpis.all().openIssues()),
                Figures.count(kpis.all().endedWithIssue()),
                Figures.count(kpis.all().rescued()),
                Figures.percent(kpis.all().rescueShare())));
        addDecisions(kpis, texts, lines);
        lines.add("");
        lines.addAll(carriers(kpis, texts));
        return lines;
    }

    private static void addDecisions(Kpis kpis, Texts texts, List<String> lines) {
        Calibration c = kpis.calibration();
        double settled = c.settled();
        lines.add(texts.say(
                Phrase.KPI_DECISIONS,
                Figures.count(kpis.decisions()),
                Figures.count(c.settled()),
                Figures.decimal(c.points() / settled, POINT_DECIMALS),
                c.settled() == 0 ? "–" : Figures.pesos(Math.round(c.cop() / settled))));
        lines.add(
                c.delivered() == 0
                        ? texts.say(Phrase.KPI_CALIBRATION_NONE)
                        : texts.say(
                                Phrase.KPI_CALIBRATION,
                                Figures.percent(c.foreseen(), 1),
                                Figures.percent(c.happened(), 1),
                                Figures.count(c.delivered())));
    }

    private static List<String> carriers(Kpis kpis, Texts texts) {
        TextTable table = new TextTable(List.of(
                Column.text(texts.say(Phrase.CARRIER), 24),
                Column.number(texts.say(Phrase.KPI_GUIDES), 10),
                Column.number(texts.say(Phrase.KPI_OPEN_ISSUES), 10),
                Column.number(texts.say(Phrase.KPI_SHARE_LATE), 10),
                Column.number(texts.say(Phrase.KPI_SHARE_RETURNED), 10)));
        kpis.carriers()
                .forEach((carrier, tally) -> table.row(List.of(
                        texts.carrier(carrier),
                        Figures.count(tally.parcels()),
                        Figures.count(tally.openIssues()),
                        Figures.percent(tally.lateShare(), 1),
                        Figures.percent(tally.returnShare(), 1))));
        return table.lines();
    }
}
