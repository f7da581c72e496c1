package co.litper.cerebro.server.http.observe;

import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * What the service writes down: one JSON object a line. Calls stand there by operation, never by address, since a path may
 * name a customer; no line tells of a person. Thread-safe.
 */
public final class ServiceLog {
    private static final Logger CALLS = Logger.getLogger("cerebro.calls");
    private static final Logger SERVICE = Logger.getLogger("cerebro.service");
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
        SERVICE.setLevel(Level.INFO);
        CALLS.setLevel(calls ? Level.INFO : Level.OFF);
    }

    /** A call was served. */
    public static void served(Route route, int status, long nanos, String key, String id) {
        if (CALLS.isLoggable(Level.INFO)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("operation", route.doc().id());
            fields.put("status", (long) status);
            fields.put("ms", Math.round(nanos / NANOS_PER_MS * 100) / 100.0);
            fields.put("key", key);
            fields.put("call", id);
            CALLS.log(new FieldRecord(Level.INFO, CALLS.getName(), "call", fields));
        }
    }

    /** A call ended with a failure of ours. */
    public static void failed(String id, Code code, Throwable e) {
        FieldRecord failed =
                new FieldRecord(Level.SEVERE, SERVICE.getName(), "failed", Map.of("call", id, "code", code.wire()));
        failed.setThrown(e);
        SERVICE.log(failed);
    }

    /** Something of the service as a whole. */
    public static void told(String what) {
        SERVICE.info(what);
    }
}
