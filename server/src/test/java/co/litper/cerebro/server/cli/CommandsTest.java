package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.world.Clock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    private final PrintWriter nowhere = new PrintWriter(new StringWriter());
    private final Invocation call =
            new Invocation(List.of(), Map.of(), nowhere, nowhere, false, Clock.fixed(Terminal.NOW));
    private final RootCommand root = new RootCommand();
    private final CliContext context = new CliContext(call, root, Language.EN);

    @Test
    void eachCommandIsFoundUnderTheNameThatItHasInTheHelp() {
        CommandLine all = CommandLineFace.commandLine(root, context);
        assertThat(all.getSubcommands()).hasSizeGreaterThan(20);
        all.getSubcommands()
                .forEach((name, line) -> assertThat(Commands.asked(List.of("--lang", "en", name, "--help"), context)
                                .map(Object::getClass))
                        .as(name)
                        .contains((Class) line.getCommand().getClass()));
    }

    @Test
    void whatDoesNotPlainlyNameACommandIsLookedForAmongAll() {
        assertThat(Commands.asked(List.of(), context)).isEmpty();
        assertThat(Commands.asked(List.of("--help", "serve"), context)).isEmpty();
        assertThat(Commands.asked(List.of("srve"), context)).isEmpty();
        assertThat(Commands.asked(List.of("--data-dir"), context)).isEmpty();
        assertThat(Commands.asked(List.of("--data-dir", "why"), context)).isEmpty();
        assertThat(Commands.asked(List.of("--data-dir=why", "--debug", "kpis"), context))
                .isPresent();
    }
}
