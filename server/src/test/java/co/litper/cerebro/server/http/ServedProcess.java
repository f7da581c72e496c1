package co.litper.cerebro.server.http;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** {@code cerebro serve} in a process of its own, with a key that is good for everything. */
record ServedProcess(Process process, URI address, String key) implements AutoCloseable {
    /** Starts it over a folder and waits until it listens. */
    static ServedProcess start(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data-dir",
                        data.toString(),
                        "serve",
                        "--port",
                        "0",
                        "--owner-key")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = Objects.requireNonNull(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine(),
                "the service did not start");
        String link = line.substring(line.indexOf("http"));
        return new ServedProcess(
                process, URI.create(link.substring(0, link.indexOf('#'))), link.substring(link.indexOf('#') + 1));
    }

    /** Ids of the events in a folder's log. */
    static Set<String> kept(Path data) {
        Set<String> kept = new HashSet<>();
        EnvelopeCodec codec = new EnvelopeCodec();
        try (SqliteStore store = SqliteStore.openReadOnly(data, SqliteStore.Options.standard())) {
            store.log().read(EventLog.FIRST, entry -> {
                kept.add(codec.decode(entry.event()).id());
                return true;
            });
        }
        return kept;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
