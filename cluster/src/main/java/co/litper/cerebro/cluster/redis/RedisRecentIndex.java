package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.DocumentBytes;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.InMemorySearchIndex;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.PersonRef;
import io.lettuce.core.KeyValue;
import io.lettuce.core.Range;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recent memories: each a key of its own that Redis lets expire, so that whoever takes the shard over has the last day at
 * once. Searched in this process, where all of them lie as well; a day of one shard is some ten thousand. Thread-safe: one call at a
 * time.
 *
 * <p>Keys, after the prefix: {@code memory:d:ID} a document, {@code memory:ids} the ids, and {@code memory:state} position, state,
 * embedder and how often it was committed. A commit is one transaction of Redis; with {@code appendfsync everysec} a crash of the server may lose its last
 * second, which is read again from the log.
 */
public final class RedisRecentIndex implements SearchIndex {
    /** Documents asked for at once when it is opened: one answer, far below what Redis buffers for a client. */
    private static final int PAGE = 1_000;

    private static final String EMBEDDER = "embedder";
    private static final String POSITION = "position";
    private static final String STATE = "state";
    private static final String COMMITS = "commits";
    private static final byte[] EMPTY = {};

    private final RedisServerAddress address;
    private final Link link;
    private final Embedder embedder;
    private final Duration kept;
    private final boolean alone;
    private final Map<Long, Document> held = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final InMemorySearchIndex searched;
    private long position;
    private byte[] state = EMPTY;
    private byte[] commits = EMPTY;

    private RedisRecentIndex(RedisServerAddress address, Link link, Embedder embedder, Duration kept, boolean alone) {
        this.address = address;
        this.link = link;
        this.embedder = embedder;
        this.kept = kept;
        this.alone = alone;
        this.searched = new InMemorySearchIndex(embedder);
    }

    /**
     * Opens the memories under the address's prefix. Those of an embedder of another name are dropped.
     *
     * @param kept after which time from its last commit a memory goes
     * @throws StoreException if the server cannot be reached
     */
    public static RedisRecentIndex open(RedisServerAddress address, Embedder embedder, Duration kept) {
        if (kept.toMillis() < 1) {
            throw new IllegalArgumentException("memories must be kept for a millisecond at least, not " + kept);
        }
        return open(address, embedder, kept, true);
    }

    /**
     * Opens the memories that another process writes, to be read only; {@link #refresh} takes in what that committed since.
     *
     * @throws StoreException if the server cannot be reached
     */
    public static RedisRecentIndex openBeside(RedisServerAddress address, Embedder embedder) {
        return open(address, embedder, Duration.ofMillis(1), false);
    }

    private static RedisRecentIndex open(RedisServerAddress address, Embedder embedder, Duration kept, boolean alone) {
        Link link = Link.open(address);
        RedisRecentIndex index = new RedisRecentIndex(address, link, embedder, kept, alone);
        boolean ready = false;
        try {
            index.load();
            ready = true;
            return index;
        } finally {
            if (!ready) {
                link.close();
            }
        }
    }

    private void load() {
        Map<String, byte[]> told = link.ask("read", redis -> redis.hgetall(stateKey()));
        load(ids(), told);
    }

    private void load(List<byte[]> ids, Map<String, byte[]> told) {
        boolean same = embedder.name().equals(text(told.getOrDefault(EMBEDDER, EMPTY)));
        for (int from = 0; from < ids.size(); from += PAGE) {
            page(ids.subList(from, Math.min(ids.size(), from + PAGE)), same);
        }
        if (same) {
            position = Long.parseLong(text(told.getOrDefault(POSITION, "0".getBytes(StandardCharsets.UTF_8))));
            state = told.getOrDefault(STATE, EMPTY);
            commits = told.getOrDefault(COMMITS, EMPTY);
        } else if (!told.isEmpty() && alone) {
            commit(0, EMPTY);
        }
    }

    private List<byte[]> ids() {
        return link.ask("read", redis -> redis.zrangebyscore(idsKey(), Range.unbounded()));
    }

