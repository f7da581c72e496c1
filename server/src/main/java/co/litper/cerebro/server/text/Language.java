package co.litper.cerebro.server.text;

import java.util.Locale;
import java.util.Optional;

/** A language in which Cerebro speaks to people. */
public enum Language {
    /** Spanish, the default. */
    ES("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    /** English. */
    EN("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final String[] months;

    Language(String... months) {
        this.months = months;
    }

    /** The language with this code, {@code es} or {@code en}, in any case; empty if there is none. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The code of ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The month's name in three letters; {@code month} from 1 to 12. */
    String month(int month) {
        return months[month - 1];
    }
}
