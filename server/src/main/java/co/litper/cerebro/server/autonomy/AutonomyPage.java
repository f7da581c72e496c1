package co.litper.cerebro.server.autonomy;

import co.litper.cerebro.learn.AutonomyReport;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.server.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells an {@link AutonomyStanding}. */
public final class AutonomyPage {
    private AutonomyPage() {}

    /** Lines for a terminal. */
    public static List<String> lines(AutonomyStanding standing, Texts texts) {
        if (standing.lines().isEmpty()) {
            return List.of(texts.say(Phrase.AUTONOMY_NONE));
        }
        TextTable table = new TextTable(List.of(
                Column.text(texts.say(Phrase.AUTONOMY_ACTION), 28),
                Column.text(texts.say(Phrase.AUTONOMY_REASON), 24),
                Column.text(texts.say(Phrase.AUTONOMY_LEVEL), 22),
                Column.number(texts.say(Phrase.AUTONOMY_CASES), 8),
                Column.number(texts.say(Phrase.AUTONOMY_DONE), 8),
                Column.number(texts.say(Phrase.AUTONOMY_GAIN), 18)));
        for (AutonomyStanding.Line line : standing.lines()) {
            AutonomyReport.Line e = line.evidence();
            var reason = e.reason();
            table.row(List.of(
                    texts.action(e.action()),
                    reason == null ? "–" : texts.reason(reason),
                    texts.autonomy(line.level()) + (line.fixed() ? " *" : "") + (line.paused() ? " ‖" : ""),
                    Figures.count(e.proposals()),
                    Figures.count(e.done()),
                    gain(e)));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(texts.say(Phrase.AUTONOMY_NOTE));
        return lines;
    }

    private static String gain(AutonomyReport.Line e) {
        return e.gainAtLeast() == Double.NEGATIVE_INFINITY
                ? "–"
                : String.format(Locale.ROOT, "%+.1f (≥ %+.1f)", 100 * e.gain(), 100 * e.gainAtLeast());
    }

    /** The same for programs, below {@code items}. */
    public static void write(AutonomyStanding standing, ObjectNode json) {
        ArrayNode items = json.putArray("items");
        for (AutonomyStanding.Line line : standing.lines()) {
            AutonomyReport.Line e = line.evidence();
            ObjectNode item = items.addObject();
            item.put("action", e.action().wire());
            var reason = e.reason();
            item.put("reason", reason == null ? "" : reason.name());
            item.put("level", line.level().name().toLowerCase(Locale.ROOT));
            item.put("fixed", line.fixed()).put("paused", line.paused());
            item.put("proposals", e.proposals()).put("done", e.done()).put("lost", e.lost());
            item.put("gain", e.gain());
            if (e.gainAtLeast() > Double.NEGATIVE_INFINITY) {
                item.put("gainAtLeast", e.gainAtLeast());
            }
        }
    }
}
