package co.litper.cerebro.memory;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing remembered.
 *
 * @param id of the decision for an episode, of the pattern for a fact; above 0
 * @param kind what it is
 * @param merchant whose it is
 * @param person whom it tells of; {@link PersonRef#NONE} for a fact
 * @param atMs epoch milliseconds of when it became known
 * @param text in Spanish, without personal data
 * @param topic what it has in common with others, by which its usefulness is learned
 * @param importance 0 to 1
 * @param support how many episodes it rests on, at least 1
 * @param events log positions that it points to, at most {@link Episode#MAX_EVENTS}
 * @param trace how alive it is
 */
public record Memory(
        long id,
        MemoryKind kind,
        MerchantId merchant,
        PersonRef person,
        long atMs,
        String text,
        long topic,
        double importance,
        long support,
        List<Long> events,
        Trace trace) {
    private static final int WIRE_VERSION = 1;

    public Memory {
        events = List.copyOf(events);
    }

    /** This memory with another trace. */
    public Memory with(Trace newTrace) {
        return new Memory(id, kind, merchant, person, atMs, text, topic, importance, support, events, newTrace);
    }

    /** As the index keeps it. */
    Document toDocument() {
        WireWriter out = new WireWriter();
        out.octet(WIRE_VERSION)
                .octet(kind.ordinal())
                .fixed64(topic)
                .float64(importance)
                .varint(support);
        out.float64(trace.strength()).varint(trace.touchedMs()).varint(trace.contradictedMs());
        out.varint(events.size());
        events.forEach(out::varint);
        return new Document(id, merchant, person, kind.wire(), atMs, text, out.toBytes());
    }

    /** Reads what {@link #toDocument} wrote; throws {@code WireException} for a payload of another version or cut short. */
    static Memory of(Document document) {
        WireReader in = new WireReader(document.payload());
        WireVersions.require("memory", in.octet(), WIRE_VERSION);
        MemoryKind kind = MemoryKind.values()[in.octet()];
        long topic = in.fixed64();
        double importance = in.float64();
        long support = in.varint();
        Trace trace = new Trace(in.float64(), in.varint(), in.varint());
        int count = in.varintAsInt();
        List<Long> events = new ArrayList<>(Math.min(count, Episode.MAX_EVENTS));
        for (int i = 0; i < count; i++) {
            events.add(in.varint());
        }
        return new Memory(
                document.id(),
                kind,
                document.merchant(),
                document.person(),
                document.atMs(),
                document.text(),
                topic,
                importance,
                support,
                events,
                trace);
    }
}
