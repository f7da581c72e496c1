package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.log.StoreException;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;

/**
 * The end at which events that cannot wait are put into a Redis stream. The stream is never trimmed, since Redis forgets trimmed
 * entries without a word even while they are being worked on: it is refused to grow instead, and whoever offers is told.
 * Thread-safe.
 *
 * <p>Any client may do the same: {@code XADD PREFIX:urgent NOMKSTREAM * event JSON} with a CloudEvent, without {@code MAXLEN}, after
 * {@code XLEN} told that there is room.
 */
public final class UrgentQueue implements AutoCloseable {
    /** Events that may wait, some 100 MB: what is urgent is rare, and more of it means that no node takes it in. */
    public static final long STANDARD_ROOM = 100_000;

    static final String FIELD = "event";

    /** Looks and adds in one step, so that many who offer at once do not pass the bound together. */
    private static final String ADD = """
            if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then
              return false
            end
            return redis.call('XADD', KEYS[1], '*', 'event', ARGV[2])
            """;

    private final RedisServerAddress address;
    private final Link link;
    private final long room;

    private UrgentQueue(RedisServerAddress address, Link link, long room) {
        this.address = address;
        this.link = link;
        this.room = room;
    }

    /**
     * Connects.
     *
     * @param room events that may wait, at least 1
     * @throws StoreException if the server cannot be reached
     */
    public static UrgentQueue open(RedisServerAddress address, long room) {
        if (room < 1) {
            throw new IllegalArgumentException("room must be at least 1, is " + room);
        }
        return new UrgentQueue(address, Link.open(address), room);
    }

    static String key(RedisServerAddress address) {
        return address.key("urgent");
    }

    /**
     * Puts an event in; on return Redis has it, as durably as its own settings say. It is in the log only once it was taken in.
     *
     * @param event a CloudEvent as JSON
     * @return its place in the stream
     * @throws StoreException of kind FULL if no more may wait
     */
    public String offer(byte[] event) {
        byte[] place = link.ask(
                "put an urgent event into",
                redis -> redis.<byte[]>eval(
                        ADD,
                        ScriptOutputType.VALUE,
                        new String[] {key(address)},
                        Long.toString(room).getBytes(StandardCharsets.UTF_8),
                        event));
        if (place == null) {
            throw new StoreException(
                    StoreException.Kind.FULL,
                    room + " urgent events wait at " + address
                            + " already. Maybe no node takes them in; send this one the ordinary way.");
        }
        return new String(place, StandardCharsets.UTF_8);
    }

    /** How many wait. */
    public long waiting() {
        return link.<Long>ask("read", redis -> redis.xlen(key(address)));
    }

    @Override
    public void close() {
        link.close();
    }
}
