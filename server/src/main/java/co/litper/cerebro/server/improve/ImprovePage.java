package co.litper.cerebro.server.improve;

import co.litper.cerebro.learn.improve.Improvement;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.learn.improve.Measured;
import co.litper.cerebro.learn.improve.Metric;
import co.litper.cerebro.learn.improve.Opportunity;
import co.litper.cerebro.learn.improve.Segment;
import co.litper.cerebro.learn.improve.Trend;
import co.litper.cerebro.learn.improve.WeakSegment;
import co.litper.cerebro.learn.replay.Span;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Self-improvement as lines for a terminal. */
public final class ImprovePage {
    /** Weak segments that are told; the JSON has all. */
    private static final int MOST_SEGMENTS = 10;

    private final Texts texts;
    private final ImproveWords words;
    private final Function<CityCode, String> cities;

    /** @param cities names of cities */
    public ImprovePage(Texts texts, Function<CityCode, String> cities) {
        this.texts = texts;
        this.words = new ImproveWords(texts.language());
        this.cities = cities;
    }

    /**
     * A report.
     *
     * @param done true if what it says was done
     */
    public List<String> lines(ImprovementReport report, boolean done) {
        List<String> lines = new ArrayList<>();
        if (report.isEmpty()) {
            lines.add(words.pick(
                    "Ninguna guía del período ha terminado: todavía no hay de qué aprender.",
                    "No parcel of the period has ended: there is nothing to learn from yet."));
        } else {
            lines.add(words.pick("Tendencias", "Trends") + " · "
                    + Figures.count(report.evidence().parcels())
                    + words.pick(" guías terminadas", " parcels that have ended"));
            lines.addAll(trends(report.evidence().trends()));
            lines.add("");
            lines.addAll(weak(report.evidence().weak()));
            lines.add("");
            lines.addAll(opportunities(report, done));
        }
        List<Improvement> waiting = report.earlier().in(Improvement.Status.WAITING);
        if (!waiting.isEmpty()) {
            lines.add("");
            lines.add(words.pick("Esperan respuesta: ", "Wait for an answer: ") + "cerebro improve apply N | reject N");
            lines.addAll(table(waiting));
        }
        if (!report.followUps().isEmpty()) {
            lines.add("");
            lines.add(words.pick("Cambios anteriores, desde ahora", "Earlier changes, from now on"));
            lines.addAll(table(report.followUps()));
        }
        return lines;
    }

    private List<String> trends(List<Trend> trends) {
        TextTable table = new TextTable(List.of(
                Column.text("", 36),
                Column.number(words.pick("Última semana", "Last week"), 16),
                Column.number(words.pick("Por semana", "A week"), 14),
                Column.number("95 %", 30),
                Column.text("", 12)));
        for (Trend trend : trends) {
            String verdict = trend.worsens()
                    ? words.pick("empeora", "worsens")
                    : trend.improves() ? words.pick("mejora", "improves") : "";
            table.row(List.of(
                    words.metric(trend.metric()),
                    trend.weeks().isEmpty()
                            ? "–"
                            : figure(trend.metric(), trend.weeks().getLast().value()),
                    trend.slope()
                            .map(s -> figure(trend.metric(), s.difference()))
                            .orElse("–"),
                    trend.slope()
                            .map(s -> figure(trend.metric(), s.low()) + " … " + figure(trend.metric(), s.high()))
                            .orElse("–"),
                    verdict));
        }
        return table.lines();
    }

    private static String figure(Metric metric, double value) {
        return switch (metric) {
            case REWARD -> Figures.decimal(value, 3);
            case PESOS -> pesos(value);
            case LATE, RETURNED, RESCUED, DELAY_ERROR, RETURN_ERROR -> Figures.percent(value, 1);
        };
    }

