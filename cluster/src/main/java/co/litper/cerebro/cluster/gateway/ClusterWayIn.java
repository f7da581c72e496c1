package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.cluster.kafka.ClusterIngress;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Events go to the shards; they are durable when the brokers say so. Bounds how many are under way. Thread-safe. */
final class ClusterWayIn implements WayIn {
    /** Events that were sent and not acknowledged yet, of a few hundred bytes to 256 KiB each. */
    private static final int MOST_UNDER_WAY = 10_000;

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final ClusterIngress ingress;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);

    ClusterWayIn(ClusterIngress ingress) {
        this.ingress = ingress;
    }

    @Override
    public @Nullable CompletableFuture<Taken> offer(Envelope event) {
        return room.tryAcquire() ? send(event) : null;
    }

    @Override
    public CompletableFuture<Taken> submit(Envelope event) throws InterruptedException {
        room.acquire();
        return send(event);
    }

    private CompletableFuture<Taken> send(Envelope event) {
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        ingress.offer(event).whenComplete((_, failure) -> {
            room.release();
            if (failure == null) {
                answer.complete(new Kept());
            } else {
                answer.completeExceptionally(unanswered(failure));
            }
        });
        return answer;
    }

    private static ApiProblem unanswered(Throwable failure) {
        return ApiProblem.of(
                        Code.UNAVAILABLE,
                        "No broker said that it has the event. Send it again: if it was taken after all, it is recognised.",
                        failure)
                .retryAfter(COME_AGAIN);
    }

    @Override
    public boolean isDecidedElsewhere() {
        return true;
    }
}
