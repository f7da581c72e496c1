package co.litper.cerebro.server.cli;

import java.util.Locale;
import java.util.Optional;

/** A language in which people are spoken to. */
public enum Language {
    ES,
    EN;

    /** The language of a two-letter code in any case. */
    public static Optional<Language> of(String code) {
        return switch (code.trim().toLowerCase(Locale.ROOT)) {
            case "es" -> Optional.of(ES);
            case "en" -> Optional.of(EN);
            case String other -> Optional.empty();
        };
    }

    /** The text in this language. */
    public String say(String spanish, String english) {
        return switch (this) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
