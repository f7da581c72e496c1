package co.litper.cerebro.server.simulate;

import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.simulator.check.Violation;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.AutonomyStudy;
import co.litper.cerebro.simulator.report.AutonomyTimes;
import co.litper.cerebro.simulator.report.Estimate;
import co.litper.cerebro.simulator.report.FaultEffect;
import co.litper.cerebro.simulator.report.Measure;
import co.litper.cerebro.simulator.report.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A simulation's figures as lines for a terminal: value, and behind ± half of its 95 % interval over worlds. */
public final class SimulationPage {
    private static final int NAME = 14;
    private static final int FIGURE = 16;
    private static final double PERCENT = 100;

    private final Language language;

    public SimulationPage(Language language) {
        this.language = language;
    }

    private String say(String spanish, String english) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    /** The lines. */
    public List<String> lines(Standings standings) {
        List<String> lines = new ArrayList<>();
        Players any = standings.players().getFirst();
        lines.add(standings.plan().worlds() + say(" mundos, semillas ", " worlds, seeds ")
                + standings.plan().seeds().getFirst() + "–"
                + standings.plan().seeds().getLast() + ", "
                + standings.plan().days() + say(" días", " days") + ", "
                + Figures.count(standings.orders(any)) + say(" pedidos por jugador", " orders a player")
                + say(", intervalos del 95 % entre mundos", ", 95 % intervals over worlds"));
        lines.add("");
        lines.addAll(service(standings));
        lines.add("");
        lines.addAll(money(standings));
        lines.add("");
        lines.addAll(new CurvePicture(language).lines(standings));
        lines.add("");
        lines.addAll(targets(standings));
        lines.add("");
        lines.addAll(violations(standings));
        return lines;
    }

    private List<String> service(Standings s) {
        TextTable table = new TextTable(List.of(
                Column.text(say("Política", "Policy"), NAME),
                Column.number(say("A tiempo %", "On time %"), FIGURE),
                Column.number(say("Tarde %", "Late %"), FIGURE),
                Column.number(say("Devueltos %", "Returned %"), FIGURE),
                Column.number(say("Sin personas %", "No people %"), FIGURE),
                Column.number(say("Contactos", "Contacts"), FIGURE)));
        for (Players who : s.players()) {
            table.row(List.of(
                    who.wire(),
                    percent(s.estimate(who, Measure.ON_TIME)),
                    percent(s.estimate(who, Measure.LATE)),
                    percent(s.estimate(who, Measure.RETURNS)),
                    percent(s.estimate(who, Measure.AUTO_RESOLVED)),
                    decimal(s.estimate(who, Measure.CONTACTS), 2)));
        }
        return table.lines();
    }

    private List<String> money(Standings s) {
        TextTable table = new TextTable(List.of(
                Column.text(say("Política", "Policy"), NAME),
                Column.number(say("Costo COP", "Cost COP"), FIGURE),
                Column.number(say("Margen COP", "Margin COP"), FIGURE),
                Column.number(say("Bajo oráculo", "Below oracle"), FIGURE),
                Column.number(say("Puntos/decisión", "Points/decision"), FIGURE),
                Column.number(say("ECE retraso/dev.", "ECE delay/ret."), FIGURE)));
        for (Players who : s.players()) {
            table.row(List.of(
                    who.wire(),
                    decimal(s.estimate(who, Measure.COST), 0),
                    decimal(s.estimate(who, Measure.MARGIN), 0),
                    s.have(Players.ORACLE) ? decimal(s.regret(who), 0) : "–",
                    decimal(s.estimate(who, Measure.POINTS), 3),
                    number(s.estimate(who, Measure.DELAY_ERROR).value(), 3) + " / "
                            + number(s.estimate(who, Measure.RETURN_ERROR).value(), 3)));
        }
        return table.lines();
    }

