package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The graphs of the merchants that asked last, of the newest entries of their log. The first question of a merchant reads them, the
 * next ones what was added since; {@link #keepUp}, called now and then, leaves them little to read. Thread-safe.
 */
final class HeldGraphs {
    /** Merchants whose graphs are held: some 90 bytes an edge, five edges a shipment. */
    private static final int MOST_GRAPHS = 4;

    /** Entries that are read before whoever asks has a turn: some 20 ms. */
    private static final long STEP = 1_000;

    /** A graph that nobody asked for so long is not kept up. */
    private static final long WANTED_NS = TimeUnit.MINUTES.toNanos(10);

    private final Function<MerchantId, EventLog> logs;
    private final Predicate<PersonRef> erased;
    private final long entries;
    private final LongSupplier nanos;
    private final Map<MerchantId, Held> graphs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MerchantId, Held> eldest) {
            return size() > MOST_GRAPHS;
        }
    };

    /** A graph, and when it was last asked for. */
    private record Held(GraphProjection projection, long askedNs) {}

    /**
     * @param logs a merchant's log
     * @param erased true for customers of whom no graph may tell
     * @param entries of the log that a graph begins with; it is begun anew when it tells of twice as many
     * @param nanos a clock that only goes forward
     */
    HeldGraphs(Function<MerchantId, EventLog> logs, Predicate<PersonRef> erased, long entries, LongSupplier nanos) {
        this.logs = logs;
        this.erased = erased;
        this.entries = entries;
        this.nanos = nanos;
    }

    /** What a merchant's graph tells at the present end of the log; the answer must not hold on to the graph. */
    synchronized <T> T ask(MerchantId merchant, Function<KnowledgeGraph, T> question) {
        return question.apply(current(merchant));
    }

    /** The same as it stands now; valid until the next question. */
    synchronized KnowledgeGraph current(MerchantId merchant) {
        EventLog log = logs.apply(merchant);
        Held known = graphs.get(merchant);
        GraphProjection projection = known != null && log.end() - known.projection.position() <= entries
                ? known.projection
                : begun(merchant, log);
        graphs.put(merchant, new Held(projection, nanos.getAsLong()));
        try {
            projection.follow(log);
        } catch (RuntimeException e) {
            graphs.remove(merchant); // broken off half-way, it is neither here nor there
            throw e;
        }
        return projection.graph();
    }

    /** The position that a graph of a merchant begins with which is made now. */
    long firstPosition(MerchantId merchant) {
        return firstPosition(logs.apply(merchant));
    }

    private long firstPosition(EventLog log) {
        return Math.max(log.first(), log.end() - entries);
    }

    private GraphProjection begun(MerchantId merchant, EventLog log) {
        return new GraphProjection(merchant, firstPosition(log) - 1, erased);
    }

    /** Lets go of what was read before a customer was erased; the next question reads the log anew. */
    synchronized void forget() {
        graphs.clear();
    }

    /** Reads what was added to the log for whoever asked lately, and begins graphs anew that have grown too large. */
    void keepUp() {
        for (MerchantId merchant : wanted()) {
            boolean more = true;
            while (more) {
                more = step(merchant);
            }
            renew(merchant);
        }
    }

    private synchronized List<MerchantId> wanted() {
        long now = nanos.getAsLong();
        return graphs.entrySet().stream()
                .filter(held -> now - held.getValue().askedNs < WANTED_NS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized boolean step(MerchantId merchant) {
        Held held = graphs.get(merchant);
        if (held == null) {
            return false;
        }
        try {
            return held.projection.follow(logs.apply(merchant), STEP);
        } catch (RuntimeException e) {
            graphs.remove(merchant);
            throw e;
        }
    }

    /** Reads beside those who ask; what they got hold of meanwhile serves until it is done. */
    private void renew(MerchantId merchant) {
        Held old = held(merchant);
        if (old == null || old.projection.span() <= 2 * entries) {
            return;
        }
        EventLog log = logs.apply(merchant);
        GraphProjection fresh = begun(merchant, log);
        fresh.follow(log);
        synchronized (this) {
            Held now = graphs.get(merchant);
            if (now != null && now.projection == old.projection) {
                graphs.put(merchant, new Held(fresh, now.askedNs));
            } // else it was let go of, maybe because a customer was erased
        }
    }

    private synchronized @Nullable Held held(MerchantId merchant) {
        return graphs.get(merchant);
    }
}
