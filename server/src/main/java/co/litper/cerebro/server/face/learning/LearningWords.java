package co.litper.cerebro.server.face.learning;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of learning says. */
public enum LearningWords implements Said {
    CURVE("Curva de aprendizaje", "Learning curve"),
    CURVE_NOTE(
            "Puntos por decisión, según la semana en que se decidió. Las últimas semanas aún no maduran: faltan desenlaces.",
            "Points per decision, by the week in which it was made. The last weeks are not mature: outcomes are missing."),
    NO_CURVE(
            "Ninguna decisión en vivo tiene todavía su desenlace; en la historia importada el cerebro no hizo nada.",
            "No live decision has its outcome yet; in imported history the brain did nothing."),
    WEEK("Semana desde", "Week from"),
    DECISIONS("Decisiones", "Decisions"),
    SETTLED("Con desenlace", "Settled"),
    MATURITY("Madurez", "Maturity"),
    POINTS("Puntos por decisión", "Points per decision"),
    PESOS("Pesos por decisión", "Pesos per decision"),
    EXPLORED("Exploradas", "Explored"),
    WORTH("Valor frente a no hacer nada", "Value against doing nothing"),
    WORTH_NONE(
            "El cerebro aún no ha respondido novedades sin personas.",
            "The brain has not answered any novedad without people yet."),
    BASELINE("Comparación", "Comparison"),
    MEAN("Por envío", "Per shipment"),
    INTERVAL("Intervalo 95 %", "95 % interval"),
    CASES("Casos", "Cases"),
    OURS("Con las respuestas del cerebro", "With the brain's answers"),
    LEFT(
            "Lo mismo, con la primera respuesta dejada quieta (azar, ponderado)",
            "The same, with the first answer left (by chance, weighted)"),
    GAIN("Diferencia, por todos los envíos", "Difference, over all shipments"),
    WORTH_NOTE(
            "Últimos {0} días, la misma cifra que en Hoy. Cada envío cuenta una vez, por la primera respuesta a su novedad; las que siguieron se dieron de todos modos. Para otras políticas: cerebro replay.",
            "Last {0} days, the same figure as on Today. Each shipment counts once, by the first answer to its novedad; those that followed were given anyway. For other policies: cerebro replay."),
    ARMS("Brazos y probabilidades", "Arms and propensities"),
    ARMS_NOTE(
            "Las últimas {0} preguntas de toda la instalación. La probabilidad es aquella, exacta, con que se sorteó lo elegido; sin ella nada de lo aprendido se podría comprobar.",
            "The last {0} questions of the whole installation. The propensity is the exact probability with which the choice was drawn; without it nothing learned could be checked."),
    NO_ARMS("Todavía no se ha decidido nada.", "Nothing has been decided yet."),
    QUESTION("Pregunta", "Question"),
    ARM("Brazo", "Arm"),
    DRAWN("Elegido", "Drawn"),
    PROPENSITY("Probabilidad media", "Mean propensity"),
    LEAST("La menor", "Least"),
    BY_CHANCE("Por azar", "By chance"),
    EARNED("Ganó en promedio", "Earned on average"),
    CALIBRATION("Calibración", "Calibration"),
    CALIBRATION_NOTE(
            "De los últimos {0} desenlaces de la instalación: lo que se dijo frente a lo que pasó. Sobre la diagonal, las probabilidades significan lo que dicen.",
            "Of the last {0} outcomes of the installation: what was said against what happened. On the diagonal, probabilities mean what they say."),
    NO_CALIBRATION("Todavía no hay desenlaces con qué comparar.", "There are no outcomes to compare with yet."),
    DELAY("Retraso", "Delay"),
    RETURN("Devolución", "Return"),
    PERFECT("Perfecta", "Perfect"),
    FORECAST("Pronóstico", "Forecast"),
    SAID("Se dijo", "Said"),
    HAPPENED("Pasó", "Happened"),
    ERROR("Error de calibración esperado: {0}", "Expected calibration error: {0}"),
    IMPROVEMENT("Automejora", "Self-improvement"),
    MODE("Modo: {0}.", "Mode: {0}."),
    NO_CHANGES("Todavía no se ha propuesto ningún cambio.", "No change has been proposed yet."),
    CHANGE("Cambio", "Change"),
    STATUS("Estado", "Status"),
    SINCE("Desde", "Since"),
    PROMISE("Esperado por semana", "Promised a week"),
    MEASURED("Medido por guía", "Measured a parcel"),
    APPLY("Aplicar", "Apply"),
    REJECT("Rechazar", "Reject"),
    REVERT("Deshacer", "Undo"),
    ANSWERED("Cambio {0}: {1}.", "Change {0}: {1}."),
    REFUSED("Cambio {0}: no, {1}.", "Change {0}: no, {1}."),
    REPORT("Hacer el informe ahora", "Make the report now"),
    REPORT_NOTE(
            "Lee todo el registro; con años de historia toma minutos. No cambia nada.",
            "Reads the whole log; with years of history it takes minutes. Changes nothing."),
    REPORT_TITLE("Informe de automejora", "Report of self-improvement"),
    BACK("Volver a Aprendizaje", "Back to learning"),
    ONLY_ADMINS("Solo quien administra responde a los cambios.", "Only admins answer changes.");

    private final String spanish;
    private final String english;

    LearningWords(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
