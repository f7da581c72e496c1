package co.litper.cerebro.server.http.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/** A step of a trace that is under way. One thread. */
public final class Span {
    /** Of a call that nobody keeps: takes everything and tells nothing. */
    static final Span NONE = new Span("", "", "", "", false, 0, 0);

    final String trace;
    final String id;
    final String parent;
    final String name;
    /** True for a call that came in, false for a step inside one. */
    final boolean call;

    final long beganEpochNs;
    final long beganNs;
    final Map<String, Object> attributes = new LinkedHashMap<>();
    long tookNs;
    boolean failed;

    Span(String trace, String id, String parent, String name, boolean call, long beganEpochNs, long beganNs) {
        this.trace = trace;
        this.id = id;
        this.parent = parent;
        this.name = name;
        this.call = call;
        this.beganEpochNs = beganEpochNs;
        this.beganNs = beganNs;
    }

    /** True if somebody keeps it. */
    boolean isKept() {
        return !trace.isEmpty();
    }

    /** Notes something of it; text, a whole number or a truth. */
    void note(String key, Object value) {
        if (isKept()) {
            attributes.put(key, value);
        }
    }
}
