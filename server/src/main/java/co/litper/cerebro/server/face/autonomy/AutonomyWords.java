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
    CITIES("Ciudades sin mensajes ni llamadas", "Cities without messages and calls"),
    CITIES_NOTE(
            "Por un paro, una inundación o una fecha local: a los clientes de estas ciudades no se les escribe ni se les llama. Lo demás sigue.",
            "For a strike, a flood or a local holiday: customers of these cities are neither written to nor called. All else goes on."),
    CITY("Ciudad", "City"),
    CITY_STOP("Parar mensajes y llamadas", "Stop messages and calls"),
    CITY_QUIET("{0}: no salen mensajes ni llamadas.", "{0}: no messages and no calls leave."),
    CITY_RUNS("{0}: vuelven a salir mensajes y llamadas.", "{0}: messages and calls leave again."),
    CITY_UNKNOWN(
            "No se conoce la ciudad «{0}». Escríbala como en la guía, o con su código DANE.",
            "There is no city “{0}”. Write it as on the waybill, or by its DANE code."),
    CITY_MANY(
            "Hay varias «{0}». Escriba también el departamento: Armenia, Quindío.",
            "There are several “{0}”. Write the department too: Armenia, Quindío."),
    CITY_NONE("Ninguna.", "None."),
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
    NO_EVIDENCE_ACTS(
            "Ninguna acción ha mostrado nada todavía. Las que están en «actúa» salen solas porque así se fijó.",
            "No action has shown anything yet. Those that act leave by themselves because they were set so."),
    FIXED("fijado en la configuración", "fixed in the configuration"),
    FIXED_NOTE(
            "Lo que está fijado en la configuración solo se cambia allí.",
            "What is fixed in the configuration can be changed only there."),
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
    LEVELS_SAVED("Nivel guardado: {0}.", "Level saved: {0}."),
    LEVELS_SAME("Nada cambió.", "Nothing changed."),
    UNDO("Deshacer", "Undo"),
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
