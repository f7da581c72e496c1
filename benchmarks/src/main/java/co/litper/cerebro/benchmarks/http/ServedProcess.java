package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code cerebro serve} in a process of its own, at a port of its own. */
final class ServedProcess implements AutoCloseable {
    private static final int STOP_S = 60;

    private final Process process;
    private final URI address;
    private final String key;
    private final double startSeconds;

    private ServedProcess(Process process, URI address, String key, double startSeconds) {
        this.process = process;
        this.address = address;
        this.key = key;
        this.startSeconds = startSeconds;
    }

    /** Starts it over {@code folder} and waits until it listens. */
    static ServedProcess start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(launcher());
        command.addAll(List.of("--data-dir", folder.toString(), "serve", "--port", "0", "--owner-key"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile());
        builder.environment().put("CEREBRO_HTTP_CALLS_PER_SECOND", "0");
        builder.environment().put("CEREBRO_NO_BUILD", "1");
        builder.environment().put("CEREBRO_HTTP_MAX_CONNECTIONS", "20000");
        long began = System.nanoTime();
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.contains("#")) {
            process.destroyForcibly();
            throw new IOException("the service did not start: " + line);
        }
        String link = line.substring(line.indexOf("http"));
        double took = (System.nanoTime() - began) / 1e9;
        return new ServedProcess(
                process, URI.create(link.substring(0, link.indexOf('#'))), link.substring(link.indexOf('#') + 1), took);
    }

    /** As people start it: by the launcher that started this bench, if one did. */
    private static List<String> launcher() {
        String launcher = System.getenv("CEREBRO_LAUNCHER");
        return launcher != null
                ? List.of(launcher)
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
    }

    URI address() {
        return address;
    }

    String key() {
        return key;
    }

    /** From the start of the process until it says that it listens. */
    double startSeconds() {
        return startSeconds;
    }

    /** Resident megabytes now, or the most there were. */
    double residentMb(boolean most) throws IOException {
        String wanted = most ? "VmHWM:" : "VmRSS:";
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(wanted)) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    /** Ends it at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop and waits; returns how many seconds that took. */
    double stop() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service did not stop within " + STOP_S + " s");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
