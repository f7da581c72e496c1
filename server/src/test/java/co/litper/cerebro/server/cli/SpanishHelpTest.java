package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The language of help and texts. */
class SpanishHelpTest {
    private static Map<String, String> descriptions(Language language) {
        RootCommand root = new RootCommand();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Invocation call = new Invocation(List.of(), Map.of(), nowhere, nowhere, false, Clock.fixed(Terminal.NOW));
        Map<String, String> found = new TreeMap<>();
        collect(CommandLineFace.commandLine(root, new CliContext(call, root, language)), found);
        return found;
    }

    private static void collect(CommandLine line, Map<String, String> found) {
        CommandSpec spec = line.getCommandSpec();
        String name = spec.qualifiedName();
        found.put(name, String.join(" ", spec.usageMessage().description()));
        for (ArgSpec arg : spec.args()) {
            String key = arg.isOption()
                    ? ((CommandLine.Model.OptionSpec) arg).longestName()
                    : arg.paramLabel() + ((CommandLine.Model.PositionalParamSpec) arg).index();
            found.put(name + " " + key, String.join(" ", arg.description()));
        }
        line.getSubcommands().values().forEach(sub -> collect(sub, found));
    }

    @Test
    void everyCommandOptionAndParameterIsExplainedInSpanishToo() {
        Map<String, String> english = descriptions(Language.EN);
        Map<String, String> spanish = descriptions(Language.ES);

        assertThat(english).hasSizeGreaterThan(100);
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        spanish.forEach((key, text) -> assertThat(text).as(key).isNotBlank().isNotEqualTo(english.get(key)));
    }

    @Test
    void theConfigurationsLanguageSpeaksWhereNeitherOptionNorEnvironmentDoes(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("c.properties"), "language = en\n");
        List<String> plain = List.of("status", "--config", config.toString());

        assertThat(language(List.of("status"), Map.of("CEREBRO_HOME", folder.toString())))
                .isEqualTo(Language.ES);
        assertThat(language(plain, Map.of())).isEqualTo(Language.EN);
        assertThat(language(plain, Map.of("CEREBRO_LANG", "es"))).isEqualTo(Language.ES);
        assertThat(language(List.of("status", "--config=" + config, "--lang=es"), Map.of()))
                .isEqualTo(Language.ES);
        Files.move(config, folder.resolve("cerebro.properties"));
        assertThat(language(List.of("status", "--data-dir", folder.toString()), Map.of()))
                .isEqualTo(Language.EN);
    }

    private static Language language(List<String> args, Map<String, String> environment) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return LanguageChoice.of(new Invocation(args, environment, nowhere, nowhere, false, Clock.fixed(Terminal.NOW)));
    }
}