    private List<String> weak(List<WeakSegment> weak) {
        if (weak.isEmpty()) {
            return List.of(words.pick(
                    "Segmentos débiles: ninguno que el azar no explique.",
                    "Weak segments: none that chance does not explain."));
        }
        TextTable table = new TextTable(List.of(
                Column.text(words.pick("Segmento débil", "Weak segment"), 44),
                Column.number(words.pick("Guías", "Parcels"), 9),
                Column.number(words.pick("Por guía", "A parcel"), 12),
                Column.number("95 %", 26),
                Column.number(words.pick("Por semana", "A week"), 14)));
        for (WeakSegment w : weak.subList(0, Math.min(weak.size(), MOST_SEGMENTS))) {
            table.row(List.of(
                    segment(w.segment()),
                    Figures.count(w.parcels()),
                    pesos(w.differenceCop()),
                    pesos(w.low()) + " … " + pesos(w.high()),
                    pesos(-w.lostPerWeekCop())));
        }
        return table.lines();
    }

    private String segment(Segment segment) {
        return switch (segment) {
            case Segment.InCity(var city) -> cities.apply(city);
            case Segment.By(var carrier) -> texts.carrier(carrier);
            case Segment.Lane(var carrier, var city) -> texts.carrier(carrier) + " → " + cities.apply(city);
            case Segment.Because(var reason) -> texts.reason(reason);
        };
    }

    private List<String> opportunities(ImprovementReport report, boolean done) {
        TextTable table = new TextTable(List.of(
                Column.text(words.pick("Oportunidad", "Opportunity"), 40),
                Column.number(words.pick("Por semana", "A week"), 13),
                Column.number(words.pick("Confianza", "Confidence"), 10),
                Column.text(words.pick("Qué pasa", "What happens"), 54)));
        for (Opportunity o : report.opportunities()) {
            table.row(List.of(
                    o.change().key() + ": " + o.change().from() + " → "
                            + o.change().to(),
                    o.gain().map(Span::mean).map(ImprovePage::pesos).orElse("–"),
                    o.gain().isEmpty() ? "–" : Figures.percent(o.confidence()),
                    words.course(o.course())));
        }
        List<String> lines = new ArrayList<>(table.lines());
        String next = done
                ? words.pick(
                        ". Hecho. Los números: «cerebro improve history».",
                        ". Done. Numbers: 'cerebro improve history'.")
                : words.pick(
                        ". Aquí no cambia nada: «cerebro improve run» lo hace.",
                        ". Nothing is changed here: 'cerebro improve run' does it.");
        lines.add(words.pick("Modo: ", "Mode: ") + words.mode(report.mode()) + next);
        return lines;
    }

    /** All changes and how they stand. */
    public List<String> history(Improvements improvements) {
        return improvements.all().isEmpty()
                ? List.of(words.pick("Todavía no se ha propuesto ningún cambio.", "No change has been proposed yet."))
                : table(improvements.all());
    }

    private List<String> table(List<Improvement> all) {
        TextTable table = new TextTable(List.of(
                Column.number("N", 5),
                Column.text(words.pick("Cambio", "Change"), 40),
                Column.text(words.pick("Estado", "Status"), 28),
                Column.text(words.pick("Desde", "Since"), 18),
                Column.number(words.pick("Esperado/semana", "Promised/week"), 16),
                Column.number(words.pick("Medido por guía (95 %)", "Measured a parcel (95 %)"), 34)));
        for (Improvement i : all) {
            table.row(List.of(
                    String.valueOf(i.number()),
                    i.change().key() + ": " + i.change().from() + " → "
                            + i.change().to(),
                    words.status(i.status()),
                    Figures.dayYearTime(i.since(), texts.language()),
                    pesos(i.promise().gainCop()),
                    i.effect().map(ImprovePage::effect).orElse("–")));
        }
        return table.lines();
    }

    private static String effect(Measured m) {
        return pesos(m.differenceCop()) + " (" + pesos(m.low()) + " … " + pesos(m.high()) + ")";
    }

    private static String pesos(double cop) {
        return Figures.pesos(Math.round(cop));
    }
}
