package co.litper.cerebro.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pages as they were last approved. The variable {@code CEREBRO_WRITE_GOLDENS} set to anything writes them anew. */
public final class Goldens {
    private static final Path FOLDER =
            Path.of("src", "test", "resources", "co", "litper", "cerebro", "server", "golden");

    private Goldens() {}

    /** Fails if {@code lines} are not those of the file {@code name}. */
    public static void check(String name, List<String> lines) {
        Path file = FOLDER.resolve(name);
        String text = String.join("\n", lines) + "\n";
        try {
            if (System.getenv("CEREBRO_WRITE_GOLDENS") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("%s; CEREBRO_WRITE_GOLDENS=1 approves what is there now", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
