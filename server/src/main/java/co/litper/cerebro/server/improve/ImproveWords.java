package co.litper.cerebro.server.improve;

import co.litper.cerebro.learn.improve.Answers;
import co.litper.cerebro.learn.improve.Brake;
import co.litper.cerebro.learn.improve.Course;
import co.litper.cerebro.learn.improve.Improvement;
import co.litper.cerebro.learn.improve.Metric;
import co.litper.cerebro.learn.improve.Mode;
import co.litper.cerebro.learn.replay.Missing;
import co.litper.cerebro.server.text.Language;

/** The words of self-improvement. */
public record ImproveWords(Language language) {

    String pick(String spanish, String english) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    String metric(Metric metric) {
        return switch (metric) {
            case REWARD -> pick("Recompensa por decisión", "Reward per decision");
            case PESOS -> pick("Pesos por guía", "Pesos per parcel");
            case LATE -> pick("Entregas tarde", "Late deliveries");
            case RETURNED -> pick("Devoluciones", "Returns");
            case RESCUED -> pick("Novedades rescatadas", "Novedades rescued");
            case DELAY_ERROR -> pick("Error de probabilidad, retraso", "Probability error, delay");
            case RETURN_ERROR -> pick("Error de probabilidad, devolución", "Probability error, return");
        };
    }

    String course(Course course) {
        return switch (course) {
            case Course.Apply() -> pick("se aplica", "is applied");
            case Course.Ask(Course.Because because) ->
                pick("espera aprobación", "waits for approval") + ": " + because(because);
            case Course.Held(Brake brake) -> pick("espera", "held back") + ": " + brake(brake);
            case Course.Backlog(Course.Because because, var missing) ->
                pick("pendiente de estudio", "backlog") + ": "
                        + (missing.isEmpty() ? because(because) : missing(missing.getFirst()));
        };
    }

    private String because(Course.Because because) {
        return switch (because) {
            case MODE -> pick("improve.mode = propose", "improve.mode = propose");
            case NOT_SURELY_BETTER -> pick("no es seguro que mejore", "not surely better");
            case ONLY_PART_TOLD -> pick("solo se ve lo que cuesta el azar", "only what chance costs is seen");
            case UNLIKELY -> pick("no parece mejorar", "does not seem to help");
            case LOG_CANNOT_TELL -> pick("el registro no alcanza", "the log cannot tell");
        };
    }

    private String brake(Brake brake) {
        return switch (brake) {
            case OFF -> pick("improve.mode = off", "improve.mode = off");
            case FIXED -> pick("lo fijó una persona", "fixed by people");
            case MEASURING -> pick("se mide un cambio anterior", "an earlier change is being measured");
            case ONE_A_WEEK -> pick("un cambio por semana", "one change a week");
            case COOLDOWN -> pick("se deshizo o rechazó hace poco", "taken back or refused lately");
            case WAITING -> pick("ya espera respuesta", "waits for an answer already");
            case QUEUE -> pick("otras esperan primero", "others wait first");
        };
    }

    private String missing(Missing missing) {
        return switch (missing) {
            case OUTCOMES -> pick("sin desenlaces conocidos", "no known outcomes");
            case ANSWER -> pick("no responde esa pregunta", "no answer to that question");
            case AUTONOMY -> pick("lo decidieron personas", "people decided");
            case MATURITY -> pick("faltan desenlaces", "outcomes are not in yet");
            case PARCELS -> pick("muy pocas guías", "too few parcels");
            case AGREEMENT -> pick("muy pocas guías se trataron así", "too few parcels were dealt with so");
            case SUPPORT -> pick("nunca se probó", "was never tried");
            case VARIETY -> pick("depende de un puñado de guías", "hangs on a handful of parcels");
            case NUMBERS -> pick("el registro no trae las probabilidades", "the log lacks the probabilities");
        };
    }

    /** How a change stands. */
    public String status(Improvement.Status status) {
        return switch (status) {
            case WAITING -> pick("espera respuesta", "waits for an answer");
            case REJECTED -> pick("rechazado", "rejected");
            case EXPIRED -> pick("venció sin respuesta", "expired unanswered");
            case APPLIED -> pick("aplicado, midiéndose", "applied, being measured");
            case KEPT -> pick("aplicado y medido", "applied and measured");
            case UNTOLD -> pick("aplicado, efecto no medible", "applied, effect cannot be told");
            case REVERTED -> pick("deshecho", "reverted");
            case SUPERSEDED -> pick("otro lo cambió después", "changed by someone since");
        };
    }

    /** How far self-improvement may go. */
    public String mode(Mode mode) {
        return switch (mode) {
            case OFF -> pick("apagado", "off");
            case PROPOSE -> pick("propone", "proposes");
            case ACT -> pick("actúa", "acts");
        };
    }

    /** Why an answer changes nothing. */
    public String why(Answers.Why why) {
        return switch (why) {
            case UNKNOWN -> pick("no hay cambio con ese número", "no change has that number");
            case NOT_WAITING -> pick("no espera respuesta", "it does not wait for an answer");
            case NOT_IN_FORCE -> pick("no está en vigor", "it is not in force");
            case FIXED ->
                pick(
                        "el valor lo fijó una persona o la configuración",
                        "a person or the configuration fixed the value");
            case CHANGED_SINCE -> pick("el valor cambió desde entonces", "the value has changed since");
            case MEASURING ->
                pick(
                        "se mide un cambio anterior; dos a la vez no se distinguen",
                        "an earlier change is being measured; two at once cannot be told apart");
        };
    }
}
