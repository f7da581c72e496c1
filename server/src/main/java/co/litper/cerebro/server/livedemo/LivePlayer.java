package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.report.Chronicle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Takes what a world tells into a running loop. Effects come back by the {@link WorldChannel}. One thread. */
final class LivePlayer implements Player {
    private final EmbeddedHost host;
    private final DemoClock clock;
    private final Chronicle chronicle;
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();

    LivePlayer(EmbeddedHost host, DemoClock clock, Chronicle chronicle) {
        this.host = host;
        this.clock = clock;
        this.chronicle = chronicle;
    }

    @Override
    public void meet(Envelope event) {
        clock.at(event.recordedAt());
        chronicle.meet(event);
        try {
            answers.add(host.submit(event));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the world was told to end");
        }
    }

    /** Waits until everything told so far is durable and decided upon. */
    void awaitAnswers() throws InterruptedException, ExecutionException {
        for (CompletableFuture<Answer> answer : answers) {
            answer.get();
        }
        answers.clear();
    }
}
