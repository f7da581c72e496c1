package co.litper.cerebro.server.http.observe;

import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service writes down: one JSON object a line. Calls stand there by operation, never by address, since a path may
 * name a customer; no line tells of a person. Thread-safe.
 */
public final class ServiceLog {
    private static final org.slf4j.Logger CALLS = LoggerFactory.getLogger("cerebro.calls");
    private static final org.slf4j.Logger SERVICE = LoggerFactory.getLogger("cerebro.service");
    private static final double NANOS_PER_MS = 1e6;

    private ServiceLog() {}

    /** Lets no library speak: for commands, whose output is for people. */
    public static void silence() {
        LogManager.getLogManager().reset();
    }

    /** Writes lines to {@code out}; {@code calls} also one for each call. */
    public static void writeTo(PrintStream out, boolean calls) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        Handler handler = new JsonLines(out);
        root.addHandler(handler);
        Logger.getLogger("cerebro.service").setLevel(Level.INFO);
        Logger.getLogger("cerebro.calls").setLevel(calls ? Level.INFO : Level.OFF);
    }

    /** A call was served. */
    public static void served(Route route, int status, long nanos, String key, String id) {
        if (CALLS.isInfoEnabled()) {
            CALLS.atInfo()
                    .addKeyValue("operation", route.doc().id())
                    .addKeyValue("status", status)
                    .addKeyValue("ms", Math.round(nanos / NANOS_PER_MS * 100) / 100.0)
                    .addKeyValue("key", key)
                    .addKeyValue("call", id)
                    .log("call");
        }
    }

    /** A call ended with a failure of ours. */
    public static void failed(String id, Code code, Throwable e) {
        SERVICE.atError()
                .addKeyValue("call", id)
                .addKeyValue("code", code.wire())
                .setCause(e)
                .log("failed");
    }

    /** Something of the service as a whole. */
    public static void told(String what) {
        SERVICE.info(what);
    }
}
