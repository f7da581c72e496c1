package co.litper.cerebro.server.cli;

import co.litper.cerebro.logistics.UnknownTexts;
import co.litper.cerebro.server.ingest.ImportTally;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the closing account of an import, to people or programs. */
final class ImportSummary {
    private static final int EXAMPLES = 5;
    private static final double MS = 1_000.0;

    private final CliContext context;
    private final ImportTally tally;
    private final long decisions;
    private final Duration took;
    private final boolean firstImport;

    ImportSummary(CliContext context, ImportTally tally, long decisions, Duration took, boolean firstImport) {
        this.context = context;
        this.tally = tally;
        this.decisions = decisions;
        this.took = took;
        this.firstImport = firstImport;
    }

    void tellPeople() {
        line("Filas", "Rows", tally.rows());
        line("Eventos nuevos", "New events", tally.events());
        line("Repetidas", "Duplicates", tally.duplicates());
        line("Históricas", "Historical", tally.historical());
        if (tally.tariffs() > 0) {
            line("Tarifas nuevas", "New tariffs", tally.tariffs());
        }
        line("Decisiones", "Decisions", decisions);
        line("Rechazadas", "Refused", tally.refused());
        unknown("Estados desconocidos", "Unknown statuses", tally.statuses());
        unknown("Novedades desconocidas", "Unknown novedades", tally.issues());
        unknown("Ciudades desconocidas", "Unknown cities", tally.cities());
        context.out()
                .println(context.say("Duración", "Duration")
                        + String.format(Locale.ROOT, ": %.1f s", took.toMillis() / MS));
        if (firstImport) {
            context.out()
                    .println(context.say(
                            "Primera importación: todo es historia, nada sale hacia clientes ni transportadoras.",
                            "First import: all of it is history, nothing leaves to customers or carriers."));
        }
        refusals();
    }

    private void line(String spanish, String english, long count) {
        context.out().println(context.say(spanish, english) + ": " + count);
    }

    private void unknown(String spanish, String english, UnknownTexts texts) {
        if (texts.total() == 0) {
            return;
        }
        String examples = texts.top(EXAMPLES).stream()
                .map(row -> "«" + row.text() + "» " + row.count())
                .collect(Collectors.joining(", "));
        context.out().println(context.say(spanish, english) + ": " + texts.total() + " (" + examples + ")");
    }

    private void refusals() {
        for (ImportTally.Refusal refusal : tally.refusals()) {
            context.out()
                    .println("  " + refusal.file() + context.say(", línea ", ", line ") + refusal.line() + ": "
                            + refusal.reason());
        }
        long more = tally.refused() - tally.refusals().size();
        if (more > 0) {
            context.out().println(context.say("  … y " + more + " más", "  … and " + more + " more"));
        }
        if (tally.refused() > 0) {
            context.out()
                    .println(context.say(
                            "Todas quedaron guardadas: «cerebro deadletters list».",
                            "All of them are kept: 'cerebro deadletters list'."));
        }
    }

    void tellPrograms() {
        ObjectNode object = JsonOut.object();
        object.put("rows", tally.rows())
                .put("events", tally.events())
                .put("duplicates", tally.duplicates())
                .put("historical", tally.historical())
                .put("tariffs", tally.tariffs())
                .put("decisions", decisions)
                .put("refused", tally.refused())
                .put("firstImport", firstImport)
                .put("durationMs", took.toMillis());
        unknown(object, "unknownStatuses", tally.statuses());
        unknown(object, "unknownIssues", tally.issues());
        unknown(object, "unknownCities", tally.cities());
        var refusals = object.putArray("refusals");
        for (ImportTally.Refusal refusal : tally.refusals()) {
            refusals.addObject()
                    .put("file", refusal.file())
                    .put("line", refusal.line())
                    .put("reason", refusal.reason());
        }
        var troubles = object.putArray("fileProblems");
        for (ImportTally.FileTrouble trouble : tally.troubles()) {
            troubles.addObject()
                    .put("file", trouble.file())
                    .put("rows", trouble.rows())
                    .put("message", trouble.message());
        }
        JsonOut.print(context, object);
    }

    private static void unknown(ObjectNode object, String name, UnknownTexts texts) {
        ObjectNode told = object.putObject(name).put("total", texts.total());
        var top = told.putArray("top");
        for (UnknownTexts.Row row : texts.top(EXAMPLES)) {
            top.addObject().put("text", row.text()).put("count", row.count());
        }
    }
}
