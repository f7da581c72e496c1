package co.litper.cerebro.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections whose request's head does not end: Jetty's idle timeout begins anew with each byte, so that a byte now and then
 * would hold a connection for ever. Thread-safe; O(open connections) a look.
 */
final class SlowHeaders extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOKS = 4;

    private final long patienceNs;
    private final Map<Connection, Seen> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cerebro-slow-headers").daemon(true).factory());

    /** @param patience how long the head of a request may take */
    SlowHeaders(Duration patience) {
        this.patienceNs = patience.toNanos();
    }

    @Override
    protected void doStart() {
        long everyNs = patienceNs / LOOKS;
        timer.scheduleWithFixedDelay(this::look, everyNs, everyNs, TimeUnit.NANOSECONDS);
    }

    @Override
    protected void doStop() {
        timer.shutdownNow();
    }

    @Override
    public void onOpened(Connection connection) {
        seen.put(connection, Seen.NOTHING);
    }

    @Override
    public void onClosed(Connection connection) {
        seen.remove(connection);
    }

    private void look() {
        long now = System.nanoTime();
        seen.replaceAll((connection, before) -> {
            Seen after = before.again(connection, now);
            if (after.isPending() && now - after.sinceNs() > patienceNs) {
                connection.getEndPoint().close();
            }
            return after;
        });
    }

    /**
     * What a look found: a connection that brings bytes while no call is being served brings the head of one.
     *
     * @param calls that it had brought
     * @param restBytes that had come when it rested
     * @param sinceNs when more were seen first, or 0
     */
    private record Seen(long calls, long restBytes, long sinceNs) {
        static final Seen NOTHING = new Seen(0, 0, 0);

        boolean isPending() {
            return sinceNs != 0;
        }

        Seen again(Connection connection, long nowNs) {
            long brought = connection.getMessagesIn();
            long bytes = connection.getBytesIn();
            if (brought != connection.getMessagesOut() || brought != calls) {
                return new Seen(brought, bytes, 0);
            }
            return bytes == restBytes || isPending() ? this : new Seen(calls, restBytes, nowNs);
        }
    }
}
