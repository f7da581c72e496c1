package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.host.SlowThinking;
import co.litper.cerebro.log.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The thinker of a cluster, for as long as one process is it.
 *
 * <p>Implementation notes. That dilemmas were taken is committed before they are thought about, which a process that lost its
 * seat cannot do: what waits or is thought about when a thinker dies is not asked again, as in one process, and what was
 * decided stands. Should an answer come twice after all, it has the same id, and its shard takes the first. Owned by one
 * thread.
 *
 * @param slow thinks in threads of its own
 * @param journals what the reasoner looks things up in
 */
record ThinkerShift(ClusterThinker.Setup setup, SlowThinking slow, ClusterIngress ingress, List<KafkaEventLog> journals)
        implements Seat.Shift {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** What waited longer for a thinker is passed over: no effect waits for advice for more than some minutes. */
    private static final Duration OF_USE = Duration.ofMinutes(10);

    static ThinkerShift begin(ClusterThinker.Setup setup) {
        Topics topics = setup.topics();
        List<KafkaEventLog> journals = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new KafkaEventLog(setup.connection(), topics, shard))
                .toList();
        ClusterIngress ingress = new ClusterIngress(setup.connection(), topics);
        SlowThinking slow = SlowThinking.start(setup.reasoner().apply(List.copyOf(journals)), setup.clock(), answer -> {
            ingress.offer(answer);
            return true;
        });
        return new ThinkerShift(setup, slow, ingress, journals);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void turn(ConsumerRecords<byte[], byte[]> found, Runnable done) {
        if (!found.isEmpty()) {
            done.run();
            found.forEach(this::put);
        }
    }

    private void put(ConsumerRecord<byte[], byte[]> raised) {
        try {
            Dilemma dilemma = DilemmaRecord.read(raised.value());
            if (dilemma.atMs() >= setup.clock().now().minus(OF_USE).toEpochMilli()) {
                slow.offer(dilemma);
            }
        } catch (StoreException e) {
            setup.trouble().accept(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        slow.close();
        ingress.close();
        journals.forEach(KafkaEventLog::close);
    }
}
