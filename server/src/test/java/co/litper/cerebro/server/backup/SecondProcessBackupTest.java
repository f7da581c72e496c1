package co.litper.cerebro.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup by the command line, while this process writes the store. */
class SecondProcessBackupTest {
    @TempDir
    private Path root;

    @Test
    void anotherProcessBacksUpWhatThisOneWrites() throws Exception {
        Path data = root.resolve("data");
        Path copy = root.resolve("copy");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
        long before;
        try (Installation installation = Shop.open(data)) {
            Shop.tell(installation, 0, 100);
            before = installation.store().log().end() - 1;
            Thread load = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 100; !enough.get() && i < 400_000; i += 20) {
                        Shop.tell(installation, i, i + 20);
                    }
                } catch (Exception e) {
                    trouble.set(e);
                }
            });
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "backup",
                            copy.toString(),
                            "--data-dir",
                            data.toString())
                    .redirectErrorStream(true)
                    .start();
            String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = other.waitFor();
            enough.set(true);
            load.join();
            assertThat(code).as(told).isZero();
            assertThat(trouble.get()).isNull();
        }
        Path elsewhere = root.resolve("elsewhere");

        Manifest manifest = new Restore(Shop.PLAIN, Shop.CLOCK)
                .restore(copy, elsewhere, Optional.empty(), false)
                .manifest();

        assertThat(manifest.contents().events()).isGreaterThanOrEqualTo(before);
        try (SqliteStore original = SqliteStore.openReadOnly(data, Shop.PLAIN);
                SqliteStore restored = SqliteStore.openReadOnly(elsewhere, Shop.PLAIN)) {
            assertThat(Shop.entries(restored.log()))
                    .isEqualTo(Shop.entries(original.log())
                            .headMap(manifest.contents().events() + 1));
            assertThat(Shop.state(restored, false)).isEqualTo(Shop.state(restored, true));
        }
    }
}
