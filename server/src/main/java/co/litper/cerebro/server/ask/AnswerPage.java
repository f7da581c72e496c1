package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.Inquiry;
import co.litper.cerebro.knowledge.ask.Measure;
import co.litper.cerebro.knowledge.ask.QuestionKind;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer as lines for people: the answer first, then how it was reached, how sure, and what would change it. */
public final class AnswerPage {
    private final ConditionText conditions;
    private final StepText steps;

    private AnswerPage(Texts texts) {
        this.conditions = new ConditionText(texts);
        this.steps = new StepText(conditions);
    }

    /** The lines. */
    public static List<String> lines(Answer answer, Texts texts) {
        AnswerPage page = new AnswerPage(texts);
        List<String> lines = new ArrayList<>();
        lines.add(page.conclusion(answer));
        if (!answer.steps().isEmpty()) {
            lines.add("");
            lines.add(page.pick("Cómo se llegó a esto:", "How this was reached:"));
            int number = 1;
            for (Step step : answer.steps()) {
                lines.add("  " + number++ + ". " + page.steps.line(step));
            }
        }
        if (answer.isAnswered()) {
            lines.add("");
            lines.addAll(page.notes(answer));
        }
        return lines;
    }

    /** How it was reached, a sentence for each step, in their order, without the guides that it names. */
    public static List<String> arguments(Answer answer, Texts texts) {
        AnswerPage page = new AnswerPage(texts);
        return answer.steps().stream().map(page.steps::argument).toList();
    }

    /** How sure it is, what would change it and what a word means; none if it is no answer. */
    public static List<String> notes(Answer answer, Texts texts) {
        return answer.isAnswered() ? new AnswerPage(texts).notes(answer) : List.of();
    }

    /** The answer in one or a few sentences. */
    public static String conclusion(Answer answer, Texts texts) {
        return new AnswerPage(texts).conclusion(answer);
    }

    /** What would change it, empty if it is none. */
    static String change(Answer answer, Texts texts) {
        return answer.isAnswered() ? new AnswerPage(texts).change(answer) : "";
    }

    private List<String> notes(Answer answer) {
        List<String> notes = new ArrayList<>(List.of(sureness(answer.sureness()), change(answer)));
        if (answer.steps().stream().anyMatch(step -> step.measure() == Measure.LATE)) {
            notes.add(
                    pick(
                            "Tarde: de los envíos cuya fecha prometida ya pasó y que no volvieron, los que llegaron después o siguen sin llegar. Transportadoras y los indicadores miran solo los entregados.",
                            "Late: of the shipments whose promised day has passed and that did not come back, those that came after it or have not come yet. Carriers and the key figures look at delivered ones only."));
        }
        return notes;
    }

    private String pick(String spanish, String english) {
        return conditions.pick(spanish, english);
    }

    private String conclusion(Answer answer) {
        return switch (answer.verdict()) {
            case Answer.Causes(List<Step> causes) -> causes(causes);
            case Answer.NoDifference(Step held) ->
                pick("No hay una diferencia mayor que la del azar: ", "No difference beyond luck: ")
                        + steps.sentence(held) + ".";
            case Answer.NotWorse notWorse -> notWorse(notWorse);
            case Answer.NoCause(Step held) ->
                pick(
                                "Es así, pero nada de lo que hay en los datos lo explica: ",
                                "So it is, but nothing in the data explains it: ")
                        + steps.sentence(held) + ".";
            case Answer.Told(Step main)
            when answer.inquiry().kind() == QuestionKind.HOW_MANY && main.kind() == Step.Kind.LEVEL ->
                howMany(answer.steps().getFirst(), main);
            case Answer.Told(Step main) -> capital(steps.sentence(main)) + ".";
            case Answer.Unanswerable unanswerable -> unanswerable(unanswerable);
        };
    }

    private String howMany(Step count, Step level) {
        String all = capital(steps.sentence(count)) + ".";
        if (!level.measure().isShare()) {
            return all + " " + capital(steps.sentence(level)) + ".";
        }
        long n = level.figure().n();
        long hits = Math.round(level.figure().value() * n);
        String ever =
                level.measure() == Measure.ISSUE ? pick(" (abierta o ya resuelta)", " (open or already solved)") : "";
        return all + " " + capital(steps.measured(level.measure())) + ever + ": " + Figures.count(hits)
                + pick(" de ", " of ") + Figures.count(n) + " (" + steps.level(level) + ").";
    }

    private String notWorse(Answer.NotWorse v) {
        String figures = ": " + steps.level(v.here()) + pick(" frente a ", " against ") + steps.level(v.rest());
        String more = more(v.held().measure());
        String text = (v.isPlain() ? plainly(v.held(), more) : doubtfully(v.held(), more)) + figures;
        if (!v.isPlain()) {
            text += pick("; la diferencia puede ser azar", "; the difference may be luck");
        }
        if (v.within().isEmpty()) {
            return text + ".";
        }
        return text
                + pick(". Dentro de ese grupo, donde más pasa: ", ". Within it, where it happens most: ")
                + String.join("; ", v.within().stream().map(this::cause).toList())
                + ".";
    }

    private String plainly(Step held, String more) {
        String name = conditions.named(held.subject());
        return name.isEmpty()
                ? capital(conditions.all(held.subject()))
                        + pick(": no hay ", ": there are no ")
                        + more
                        + pick(" que en el resto", " than in the rest")
                : name + pick(" no tiene ", " does not have ") + more + pick(" que el resto", " than the rest");
    }

