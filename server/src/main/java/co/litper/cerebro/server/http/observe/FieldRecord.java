package co.litper.cerebro.server.http.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A log record with fields of its own beside the message. */
final class FieldRecord extends LogRecord {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> fields;

    /** @param fields texts and numbers by name */
    FieldRecord(Level level, String logger, String message, Map<String, Object> fields) {
        super(level, message);
        setLoggerName(logger);
        this.fields = new TreeMap<>(fields);
    }

    /** By name. */
    Map<String, Object> fields() {
        return fields;
    }
}
