package co.litper.cerebro.benchmarks;

import co.litper.cerebro.world.Hash64;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two receivers of effects over HTTP, outside the process that is killed: one that tells a repeat by its key, one that takes
 * everything that comes. Some answers are lost on purpose after the effect was taken.
 */
final class EffectReceivers implements AutoCloseable {
    static final String ONCE = "/once";
    static final String PLAIN = "/plain";
    static final String KEY = "Idempotency-Key";

    /** Of so many answers of the deduplicating receiver one is an error although the effect was taken. */
    private static final int LOST_ANSWERS = 8;

    private static final int OK = 200;
    private static final int BUSY = 503;

    private final HttpServer server;
    private final long seed;
    private final AtomicLong arrivals = new AtomicLong();
    private final Map<String, Integer> once = new ConcurrentHashMap<>();
    private final Map<String, Integer> plain = new ConcurrentHashMap<>();

    EffectReceivers(long seed) {
        this.seed = seed;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(ONCE, exchange -> take(exchange, once, true));
        server.createContext(PLAIN, exchange -> take(exchange, plain, false));
        server.start();
    }

    private void take(HttpExchange exchange, Map<String, Integer> into, boolean mayLoseAnswer) throws IOException {
        String key = exchange.getRequestHeaders().getFirst(KEY);
        into.merge(key == null ? "none" : key, 1, Integer::sum);
        long luck = Hash64.of(seed, arrivals.incrementAndGet());
        boolean lost = mayLoseAnswer && Long.remainderUnsigned(luck, LOST_ANSWERS) == 0;
        exchange.sendResponseHeaders(lost ? BUSY : OK, -1);
        exchange.close();
    }

    /** Where they listen. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each key came to the receiver that deduplicates. */
    Map<String, Integer> once() {
        return once;
    }

    /** How often each key came to the plain receiver. */
    Map<String, Integer> plain() {
        return plain;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
