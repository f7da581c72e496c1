package co.litper.cerebro.server;

import co.litper.cerebro.server.cli.CommandLineFace;
import co.litper.cerebro.server.cli.Invocation;
import co.litper.cerebro.server.http.observe.ServiceLog;

/** Starts the product. The only {@code main}; {@link CommandLineFace} does the work, and tests call it in the same process. */
public final class Main {
    private Main() {}

    /** Runs one command and leaves with its exit code: 0 done, 1 failed, 2 used wrongly or input missing. */
    public static void main(String[] args) {
        ServiceLog.silence();
        int code = CommandLineFace.run(Invocation.ofProcess(args));
        // Halting threads of libraries must not keep a finished command alive.
        System.exit(code);
    }
}
