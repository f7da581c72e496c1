package co.litper.cerebro.server.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells events one after the other over one connection until nobody lets it in any more. A connection that the service closed, as it
 * said, is opened anew; one that breaks with a call on it that the service had accepted connections of before is a failure.
 */
final class TellingClient implements Runnable {
    private static final int TIMEOUT_MS = 30_000;

    private final URI address;
    private final String key;
    private final String name;

    /** Ids of events that were answered with 200. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** What must not happen. */
    final Set<String> failures = ConcurrentHashMap.newKeySet();

    TellingClient(URI address, String key, String name) {
        this.address = address;
        this.key = key;
        this.name = name;
    }

    @Override
    public void run() {
        for (int n = 0; connection(n) instanceof Closed(int next); n = next) {
            // as long as somebody lets us in
        }
    }

    private sealed interface End {}

    /** The service closed the connection after an answer, as it said it would. */
    private record Closed(int next) implements End {}

    /** Nobody listens any more. */
    private record Gone() implements End {}

    private End connection(int from) {
        int n = from;
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            boolean open = true;
            while (open) {
                socket.getOutputStream().write(request(n));
                open = answer(in, n);
                n++;
            }
            return new Closed(n);
        } catch (IOException e) {
            // The first call of a connection may meet a service that stopped listening before it took the connection.
            if (n > from) {
                failures.add("the connection broke with call " + name + "-" + n + " on it: " + e);
            }
            return new Gone();
        }
    }

    private byte[] request(int n) {
        String body = RunningService.event(
                        name + "-" + n,
                        "guide.updated",
                        "{\"guideNumber\":\"" + name + "-" + n + "\",\"rawStatus\":\"EN REPARTO\"}")
                .replace("\"id\"", "\"merchantid\":\"principal\",\"id\"");
        return ("POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/cloudevents+json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads an answer; false if the connection ends with it. */
    private boolean answer(BufferedReader in, int n) throws IOException {
        String status = in.readLine();
        if (status == null) {
            throw new IOException("end of stream");
        }
        boolean open = true;
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            open &= !header.equals("connection: close");
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            if (in.read() < 0) {
                throw new IOException("end of stream in an answer");
            }
        }
        if (status.startsWith("HTTP/1.1 200")) {
            acknowledged.add(name + "-" + n);
        } else if (!status.startsWith("HTTP/1.1 429")) {
            failures.add(status);
        }
        return open;
    }
}
