package co.litper.cerebro.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;

/** An open page: reads the live stream of the dashboard and notes how long it was silent. One thread of its own. */
final class LiveReader implements AutoCloseable {
    private static final long LONGEST_US = 600_000_000;

    private final Socket socket = new Socket();
    private final Thread thread;
    private final Histogram gapsUs = new Histogram(LONGEST_US, 3);
    private volatile boolean ended;

    private LiveReader(URI server, String key) throws IOException {
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        OutputStream out = socket.getOutputStream();
        out.write(("GET /live HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + key
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        thread = Thread.ofPlatform().daemon(true).name("live-reader").unstarted(this::read);
    }

    static LiveReader open(URI server, String key) throws IOException {
        LiveReader reader = new LiveReader(server, key);
        reader.thread.start();
        return reader;
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            long last = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event: decisions") || line.startsWith("event:decisions")) {
                    long now = System.nanoTime();
                    if (last != 0) {
                        gapsUs.recordValue(Math.min(LONGEST_US, (now - last) / 1_000));
                    }
                    last = now;
                }
            }
        } catch (IOException e) {
            // The bench is over, or the service ended the stream: the count tells which.
        }
        ended = true;
    }

    /** Times between two updates, microseconds; to be asked for when it is closed. */
    Histogram gapsUs() {
        return gapsUs;
    }

    /** True if the service ended the stream. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
