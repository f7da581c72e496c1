package co.litper.cerebro.server.face.system;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the pages of keys and backups say. */
public enum KeyWords implements Said {
    KEYS("Claves de programas", "Keys of programs"),
    KEYS_NOTE(
            "Cada programa con su clave y el menor rol que le alcance. El secreto se ve una sola vez.",
            "Each program with its own key and the least role that will do. The secret is seen once."),
    NO_KEYS("Todavía no hay claves.", "There are no keys yet."),
    ID("Clave", "Key"),
    LABEL("Programa", "Program"),
    MERCHANT("Comercio", "Merchant"),
    ALL("todos", "all"),
    ENDS("Vence", "Ends"),
    NEVER("nunca", "never"),
    USED("Último uso", "Last used"),
    STANDING("Estado", "State"),
    ACTIVE("activa", "active"),
    EXPIRED("vencida", "expired"),
    REVOKED("revocada", "revoked"),
    DAYS("Vence en días (vacío: nunca)", "Ends in days (empty: never)"),
    MAKE("Crear clave", "Make a key"),
    REVOKE("Revocar", "Revoke"),
    MADE("Clave creada. Cópiela ahora: no se vuelve a mostrar.", "Key made. Copy it now: it is not shown again."),
    TOKEN("Secreto", "Secret"),
    REVOKED_NOW("{0}: revocada.", "{0}: revoked."),
    BACKUPS("Copias de seguridad", "Backups"),
    BACKUPS_NOTE(
            "Se copia todo mientras el servicio sigue, y cada copia se prueba antes de darla por buena. Se restaura con cerebro restore.",
            "Everything is copied while the service goes on, and each copy is proved before it counts. Restore with cerebro restore."),
    NO_BACKUPS("Todavía no hay copias.", "There are no backups yet."),
    NAME("Copia", "Backup"),
    WITH_KEY("Con la clave de los datos personales", "With the key of personal data"),
    BACK_UP("Hacer una copia ahora", "Make a backup now"),
    BACKED_UP("{0}: hecha y probada, {1} hechos, {2} MB.", "{0}: made and proved, {1} facts, {2} MB."),
    BUSY("Ya se está haciendo otra copia.", "Another backup is being made."),
    BACK("Volver a Sistema", "Back to system");

    private final String spanish;
    private final String english;

    KeyWords(String spanish, String english) {
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
