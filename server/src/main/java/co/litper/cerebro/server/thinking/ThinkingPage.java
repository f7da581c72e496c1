package co.litper.cerebro.server.thinking;

import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.learn.ThinkingReport;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells a {@link ThinkingReport}. */
public final class ThinkingPage {
    private final Language language;

    public ThinkingPage(Language language) {
        this.language = language;
    }

    private String say(String spanish, String english) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    /** Lines for a terminal. */
    public List<String> lines(ThinkingReport r) {
        List<String> lines = new ArrayList<>();
        if (r.considered() == 0) {
            lines.add(say(
                    "No se ha pensado despacio en ninguna decisión: está apagado (thinking.mode = off), no hay llave,"
                            + " o no valía lo que cuesta.",
                    "No decision was thought about slowly: it is off (thinking.mode = off), there is no key, or it was"
                            + " not worth its cost."));
            return lines;
        }
        lines.add(say("Decisiones en que valía la pena: ", "Decisions where it was worth it: ")
                + Figures.count(r.considered())
                + say("; consultadas: ", "; asked about: ")
                + Figures.count(r.asked()));
        for (ThoughtEnd end : ThoughtEnd.values()) {
            if (r.ended(end) > 0) {
                lines.add("  " + end(end) + ": " + Figures.count(r.ended(end)));
            }
        }
        lines.add(say("Consejos distintos de lo decidido: ", "Advice other than what was decided: ")
                + Figures.count(r.differed())
                + say("; seguidos: ", "; followed: ")
                + Figures.count(r.followed()));
        lines.add(say("Costó: ", "It cost: ") + Figures.pesos(r.costCop()) + " (" + Figures.count(r.inputTokens())
                + say(" tokens leídos, ", " tokens read, ") + Figures.count(r.outputTokens())
                + say(" escritos)", " written)"));
        lines.add(r.earned()
                .map(e -> say("Ganó: ", "It earned: ") + interval(e))
                .orElse(say(
                        "Ganó: todavía no se sabe; faltan casos terminados.",
                        "It earned: not known yet; too few cases have ended.")));
        lines.add(verdict(r));
        return lines;
    }

    private static String interval(ThinkingReport.Worth w) {
        return Figures.pesos(Math.round(w.copPerCase())) + " [" + Figures.pesos(Math.round(w.low())) + ", "
                + Figures.pesos(Math.round(w.high())) + "]";
    }

    private String verdict(ThinkingReport r) {
        return r.earned()
                .map(e -> e.low() > r.costCop()
                        ? say("Paga lo que cuesta.", "It pays for itself.")
                        : e.high() < r.costCop()
                                ? say(
                                        "No paga lo que cuesta: mejor apagarlo.",
                                        "It does not pay: better switch it off.")
                                : say("No se puede decir si paga.", "Whether it pays cannot be told."))
                .orElse(say("No se puede decir si paga.", "Whether it pays cannot be told."));
    }

    private String end(ThoughtEnd end) {
        return switch (end) {
            case ADVISED -> say("aconsejó", "advised");
            case REFUSED -> say("no quiso opinar", "would not judge");
            case MALFORMED -> say("respuesta inválida", "invalid answer");
            case OVERLOADED -> say("servicio saturado", "service overloaded");
            case TIMED_OUT -> say("no llegó a tiempo", "not in time");
            case UNREACHABLE -> say("no se pudo llegar al servicio", "service not reached");
            case OVER_BUDGET -> say("presupuesto agotado", "budget spent");
            case HELD_BACK -> say("servicio en descanso tras fallar", "service left alone after failing");
            case NO_ROOM -> say("sin cupo", "no room");
        };
    }

    /** The same for programs. */
    public static void write(ThinkingReport r, ObjectNode json) {
        json.put("considered", r.considered()).put("asked", r.asked());
        ObjectNode ends = json.putObject("ends");
        for (ThoughtEnd end : ThoughtEnd.values()) {
            ends.put(end.name().toLowerCase(Locale.ROOT), r.ended(end));
        }
        json.put("differed", r.differed()).put("followed", r.followed());
        json.put("inputTokens", r.inputTokens()).put("outputTokens", r.outputTokens());
        json.put("costCop", r.costCop());
        r.earned()
                .ifPresent(e -> json.putObject("earnedCop")
                        .put("value", e.copPerCase())
                        .put("low", e.low())
                        .put("high", e.high()));
    }
}
