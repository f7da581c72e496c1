package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of a call: {@code --lang}, else {@code CEREBRO_LANG}, else {@code language} of the configuration. Known
 * before anything is parsed, since help and parse errors are told in it; whatever is wrong falls back to Spanish.
 */
final class LanguageChoice {
    private LanguageChoice() {}

    static Language of(Invocation invocation) {
        return option(invocation, "--lang")
                .or(() -> Optional.ofNullable(invocation.environment().get("CEREBRO_LANG")))
                .or(() -> configured(invocation))
                .flatMap(Language::of)
                .orElse(Language.ES);
    }

    private static Optional<String> configured(Invocation invocation) {
        return switch (Configuration.read(file(invocation), invocation.environment())) {
            case Configuration.Usable(Configuration configuration) -> Optional.of(configuration.get("language"));
            // The command itself tells what is wrong with it.
            case Configuration.Faulty faulty -> Optional.empty();
        };
    }

    private static Optional<Path> file(Invocation invocation) {
        Optional<Path> given = option(invocation, "--config").map(Path::of);
        if (given.isPresent()) {
            return given;
        }
        String folder = option(invocation, "--data-dir")
                .orElse(invocation.environment().getOrDefault("CEREBRO_HOME", CliContext.DEFAULT_FOLDER));
        return Optional.of(Path.of(folder, CliContext.CONFIG_FILE)).filter(Files::exists);
    }

    /** The value of an option, the last one if it is told twice. */
    private static Optional<String> option(Invocation invocation, String name) {
        List<String> args = invocation.args();
        @Nullable String value = null;
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith(name + "=")) {
                value = args.get(i).substring(name.length() + 1);
            } else if (args.get(i).equals(name) && i + 1 < args.size()) {
                value = args.get(i + 1);
            }
        }
        return Optional.ofNullable(value);
    }
}
