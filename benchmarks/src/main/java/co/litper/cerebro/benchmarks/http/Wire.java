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

/** One connection that sends a request and reads the answer's status; as little work as a client can do. One thread. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int TIMEOUT_MS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] head;

    Wire(URI server, String key, String request, String type) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        head = (request + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + key + "\r\n"
                        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a body and returns the status; the answer's body is read and dropped. */
    int call(byte[] body) throws IOException {
        byte[] length = (body.length == 0 ? "\r\n" : "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + length.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(length, 0, all, head.length, length.length);
        System.arraycopy(body, 0, all, head.length + length.length, body.length);
        out.write(all);
        out.flush();
        String status = line();
        long left = 0;
        boolean chunked = false;
        String header = line();
        while (!header.isEmpty()) {
            chunked |= header.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:");
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                left = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
            header = line();
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(left);
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
