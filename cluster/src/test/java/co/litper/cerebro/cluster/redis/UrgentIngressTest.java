package co.litper.cerebro.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.StoreException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class UrgentIngressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private static byte[] event(int number) {
        return ("e" + number).getBytes(StandardCharsets.UTF_8);
    }

    private CompletableFuture<?> durable(byte[] event) {
        log.add(new String(event, StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(event);
    }

    private static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void eventsReachTheLogInTheirOrderAndLeaveTheStreamOnlyThen() {
        RedisServerAddress address = SharedRedis.address();
        try (UrgentQueue queue = UrgentQueue.open(address, 100)) {
            for (int i = 0; i < 50; i++) {
                queue.offer(event(i));
            }
            assertThat(queue.waiting()).isEqualTo(50);
            try (UrgentIngress ingress = UrgentIngress.start(address, "a", this::durable, troubles::add)) {
                until(() -> ingress.taken() == 50);
            }
            assertThat(queue.waiting()).isZero();
            assertThat(log).hasSize(50).startsWith("e0", "e1").endsWith("e49");
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void whatTheLogRefusedForNowIsOfferedAgain() {
        RedisServerAddress address = SharedRedis.address();
        boolean[] refused = new boolean[1];
        UrgentIngress.Sink sink = event -> {
            if (!refused[0]) {
                refused[0] = true;
                return CompletableFuture.failedFuture(new StoreException(StoreException.Kind.IO, "no broker"));
            }
            return durable(event);
        };
        try (UrgentQueue queue = UrgentQueue.open(address, 100);
                UrgentIngress ingress = UrgentIngress.start(address, "a", sink, troubles::add)) {
            queue.offer(event(1));
            until(() -> ingress.taken() == 1);

            assertThat(log).containsExactly("e1");
            assertThat(troubles).singleElement().asString().contains("offered again");
        }
    }

    @Test
    void whatADeadNodeHadBegunIsTakenOverByAnother() {
        RedisServerAddress address = SharedRedis.address();
        CompletableFuture<Void> never = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        UrgentIngress dead = UrgentIngress.start(
                address,
                "dead",
                event -> {
                    begun.complete(null);
                    return never;
                },
                troubles::add);
        try (UrgentQueue queue = UrgentQueue.open(address, 100)) {
            queue.offer(event(1));
            begun.join();
            try (UrgentIngress other =
                    UrgentIngress.start(address, "b", this::durable, Duration.ofMillis(1), troubles::add)) {
                until(() -> other.taken() == 1);
                assertThat(log).containsExactly("e1");
                assertThat(queue.waiting()).isZero();
            }
        } finally {
            never.cancel(false);
            dead.close();
        }
    }

    @Test
    void aFullStreamRefusesInsteadOfForgetting() {
        try (UrgentQueue queue = UrgentQueue.open(SharedRedis.address(), 2)) {
            queue.offer(event(1));
            queue.offer(event(2));

            assertThatThrownBy(() -> queue.offer(event(3)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FULL));
            assertThat(queue.waiting()).isEqualTo(2);
        }
    }

    @Test
    void anEventThatSomebodyTrimmedWhileItWasWorkedOnIsReportedAsLost() {
        RedisServerAddress address = SharedRedis.address();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> fails = new CompletableFuture<>();
        boolean[] first = {true};
        UrgentIngress.Sink sink = event -> {
            if (first[0]) {
                first[0] = false;
                begun.complete(null);
                return fails;
            }
            return durable(event);
        };
        try (UrgentQueue queue = UrgentQueue.open(address, 100);
                RedisClient client = RedisClient.create(address.uri());
                StatefulRedisConnection<String, String> redis = client.connect();
                UrgentIngress ingress = UrgentIngress.start(address, "a", sink, troubles::add)) {
            queue.offer(event(1));
            begun.join();
            redis.sync().xtrim(UrgentQueue.key(address), 0);
            fails.completeExceptionally(new StoreException(StoreException.Kind.IO, "no broker"));

            until(() -> ingress.lost() == 1);
            assertThat(troubles).anyMatch(told -> told.contains("MAXLEN"));
            assertThat(log).isEmpty();
        }
    }

    @Test
    void theServersCrashLosesNothingThatItTook() {
        RedisServerAddress address = SharedRedis.address();
        try (UrgentQueue queue = UrgentQueue.open(address, 100)) {
            queue.offer(event(1));
        }
        SharedRedis.server().kill();
        SharedRedis.server().restart();
        try (UrgentIngress ingress = UrgentIngress.start(address, "a", this::durable, troubles::add)) {
            until(() -> ingress.taken() == 1);
            assertThat(log).containsExactly("e1");
        }
    }
}