    private String doubtfully(Step held, String more) {
        String name = conditions.named(held.subject());
        return name.isEmpty()
                ? capital(conditions.all(held.subject()))
                        + pick(": no es seguro que haya ", ": it is not certain that there are ")
                        + more
                        + pick(" que en el resto", " than in the rest")
                : pick("No es seguro que ", "It is not certain that ")
                        + name
                        + pick(" tenga ", " has ")
                        + more
                        + pick(" que el resto", " than the rest");
    }

    private String more(Measure measure) {
        return switch (measure) {
            case LATE -> pick("más retrasos", "more delays");
            case RETURNED -> pick("más devoluciones", "more returns");
            case ISSUE -> pick("más novedades", "more novedades");
            case DAYS -> pick("entregas más lentas", "slower deliveries");
        };
    }

    private String causes(List<Step> causes) {
        StringBuilder text = new StringBuilder(pick("La causa principal: ", "The main cause: "));
        text.append(cause(causes.getFirst())).append('.');
        if (causes.size() > 1) {
            text.append(pick(" También: ", " Also: "));
            text.append(
                    String.join("; ", causes.stream().skip(1).map(this::cause).toList()));
            text.append('.');
        }
        return text.toString();
    }

    private String cause(Step step) {
        String who = conditions.all(step.subject());
        String part = Double.isFinite(step.share())
                ? pick(" (explica el ", " (explains ") + Figures.percent(step.share()) + ")"
                : "";
        return switch (step.kind()) {
            case REST ->
                who
                        + pick(
                                " en sí: la ruta o la zona, con cualquiera",
                                " itself: the road or the area, whoever carries")
                        + part;
            case MECHANISM -> who + pick(", que allí es más frecuente", ", more frequent there") + part;
            case LEVEL,
                    COUNT,
                    DIFFERENCE,
                    ADJUSTED,
                    CAUSE,
                    MINOR,
                    CLEARED,
                    RANK,
                    SLOPE,
                    ASSUMED,
                    EXPECTED,
                    ALIKE,
                    ANSWERED -> who + part;
        };
    }

    private String unanswerable(Answer.Unanswerable u) {
        String sorry = pick("Eso no se puede responder con estos datos: ", "That cannot be answered with these data: ");
        return sorry
                + switch (u.why()) {
                    case NOT_UNDERSTOOD ->
                        pick(
                                "no entendí qué se pregunta de los envíos. Tal vez «¿Por qué los envíos a Pasto tienen más retrasos?».",
                                "the question was not understood. Maybe 'Why do shipments to Pasto have more delays?'.");
                    case TOO_FEW ->
                        pick("hay ", "there are ")
                                + Figures.count(u.n())
                                + pick(" envíos y hacen falta al menos ", " shipments, and at least ")
                                + Figures.count(u.needed())
                                + pick(".", " are needed.");
                    case NOT_NAMED ->
                        pick(
                                "no nombra nada que los datos conozcan (ciudad, transportadora, producto, novedad o guía).",
                                "it names nothing that the data know (city, carrier, product, novedad or guide).");
                    case PERSONAL -> pick("aquí no se dice quién es quién.", "who is who is not told here.");
                    case OUT_OF_SCOPE -> pick("los envíos no dicen nada de eso.", "shipments tell nothing of that.");
                };
    }

    private String sureness(Answer.Sureness sureness) {
        return pick("Seguridad: ", "Sureness: ")
                + switch (sureness) {
                    case HIGH -> pick("alta.", "high.");
                    case FAIR -> pick("media.", "fair.");
                    case LOW -> pick("baja.", "low.");
                };
    }

    private String change(Answer answer) {
        String would = pick("Qué la cambiaría: ", "What would change it: ");
        Inquiry inquiry = answer.inquiry();
        return would
                + switch (inquiry.kind()) {
                    case WHY ->
                        pick(
                                "algo que vaya siempre junto con esa causa y que los datos no registren; o probar lo contrario con unos 200 envíos repartidos al azar.",
                                "something that always goes with that cause and that the data do not hold; or trying otherwise with some 200 shipments assigned by chance.");
                    case COMPARE, WHICH_CARRIER, EXTREME, WHERE, WHEN, WHO ->
                        pick(
                                "más envíos de cada uno en las mismas ciudades y productos; los de hoy no se repartieron al azar.",
                                "more shipments of each in the same cities and products; those of today were not assigned by chance.");
                    case WHAT_IF ->
                        pick(
                                "que con más volumen esa transportadora no rinda igual: es un supuesto, no un hecho.",
                                "if the carrier does not do as well with more volume: this is an assumption, not a fact.");
                    case TREND, UNUSUAL, FORECAST, WHAT_CHANGED ->
                        pick(
                                "los envíos que aún no terminan, y una semana más de datos.",
                                "shipments that have not ended yet, and one more week of data.");
                    case WHAT_WORKED ->
                        pick(
                                "las soluciones no se eligieron al azar: los casos fáciles pueden haber recibido otra.",
                                "answers were not chosen by chance: easy cases may have been given another.");
                    case SIMILAR, HOW_MANY, OTHER -> pick("más envíos.", "more shipments.");
                };
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
