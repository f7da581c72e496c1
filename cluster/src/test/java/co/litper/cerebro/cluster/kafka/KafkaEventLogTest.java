package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.testkit.contract.EventLogContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaEventLogTest extends EventLogContract {
    private final Map<Path, Topics> installations = new HashMap<>();

    @Override
    protected EventLog open(Path folder) {
        Topics topics = installations.computeIfAbsent(folder, f -> SharedBroker.installation(1));
        return new KafkaEventLog(SharedBroker.connection(), topics, 0);
    }

    @Override
    protected boolean isDurable() {
        return true;
    }

    @Test
    void theFirstToAppendFencesTheWriterBeforeIt() {
        Topics topics = SharedBroker.installation(1);
        try (KafkaEventLog old = new KafkaEventLog(SharedBroker.connection(), topics, 0);
                KafkaEventLog young = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            old.append(List.of(entry(1)), List.of());
            young.append(List.of(entry(2)), List.of());

            assertThatThrownBy(() -> old.append(List.of(entry(3)), List.of()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
            assertThat(young.end()).isEqualTo(3);
        }
    }

    @Test
    void shardsHaveDifferentPositionsAndShareSnapshots() {
        Topics topics = SharedBroker.installation(2);
        try (KafkaEventLog zero = new KafkaEventLog(SharedBroker.connection(), topics, 0);
                KafkaEventLog one = new KafkaEventLog(SharedBroker.connection(), topics, 1)) {
            long first = Shards.firstPosition(1);
            one.append(List.of(entry(first)), List.of(new co.litper.cerebro.log.Snapshot(4, new byte[] {4})));

            assertThat(one.end()).isEqualTo(first + 1);
            assertThat(one.at(first)).isPresent();
            assertThat(zero.end()).isEqualTo(EventLog.FIRST);
            assertThat(zero.newestSnapshot()).isEqualTo(4);
            assertThat(Shards.ofPosition(first)).isEqualTo(1);
            assertThat(Shards.ofPosition(EventLog.FIRST)).isZero();
        }
    }

    private static Entry entry(long position) {
        return new Entry(position, new byte[] {1}, new byte[0]);
    }
}
