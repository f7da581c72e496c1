package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.learn.Basis;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a learner that nothing ever happens to makes of entries: every snapshot in turn. It remembers all decisions. */
final class TaughtAlone {
    private final Learner learner = Learner.cold();
    private final Map<Long, Basis> bases = new HashMap<>();
    private final List<byte[]> snapshots = new ArrayList<>();

    /** The journals of all shards, in the order in which they were appended. */
    static List<Entry> journals(Topics topics) {
        List<TopicPartition> partitions = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new TopicPartition(topics.journal(), shard))
                .toList();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = SharedBroker.connection().reader()) {
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        records.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                .thenComparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return records.stream().map(JournalRecord::entry).toList();
    }

    /** Learns from an entry whole, and makes a snapshot behind it if it is time for one. */
    TaughtAlone learn(Entry entry) {
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            learn(entry.position(), fact);
        }
        if (learner.wantsToPublish()) {
            publish();
        }
        return this;
    }

    TaughtAlone learn(List<Entry> entries) {
        entries.forEach(this::learn);
        return this;
    }

    /** Learns as one process does, which makes a snapshot as soon as it is time, be it within an entry. */
    void learnAsOneProcess(Entry entry, int mostSnapshots) {
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            learn(entry.position(), fact);
            if (learner.wantsToPublish() && snapshots.size() < mostSnapshots) {
                publish();
            }
        }
    }

    private void learn(long position, Fact fact) {
        if (Learner.wants(fact)) {
            if (fact instanceof Decision decision) {
                bases.put(decision.id(), Basis.of(decision));
            }
            learner.learn(position, fact, id -> Optional.ofNullable(bases.get(id)));
        }
    }

    TaughtAlone publish() {
        learner.keepNext();
        snapshots.add(learner.publish().bytes());
        return this;
    }

    /** By version, from 1. */
    List<byte[]> snapshots() {
        return snapshots;
    }
}
