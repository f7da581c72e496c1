package co.litper.cerebro.server.face.system;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of the system says. */
public enum SystemWords implements Said {
    STATE("Estado", "State"),
    HEALTHY("El servicio guarda y decide.", "The service keeps and decides."),
    TROUBLED("El servicio no puede guardar: {0}", "The service cannot keep: {0}"),
    ENTRIES("Hechos en el registro", "Facts in the log"),
    BEHIND("Hechos que las listas aún no cuentan", "Facts that the lists do not tell of yet"),
    DEAD_LETTERS("Rechazados sin resolver", "Refused, unresolved"),
    USERS("Usuarios", "Users"),
    NAME("Nombre", "Name"),
    ROLE("Rol", "Role"),
    SINCE("Desde", "Since"),
    REMOVE("Eliminar", "Remove"),
    PASSWORD("Contraseña", "Password"),
    ADD("Crear usuario", "Make a user"),
    ADDED("{0}: listo.", "{0}: done."),
    AUDIT("Quién hizo qué", "Who did what"),
    WHEN("Cuándo", "When"),
    ACT_DONE("hecho", "done"),
    ACT_REFUSED("no se hizo ({0})", "refused ({0})"),
    WHO("Quién", "Who"),
    WHAT("Qué", "What"),
    ON("Sobre", "On"),
    RESULT("Resultado", "Result"),
    MORE_KEYS("Claves de programas", "Keys of programs"),
    MORE_BACKUPS("Copias de seguridad", "Backups"),
    METRICS("Métricas, en /metrics con una clave; la API, en", "Metrics are at /metrics with a key; the API at"),
    HIDDEN("Solo quien administra ve usuarios y rastro.", "Only admins see users and trail.");

    private final String spanish;
    private final String english;

    SystemWords(String spanish, String english) {
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
