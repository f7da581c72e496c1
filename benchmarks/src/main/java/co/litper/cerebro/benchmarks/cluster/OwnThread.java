package co.litper.cerebro.benchmarks.cluster;

import java.util.concurrent.Executor;

/**
 * A thread for each task. The common pool has one on a machine of two cores, and whoever waits in it for the end of a process waits
 * for a task of that pool.
 */
enum OwnThread implements Executor {
    EACH;

    @Override
    public void execute(Runnable task) {
        Thread.ofPlatform().daemon(true).start(task);
    }
}
