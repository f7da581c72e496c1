package co.litper.cerebro.cluster.kafka;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * What a machine that watches over nodes asks: {@code /health/live} answers 200 until the node has stopped for good, {@code
 * /health/ready} while its shards are at work; otherwise 503. Answers one call after another, from a thread of its own.
 */
final class NodeHealth implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int BACKLOG = 16;

    private final HttpServer server;

    /**
     * @param port 0 for any that is free
     * @throws UncheckedIOException if the port is taken
     */
    NodeHealth(int port, BooleanSupplier live, BooleanSupplier ready) {
        try {
            server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be opened. Maybe another process has it.", e);
        }
        server.createContext("/health/live", call -> answer(call, live.getAsBoolean()));
        server.createContext("/health/ready", call -> answer(call, ready.getAsBoolean()));
        server.start();
    }

    private static void answer(HttpExchange call, boolean good) throws IOException {
        byte[] body = (good ? "ok\n" : "not now\n").getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        call.sendResponseHeaders(good ? OK : UNAVAILABLE, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