    /**
     * Takes in what another process committed since: memories with new ids, and those that are gone. For an index that was opened
     * beside. O(memories) if there was a commit, one request if not.
     *
     * @throws StoreException if the server cannot be reached
     */
    public synchronized void refresh() {
        Map<String, byte[]> told = link.ask("read", redis -> redis.hgetall(stateKey()));
        if (Arrays.equals(told.getOrDefault(COMMITS, EMPTY), commits)) {
            return;
        }
        Set<Long> gone = new HashSet<>(held.keySet());
        List<byte[]> fresh = new ArrayList<>();
        for (byte[] id : ids()) {
            if (!gone.remove(Long.parseLong(text(id)))) {
                fresh.add(id);
            }
        }
        remove(gone);
        changed.clear();
        load(fresh, told);
    }

    /** Takes in those that are still there; the rest, and those of another embedder, go with the next commit. */
    private void page(List<byte[]> ids, boolean same) {
        String[] keys = ids.stream().map(id -> key(Long.parseLong(text(id)))).toArray(String[]::new);
        List<KeyValue<String, byte[]>> found = link.ask("read", redis -> redis.mget(keys));
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (same && found.get(i).hasValue()) {
                Document document = DocumentBytes.read(found.get(i).getValue());
                held.put(document.id(), document);
                documents.add(document);
            } else {
                changed.add(Long.parseLong(text(ids.get(i))));
            }
        }
        searched.put(documents);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String key(long id) {
        return address.key("memory", "d", Long.toString(id));
    }

    private String idsKey() {
        return address.key("memory", "ids");
    }

    private String stateKey() {
        return address.key("memory", "state");
    }

    @Override
    public synchronized void put(Collection<Document> documents) {
        searched.put(documents);
        for (Document document : documents) {
            held.put(document.id(), document);
            changed.add(document.id());
        }
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        searched.remove(ids);
        for (long id : ids) {
            if (held.remove(id) != null) {
                changed.add(id);
            }
        }
    }

    /** Durable with the commit inside; the server then rewrites its own file in the background, which has the bytes until then. */
    @Override
    public synchronized int erase(PersonRef person) {
        if (!person.isKnown()) {
            return 0;
        }
        List<Long> theirs = ids(document -> document.person().equals(person));
        remove(theirs);
        commit(position, state);
        if (!theirs.isEmpty()) {
            link.ask("rewrite the file of", RedisAsyncCommands::bgrewriteaof);
        }
        return theirs.size();
    }

    private List<Long> ids(Predicate<Document> which) {
        return held.values().stream().filter(which).map(Document::id).toList();
    }

    @Override
    public synchronized void removeOlder(String kind, long beforeMs) {
        remove(ids(document -> document.kind().equals(kind) && document.atMs() < beforeMs));
    }

    @Override
    public synchronized long count(String kind) {
        return searched.count(kind);
    }

    @Override
    public synchronized Optional<Document> find(long id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public synchronized List<Hit> search(Search search) {
        return searched.search(search);
    }

    @Override
    public synchronized long size() {
        return held.size();
    }

    @Override
    public synchronized void commit(long newPosition, byte[] newState) {
        SetArgs expiring = SetArgs.Builder.px(kept.toMillis());
        link.together("write to", redis -> {
            for (long id : changed) {
                Document document = held.get(id);
                if (document == null) {
                    redis.del(key(id));
                    redis.zrem(idsKey(), bytes(id));
                } else {
                    redis.set(key(id), DocumentBytes.of(document), expiring);
                    redis.zadd(idsKey(), document.atMs(), bytes(id));
                }
            }
            redis.hincrby(stateKey(), COMMITS, 1);
            redis.hset(
                    stateKey(),
                    Map.of(EMBEDDER, bytes(embedder.name()), POSITION, bytes(newPosition), STATE, newState));
        });
        changed.clear();
        position = newPosition;
        state = newState.clone();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized byte[] state() {
        return state.clone();
    }

    /** Lets go of the connection; what was not committed is given up. */
    @Override
    public synchronized void close() {
        link.close();
    }
}
