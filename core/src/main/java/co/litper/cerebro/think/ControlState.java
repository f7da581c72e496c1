package co.litper.cerebro.think;

import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the shard itself remembers: settings, the snapshot in force, the last tick, how much it has done. One a shard, folded
 * from system events, owned by one thread.
 */
public final class ControlState {
    private static final int WIRE_VERSION = 1;

    private final SortedMap<String, String> values = new TreeMap<>();
    private Settings settings = Settings.defaults();
    private long snapshot;
    private long learnedThrough;
    private long tickMs = Long.MIN_VALUE;
    private long decisions;

    /** A setting was changed. */
    public void set(String key, String value) {
        values.put(key, value);
        settings = Settings.of(values);
    }

    /** Another snapshot is in force. */
    public void publish(long version, long learnedThroughPosition) {
        snapshot = version;
        learnedThrough = learnedThroughPosition;
    }

    /** The host's clock ticked. */
    public void tick(long atMs) {
        tickMs = Math.max(tickMs, atMs);
    }

    public void noteDecisions(int count) {
        decisions += count;
    }

    public Settings settings() {
        return settings;
    }

    /** The settings as they were given, by key. */
    public SortedMap<String, String> values() {
        return new TreeMap<>(values);
    }

    /** Version of the snapshot in force, or 0. */
    public long snapshot() {
        return snapshot;
    }

    /** Log position through which that snapshot has learned. */
    public long learnedThrough() {
        return learnedThrough;
    }

    /** Epoch milliseconds of the last tick, or {@code Long.MIN_VALUE}. */
    public long tickMs() {
        return tickMs;
    }

    public long decisions() {
        return decisions;
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION)
                .varint(snapshot)
                .varint(learnedThrough)
                .varint(tickMs)
                .varint(decisions);
        out.varint(values.size());
        values.forEach((key, value) -> out.text(key).text(value));
    }

    /** Reads what {@link #write} wrote. */
    public static ControlState read(WireReader in) {
        WireVersions.require("control state", in.octet(), WIRE_VERSION);
        ControlState control = new ControlState();
        control.snapshot = in.varint();
        control.learnedThrough = in.varint();
        control.tickMs = in.varint();
        control.decisions = in.varint();
        int count = in.varintAsInt();
        for (int i = 0; i < count; i++) {
            control.values.put(in.text(), in.text());
        }
        control.settings = Settings.of(control.values);
        return control;
    }
}
