package co.litper.cerebro.server.cli;

import co.litper.cerebro.world.Clock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/** What a command knows of the call that it serves: global options, environment, output, language. Not thread-safe. */
public final class CliContext {
    private static final String DEFAULT_FOLDER = "data";

    private final Invocation invocation;
    private final RootCommand root;
    private final Language language;

    CliContext(Invocation invocation, RootCommand root, Language language) {
        this.invocation = invocation;
        this.root = root;
        this.language = language;
    }

    /** Where results go. */
    public PrintWriter out() {
        return invocation.out();
    }

    /** Where errors and progress go. */
    public PrintWriter err() {
        return invocation.err();
    }

    /** True if a person watches, so that a line may be rewritten. */
    public boolean isTerminal() {
        return invocation.terminal();
    }

    /** Tells the time. */
    public Clock clock() {
        return invocation.clock();
    }

    /** The process's variables. */
    public Map<String, String> environment() {
        return invocation.environment();
    }

    /** The language of the person. */
    public Language language() {
        return language;
    }

    /** The text in the person's language. */
    public String say(String spanish, String english) {
        return language.say(spanish, english);
    }

    /** The folder of the store: {@code --data-dir}, {@code CEREBRO_HOME}, or {@code data} in the working directory. */
    public Path dataDir() {
        if (root.dataDir != null) {
            return root.dataDir;
        }
        return Path.of(environment().getOrDefault("CEREBRO_HOME", DEFAULT_FOLDER));
    }

    boolean isDebug() {
        return root.debug;
    }
}
