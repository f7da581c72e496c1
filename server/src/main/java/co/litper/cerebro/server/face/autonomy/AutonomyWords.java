package co.litper.cerebro.server.face.autonomy;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of autonomy says. */
public enum AutonomyWords implements Said {
    BRAKE("Freno", "Brake"),
    ALL_PAUSED(
            "Todo está en pausa: el cerebro decide, pero nada sale.",
            "Everything is paused: the brain decides, but nothing leaves."),
    ALL_RUNS("El cerebro puede actuar hasta donde llega cada acción.", "The brain may act as far as each action goes."),
    PAUSE_ALL("Detener todo", "Pause everything"),
    RESUME_ALL("Reanudar todo", "Resume everything"),
    ACTIONS("Acciones", "Actions"),
    ACTION("Acción", "Action"),
    LEVEL("Nivel", "Level"),
    EARNED("se gana", "earned"),
    STATE("Estado", "State"),
    PAUSED("en pausa", "paused"),
    RUNS("activa", "active"),
    PAUSE("Detener", "Pause"),
    RESUME("Reanudar", "Resume"),
    EVIDENCE("Evidencia", "Evidence"),
    EVIDENCE_NOTE(
            "Mejora: entregas de más por cada 100 cuando se hizo lo propuesto frente a lo demás, con su límite inferior (95 %). Un nivel se gana cuando ese límite pasa el margen, y se pierde ante la primera duda.",
            "Gain: more deliveries of 100 where it was done as proposed against the rest, with its lower bound (95 %). A level is earned when that bound passes the margin, and lost at the first doubt."),
    NO_EVIDENCE(
            "Ninguna acción ha mostrado nada todavía: todo se propone, nada sale solo.",
            "No action has shown anything yet: everything is proposed, nothing leaves by itself."),
    REASON("Novedad", "Novedad"),
    CASES("Casos", "Cases"),
    DONE("Hechos", "Done"),
    GAIN("Mejora", "Gain"),
    AT_LEAST("{0} (al menos {1})", "{0} (at least {1})"),
    SAVE_LEVELS("Guardar niveles", "Save levels"),
    LEVEL_OF("Nivel de {0}", "Level of {0}"),
    LEVELS_NOTE(
            "Un nivel puesto a mano manda sobre la evidencia, como tope o como permiso; «se gana» lo devuelve a la evidencia.",
            "A level set by hand rules over the evidence, as a cap or as a leave; “earned” gives it back to the evidence."),
    ONLY_ADMINS("Solo quien administra cambia esto.", "Only admins change this.");

    private final String spanish;
    private final String english;

    AutonomyWords(String spanish, String english) {
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
