package co.litper.cerebro.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that asks and notes when the first byte of the answer is there, and how many bytes it has. One thread. */
final class FirstByte implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int TIMEOUT_MS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final String host;
    private final String key;

    /**
     * What came back.
     *
     * @param firstByteNs from the last byte of the question on
     * @param bytes of the body as sent, compressed if it was
     */
    record Seen(int status, long firstByteNs, long bytes) {}

    FirstByte(URI server, String key) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        host = server.getAuthority();
        this.key = key;
    }

    /** Asks; {@code body} is empty for a GET. */
    Seen ask(String method, String path, String accept, String body) throws IOException {
        byte[] told = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + key
                + "\r\nAccept: " + accept + "\r\nAccept-Encoding: gzip\r\n"
                + (told.length == 0 ? "" : "Content-Type: application/json\r\nContent-Length: " + told.length + "\r\n")
                + "\r\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(told);
        out.flush();
        long asked = System.nanoTime();
        in.mark(1);
        if (in.read() < 0) {
            throw new EOFException("the server closed the connection");
        }
        long firstByteNs = System.nanoTime() - asked;
        in.reset();
        int status = Integer.parseInt(line().substring(9, 12));
        return new Seen(status, firstByteNs, body(status));
    }

    private long body(int status) throws IOException {
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
        }
        if (status == 304 || status == 204) {
            return 0;
        }
        if (!chunked) {
            in.skipNBytes(length);
            return length;
        }
        long all = 0;
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            in.skipNBytes(size);
            all += size;
            line();
        }
        line();
        return all;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
