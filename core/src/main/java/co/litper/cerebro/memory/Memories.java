package co.litper.cerebro.memory;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Hash64;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The memory: remembers episodes, distils facts, recalls what fits. Everything lies in one {@link SearchIndex}, which decides
 * whether it outlives the process. Thread-safe: writers one at a time; {@link #recall} waits for none of them.
 *
 * <p>Each episode is kept for {@link #RECENT_TTL}; one above {@link Importance#LONG_TERM} as long as it is alive, at most
 * {@link #MOST_AGE}. What is recalled and used gets stronger ({@link #used}), the rest decays ({@link Trace}).
 */
public final class Memories implements AutoCloseable {
    /** How long everything is remembered. */
    public static final Duration RECENT_TTL = Duration.ofHours(24);
    /** How long anything is remembered: beyond it carriers, prices and roads are others. */
    public static final Duration MOST_AGE = Duration.ofDays(730);
    /** Recent memories kept; of more, the older half of the day goes. */
    public static final long MAX_RECENT = 20_000;
    /** Long-term episodes kept; of more, the older go. */
    public static final long MAX_LONG_TERM = 500_000;

    /** Hits looked at for each memory wanted, since rank is more than relevance. */
    static final int LOOKED_AT = 4;

    /** Memories held back before the index takes them together; a search takes them first. */
    private static final int BATCH = 1_000;

    private static final int WIRE_VERSION = 1;
    private static final long TOPIC_SEED = 0x746f706963303031L;
    private static final double RELEVANCE_SHARE = 0.6;
    private static final double RECENCY_SHARE = 0.1;
    private static final double ALIVE_SHARE = 0.2;
    private static final double USEFULNESS_SHARE = 0.1;
    /** What is left of the rank of a memory that evidence speaks against. */
    private static final double CONTRADICTED_SHARE = 0.5;
    /** Days after which a memory counts 1/e as recent. */
    private static final double RECENCY_DAYS = 30;

    private static final double USED_STRENGTHENS = 0.5;
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final SearchIndex index;
    private final Wording wording;
    private final Consolidation consolidation;
    private final Usefulness usefulness = new Usefulness();
    private final Map<Long, Memory> pending = new LinkedHashMap<>();
    /** Held by whoever changes anything but {@link #usefulness}, which guards itself. */
    private final ReentrantLock writing = new ReentrantLock();

    /** The memory that lies in {@code index}, which it closes with itself. */
    public Memories(SearchIndex index, Wording wording) {
        this.index = index;
        this.wording = wording;
        this.consolidation = new Consolidation(wording);
        byte[] state = index.state();
        if (state.length > 0) {
            WireReader in = new WireReader(state);
            WireVersions.require("state of the memory", in.octet(), WIRE_VERSION);
            consolidation.read(in);
            usefulness.read(in);
        }
    }

    private <T> T alone(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    private void change(Runnable work) {
        writing.lock();
        try {
            work.run();
        } finally {
            writing.unlock();
        }
    }

    /** The log position up to which it remembers durably. */
    public long position() {
        return index.position();
    }

    /** How many memories there are, facts included. */
    public long size() {
        flush();
        return index.size();
    }

    /** Remembers an episode, and what it says of those before. The same episode again, in a rebuild, makes the same memory. */
    public void remember(Episode episode) {
        change(() -> take(episode));
    }

    private void take(Episode episode) {
        double importance = Importance.of(episode);
        long nowMs = episode.at().toEpochMilli();
        hold(new Memory(
                episode.id(),
                importance > Importance.LONG_TERM ? MemoryKind.EPISODE : MemoryKind.RECENT,
                episode.merchant(),
                episode.person(),
                nowMs,
                wording.of(episode),
                topic(episode.scene()),
                importance,
                1,
                episode.events(),
                Trace.fresh(importance, nowMs)));
        consolidation.take(episode, this::find).forEach(this::hold);
    }

    /** What episodes share by which their usefulness is learned: carrier, novedad and action. */
    private static long topic(Scene scene) {
        return Hash64.of(TOPIC_SEED, scene.carrier().code() + '|' + scene.issue() + '|' + scene.action());
    }

    private void hold(Memory memory) {
        pending.put(memory.id(), memory);
        if (pending.size() >= BATCH) {
            putHeld();
        }
    }

    /** Puts what is held back into the index, so that whoever searches next need not. */
    public void flush() {
        change(this::putHeld);
    }

    private void putHeld() {
        if (!pending.isEmpty()) {
            List<Document> documents = new ArrayList<>(pending.size());
            pending.values().forEach(memory -> documents.add(memory.toDocument()));
            index.put(documents);
            pending.clear();
        }
    }

    /** The memory with this id, or empty. */
    public Optional<Memory> find(long id) {
        return alone(() -> {
            Memory held = pending.get(id);
            return held != null ? Optional.of(held) : index.find(id).map(Memory::of);
        });
    }

    /**
     * What comes to mind, best first: recent and long-term memories merged. What another thread is just taking in may be missed,
     * as if asked a moment earlier.
     */
    public List<Recalled> recall(Recall recall) {
        if (writing.tryLock()) {
            try {
                putHeld();
            } finally {
                writing.unlock();
            }
        }
        long nowMs = recall.now().toEpochMilli();
        Set<String> kinds = recall.kind().map(kind -> Set.of(kind.wire())).orElse(Set.of());
        Search search = new Search(
                recall.text(), recall.merchant(), kinds, Long.MIN_VALUE, Long.MAX_VALUE, recall.limit() * LOOKED_AT);
        List<Recalled> recalled = new ArrayList<>();
        for (Hit hit : index.search(search)) {
            Memory memory = Memory.of(hit.document());
            if (isKept(memory, nowMs)) {
                recalled.add(ranked(memory, hit.score(), nowMs));
            }
        }
        recalled.sort(Comparator.comparingDouble(Recalled::rank)
                .reversed()
                .thenComparingLong(r -> r.memory().id()));
        return List.copyOf(recalled.subList(0, Math.min(recall.limit(), recalled.size())));
    }

    private static boolean isKept(Memory memory, long nowMs) {
        return switch (memory.kind()) {
            case RECENT -> nowMs - memory.atMs() <= RECENT_TTL.toMillis();
            case EPISODE, FACT -> memory.trace().at(nowMs) >= Trace.FORGOTTEN;
        };
    }

    private Recalled ranked(Memory memory, double relevance, long nowMs) {
        double recency = Math.exp(-Math.max(0, nowMs - memory.atMs()) / DAY_MS / RECENCY_DAYS);
        double alive = memory.importance() * Math.min(1, memory.trace().at(nowMs));
        double useful = (1 + usefulness.of(memory.topic())) / 2;
        double rank =
                RELEVANCE_SHARE * relevance + RECENCY_SHARE * recency + ALIVE_SHARE * alive + USEFULNESS_SHARE * useful;
        double left = memory.trace().isContradicted() ? CONTRADICTED_SHARE : 1;
        return new Recalled(memory, rank * left, relevance, recency, alive, useful);
    }

    /**
     * Takes in what came of a decision that had these memories in view: such memories rank by it from now on, and those that
     * helped get stronger.
     *
     * @param ids of the memories; those forgotten meanwhile are passed over
     * @param advantage points that the decision earned beyond what was expected of it, -1 to 1
     * @param now when it was known
     */
    public void used(List<Long> ids, double advantage, Instant now) {
        change(() -> ids.forEach(id -> find(id).ifPresent(memory -> {
            usefulness.learn(memory.topic(), advantage);
            if (advantage > 0) {
                hold(memory.with(
                        memory.trace().strengthened(USED_STRENGTHENS * Math.min(1, advantage), now.toEpochMilli())));
            }
        })));
    }

    /** Marks a memory as contradicted by a person or by evidence from elsewhere; unknown ids are passed over. */
    public void contradict(long id, Instant now) {
        change(() ->
                find(id).ifPresent(memory -> hold(memory.with(memory.trace().contradicted(now.toEpochMilli())))));
    }

    /** Lets go of what is too old or too many. Cost: one look through the index's times. */
    public void tidy(Instant now) {
        change(() -> removeDue(now.toEpochMilli()));
    }

    private void removeDue(long nowMs) {
        putHeld();
        index.removeOlder(MemoryKind.RECENT.wire(), nowMs - RECENT_TTL.toMillis());
        trim(MemoryKind.RECENT, MAX_RECENT, RECENT_TTL, nowMs);
        index.removeOlder(MemoryKind.EPISODE.wire(), nowMs - MOST_AGE.toMillis());
        trim(MemoryKind.EPISODE, MAX_LONG_TERM, MOST_AGE, nowMs);
        index.removeOlder(MemoryKind.FACT.wire(), nowMs - MOST_AGE.toMillis());
    }

    /** Halves the age that is kept until no more than {@code most} are left; ends, since an age cannot be halved for ever. */
    private void trim(MemoryKind kind, long most, Duration age, long nowMs) {
        long keptMs = age.toMillis();
        while (index.count(kind.wire()) > most && keptMs > 0) {
            keptMs /= 2;
            index.removeOlder(kind.wire(), nowMs - keptMs);
        }
    }

    /** Erases what tells of a person, durably. Facts stay: they are counts over many. Returns how many memories went. */
    public int erase(PersonRef person) {
        return alone(() -> {
            putHeld();
            return index.erase(person);
        });
    }

    /** Makes everything durable up to a log position. */
    public void commit(long position) {
        change(() -> {
            putHeld();
            WireWriter out = new WireWriter();
            out.octet(WIRE_VERSION);
            consolidation.write(out);
            usefulness.write(out);
            index.commit(position, out.toBytes());
        });
    }

    /** Lets go of the index; nobody may be recalling. */
    @Override
    public void close() {
        change(index::close);
    }
}
