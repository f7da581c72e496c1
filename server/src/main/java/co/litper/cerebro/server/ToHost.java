package co.litper.cerebro.server;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.log.Envelope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Events go to the loop of this process, which decides before it answers. */
record ToHost(EmbeddedHost host) implements WayIn {
    @Override
    public @Nullable CompletableFuture<Taken> offer(Envelope event) {
        CompletableFuture<Answer> answer = host.offer(event);
        return answer == null ? null : answer.thenApply(Met::new);
    }

    @Override
    public CompletableFuture<Taken> submit(Envelope event) throws InterruptedException {
        return host.submit(event).thenApply(Met::new);
    }

    @Override
    public boolean isDecidedElsewhere() {
        return false;
    }
}