    private List<String> targets(Standings standings) {
        List<String> lines = new ArrayList<>();
        for (Target target : Target.of(standings)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%18s %%  %s  (%s ≥ %.0f %%)",
                    percent(target.estimate()),
                    say(target.spanish(), target.english()),
                    say("meta", "aim"),
                    target.aim() * PERCENT));
        }
        return lines;
    }

    private List<String> violations(Standings standings) {
        if (!standings.plan().examined()) {
            return List.of(say("Reglas y decisiones: sin examinar.", "Rules and decisions: not examined."));
        }
        List<String> lines = new ArrayList<>();
        for (Players who : standings.players()) {
            Map<String, List<Violation>> byRule = standings.violations(who).stream()
                    .collect(Collectors.groupingBy(Violation::rule, TreeMap::new, Collectors.toList()));
            byRule.forEach((rule, found) -> lines.add(who.wire() + ": " + found.size()
                    + say(" faltas, p. ej. ", " violations, such as ") + found.getFirst()));
        }
        if (lines.isEmpty()) {
            lines.add(say(
                    "Reglas (contacto, dinero, recibos, conservación): sin faltas en el primer mundo.",
                    "Rules (contact, money, receipts, conservation): no violations in the first world."));
        }
        return lines;
    }

    /** What faults did, one line a fault and player. */
    public List<String> faults(List<FaultEffect> effects) {
        TextTable table = new TextTable(List.of(
                Column.text(say("Falla", "Fault"), NAME),
                Column.text(say("Política", "Policy"), NAME),
                Column.number(say("Pierde COP/envío", "Loses COP/parcel"), FIGURE),
                Column.number(say("90 % de vuelta", "90 % back after"), FIGURE),
                Column.number(say("ante el oráculo", "of what oracle kept"), 20)));
        for (FaultEffect effect : effects) {
            table.row(List.of(
                    effect.fault(),
                    effect.player().wire(),
                    decimal(effect.peakCop(), 0),
                    days(effect.backAfterDays()),
                    days(effect.regretBackAfterDays())));
        }
        return table.lines();
    }

    /** How autonomy was earned, by action, and lost where a channel failed silently. */
    public List<String> autonomy(AutonomyTimes times) {
        TextTable earned = new TextTable(List.of(
                Column.text(say("Acción", "Action"), NAME + 4),
                Column.number(say("Casos", "Cases"), 6),
                Column.number(say("Piden un sí", "Ask for a yes"), 14),
                Column.number(say("tras días", "after days"), 10),
                Column.number(say("Actúan", "Act"), 8),
                Column.number(say("tras días", "after days"), 10)));
        for (AutonomyTimes.Earned one : times.earned()) {
            earned.row(List.of(
                    one.action().wire(),
                    String.valueOf(one.cases()),
                    String.valueOf(one.approving()),
                    median(one.approvingDays()),
                    String.valueOf(one.acting()),
                    median(one.actingDays())));
        }
        TextTable lost = new TextTable(List.of(
                Column.text(say("Falla callada", "Fails silently"), NAME + 4),
                Column.number(say("Con autonomía", "With autonomy"), 14),
                Column.number(say("La pierden en ", "Lost within ") + AutonomyStudy.WINDOW_DAYS + " d", 20),
                Column.number(say("tras días", "after days"), 10),
                Column.number(say("sin la falla", "without it"), 12),
                Column.number(say("Actuaban", "Acted"), 9),
                Column.number(say("ya no", "no longer"), 9)));
        for (AutonomyTimes.Lost one : times.lost()) {
            lost.row(List.of(
                    one.silent().wire(),
                    String.valueOf(one.held()),
                    String.valueOf(one.lost()),
                    median(one.days()),
                    String.valueOf(one.lostWithout()),
                    String.valueOf(one.acting()),
                    String.valueOf(one.actingLost())));
        }
        List<String> lines = new ArrayList<>(earned.lines());
        lines.add("");
        lines.addAll(lost.lines());
        return lines;
    }

    private static String median(OptionalDouble days) {
        return days.isPresent() ? number(days.getAsDouble(), 0) : "–";
    }

    private String days(@Nullable Integer days) {
        return days == null ? say("no volvió", "not back") : days + say(" días", " days");
    }

    private static String percent(Estimate e) {
        return decimal(new Estimate(e.value() * PERCENT, e.low() * PERCENT, e.high() * PERCENT), 1);
    }

    private static String decimal(Estimate e, int decimals) {
        String value = number(e.value(), decimals);
        return Double.isNaN(e.low()) ? value : value + " ±" + number((e.high() - e.low()) / 2, decimals);
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "–";
    }
}
