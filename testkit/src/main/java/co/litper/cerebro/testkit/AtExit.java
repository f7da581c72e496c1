package co.litper.cerebro.testkit;

/** What is done when this JVM ends, unless it was done before. */
final class AtExit {
    private final Thread hook;

    AtExit(Runnable task) {
        this.hook = new Thread(task);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** It was done; nothing is left for the end. */
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this JVM is on its way out already
            return;
        }
    }
}
