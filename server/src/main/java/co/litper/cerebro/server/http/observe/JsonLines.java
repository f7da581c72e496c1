package co.litper.cerebro.server.http.observe;

import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Log records as JSON, one a line. Of an exception the class and where it was thrown, of causes too; never the message of one
 * that is not ours, which may quote what came in.
 */
final class JsonLines extends Handler {
    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 4;
    private static final String OURS = "co.litper.";

    private final PrintStream out;
    private final SimpleFormatter texts = new SimpleFormatter();

    JsonLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        ObjectNode line = Json.object()
                .put("at", record.getInstant().toString())
                .put("level", record.getLevel().getName())
                .put("logger", record.getLoggerName())
                .put("message", texts.formatMessage(record));
        if (record instanceof FieldRecord told) {
            told.fields().forEach(line::putPOJO);
        }
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            line.put("error", told(thrown));
        }
        byte[] bytes = Json.bytes(line);
        synchronized (out) {
            out.write(bytes, 0, bytes.length);
            out.write('\n');
            out.flush();
        }
    }

    private static String told(Throwable thrown) {
        StringBuilder told = new StringBuilder();
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
            told.append(depth == 0 ? "" : " because of ").append(name(at));
            StackTraceElement[] frames = at.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                told.append(" < ").append(frames[i]);
            }
            at = at.getCause();
        }
        return told.toString();
    }

    private static String name(Throwable thrown) {
        String type = thrown.getClass().getName();
        String message = thrown.getMessage();
        return message != null && type.startsWith(OURS) ? type + ": " + message : type;
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
