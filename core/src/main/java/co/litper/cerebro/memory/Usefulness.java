package co.litper.cerebro.memory;

import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What recalling memories of a topic was worth before: the mean advantage of the decisions that had them in view over what was
 * expected of these decisions, shrunk towards 0 while there are few. Thread-safe. O(1).
 */
final class Usefulness {
    /** Topics kept; of more, the one not told of for longest goes. */
    static final int MAX_TOPICS = 4_096;

    /** Decisions that weigh as much as the belief that a memory changes nothing. */
    private static final double PRIOR = 5;

    private final Map<Long, Mean> topics = new LinkedHashMap<>();

    private record Mean(long count, double value) {
        Mean plus(double more) {
            return new Mean(count + 1, value + (more - value) / (count + 1));
        }
    }

    /** Takes in that a decision with a memory of {@code topic} in view earned {@code advantage} points more than expected, -1 to 1. */
    synchronized void learn(long topic, double advantage) {
        Mean before = topics.remove(topic);
        topics.put(topic, (before == null ? new Mean(0, 0) : before).plus(Math.clamp(advantage, -1, 1)));
        if (topics.size() > MAX_TOPICS) {
            Iterator<Long> oldest = topics.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The advantage to expect, -1 to 1; 0 for a topic never told of. */
    synchronized double of(long topic) {
        Mean mean = topics.get(topic);
        return mean == null ? 0 : mean.value * mean.count / (mean.count + PRIOR);
    }

    synchronized void write(WireWriter out) {
        out.varint(topics.size());
        topics.forEach((topic, mean) -> out.fixed64(topic).varint(mean.count).float64(mean.value));
    }

    synchronized void read(WireReader in) {
        topics.clear();
        int size = in.varintAsInt();
        for (int i = 0; i < size; i++) {
            topics.put(in.fixed64(), new Mean(in.varint(), in.float64()));
        }
    }
}
