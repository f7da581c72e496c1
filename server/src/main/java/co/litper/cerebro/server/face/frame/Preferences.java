package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a reader likes pages, as the browser remembers it.
 *
 * @param theme {@code light}, {@code dark}, or {@code auto} for what the device says
 */
public record Preferences(Language language, String theme) {
    static final String LANGUAGE_COOKIE = "lang";
    static final String THEME_COOKIE = "theme";
    static final List<String> THEMES = List.of("auto", "light", "dark");

    /** What the cookies say; Spanish and the device's theme where they say nothing. */
    static Preferences of(Function<String, Optional<String>> cookies) {
        return new Preferences(
                cookies.apply(LANGUAGE_COOKIE).flatMap(Language::of).orElse(Language.ES),
                cookies.apply(THEME_COOKIE).filter(THEMES::contains).orElse("auto"));
    }

    /** The other language. */
    public Language otherLanguage() {
        return switch (language) {
            case ES -> Language.EN;
            case EN -> Language.ES;
        };
    }

    /** The theme that the switch leads to. */
    public String nextTheme() {
        return THEMES.get((THEMES.indexOf(theme) + 1) % THEMES.size());
    }
}
