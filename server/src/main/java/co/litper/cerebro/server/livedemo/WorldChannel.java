package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.simulator.Desk;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands effects to a world's desk on the world's own thread, and waits for its answer there. After {@link #end} nothing is
 * taken any more, and what waits is told to try again.
 */
final class WorldChannel implements Channel {
    /** How long a wait goes on before it looks whether the world has ended. */
    private static final long LOOK_MS = 100;

    private final Desk desk;
    private final BlockingQueue<Runnable> world;
    private volatile boolean ended;

    /** @param world what the world's thread is to do, soonest first */
    WorldChannel(Desk desk, BlockingQueue<Runnable> world) {
        this.desk = desk;
        this.world = world;
    }

    @Override
    public String name() {
        return "world";
    }

    @Override
    public boolean deduplicates() {
        return true;
    }

    @Override
    public Result send(Dispatch dispatch) {
        CompletableFuture<Result> answer = new CompletableFuture<>();
        try {
            boolean queued = false;
            while (!queued && !ended) {
                queued = world.offer(() -> answer.complete(desk.take(dispatch)), LOOK_MS, TimeUnit.MILLISECONDS);
            }
            while (!ended) {
                try {
                    return answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // The world is at other things; look whether it is still there.
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the world failed at " + dispatch, e);
        }
        return answer.getNow(Result.RETRY);
    }

    /** The world's thread does nothing more. */
    void end() {
        ended = true;
    }
}
