package co.litper.cerebro.log;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.event.Upcasters;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes envelopes as CloudEvents 1.0 in JSON (structured mode) and reads them again: one format for storage and
 * interchange.
 *
 * <p>Attributes: {@code specversion}, {@code id}, {@code source}, {@code type}, {@code subject}, {@code time} (when it
 * happened), {@code dataschema} ({@code urn:cerebro:TYPE:VERSION}; version 1 if missing), and the extensions {@code
 * merchantid}, {@code recordedat}, {@code correlationid}, {@code causationid}, {@code priority}, {@code standing}, {@code
 * timeprecision}, {@code skewed}, {@code depth}. {@code datacontenttype} is left out, which means {@code
 * application/json}. Whatever has its default value is left out too: NORMAL, LIVE, SECOND, false, 0, the empty string,
 * and in the data all that means "not told". Fields may come in any order when read; unknown ones are ignored.
 *
 * <p>Data of an older version goes through {@link Upcasters}, on a tree; data of the current one is streamed. Thread-safe.
 * O(bytes).
 */
public final class EnvelopeCodec {
    /** What precedes type and version in {@code dataschema}. */
    static final String SCHEMA_PREFIX = "urn:cerebro:";

    /** Objects in objects that are skipped without complaint; deeper is an attack. */
    private static final int MAX_NESTING = 64;
    /** Characters of one text that the parser takes; a line of an integrator is bounded before, by {@link Intake}. */
    private static final int MAX_TEXT = 16 * 1024 * 1024;
    /** Version numbers are small; longer digits are not one of ours. */
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}");

    private static final String JSON_MEDIA_TYPE = "application/json";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();
    private static final ObjectMapper TREES = new ObjectMapper(JSON);

    private static final String[] SCHEMAS = Arrays.stream(EventType.values())
            .map(type -> SCHEMA_PREFIX + type.wire() + ":" + type.version())
            .toArray(String[]::new);
    private static final Map<String, Priority> PRIORITIES = EventReader.words(Priority.values(), Enum::name);
    private static final Map<String, Standing> STANDINGS = EventReader.words(Standing.values(), Enum::name);
    private static final Map<String, TimePrecision> PRECISIONS = EventReader.words(TimePrecision.values(), Enum::name);
    private static final MerchantId NO_MERCHANT = new MerchantId("none");
    /** Stands in where an event is wrong, so that the attributes are looked at nevertheless. */
    private static final Event NO_EVENT = new SystemEvent.Tick(Instant.EPOCH);

    /** A codec; all codecs are alike. */
    public EnvelopeCodec() {}

    /**
     * The envelope as UTF-8 JSON on one line without a line break.
     *
     * @throws IllegalArgumentException if a number that must be told is not finite
     */
    public byte[] encode(Envelope envelope) {
        LastBytes bytes = new LastBytes();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            JsonSink out = new JsonSink(json);
            attributes(envelope, out);
            out.begin(Field.DATA);
            EventWriter.write(envelope.event(), out);
            out.end();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.all();
    }

    private static void attributes(Envelope envelope, FieldSink out) {
        EventType type = envelope.event().type();
        out.text(Field.SPECVERSION, "1.0");
        out.text(Field.ID, envelope.id());
        out.text(Field.SOURCE, envelope.source());
        out.text(Field.TYPE, type.wire());
        out.text(Field.SUBJECT, envelope.subject());
        out.instant(Field.TIME, envelope.validAt());
        out.text(Field.DATASCHEMA, schema(type));
        out.text(Field.MERCHANTID, envelope.merchant().value());
        out.instant(Field.RECORDEDAT, envelope.recordedAt());
        if (!envelope.correlationId().isEmpty()) {
            out.text(Field.CORRELATIONID, envelope.correlationId());
        }
        if (!envelope.causationId().isEmpty()) {
            out.text(Field.CAUSATIONID, envelope.causationId());
        }
        if (envelope.priority() != Priority.NORMAL) {
            out.text(Field.PRIORITY, envelope.priority().name());
        }
        if (envelope.standing() != Standing.LIVE) {
            out.text(Field.STANDING, envelope.standing().name());
        }
        if (envelope.precision() != TimePrecision.SECOND) {
            out.text(Field.TIMEPRECISION, envelope.precision().name());
        }
        if (envelope.skewed()) {
            out.flag(Field.SKEWED, true);
        }
        if (envelope.depth() != 0) {
            out.integer(Field.DEPTH, envelope.depth());
        }
    }

    /**
     * The envelope that the bytes tell.
     *
     * @throws MalformedEventException if they tell none, with everything that is wrong
     */
    public Envelope decode(byte[] bytes) {
        List<Problem> problems = new ArrayList<>(0);
        Fields attributes = parse(bytes, problems);
        Envelope envelope = attributes == null ? null : envelope(attributes, () -> dataTree(bytes), problems);
        if (envelope == null) {
            throw new MalformedEventException(problems);
        }
        return envelope;
    }

    private static @Nullable Fields parse(byte[] bytes, List<Problem> problems) {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                problems.add(new Problem("", "must be a JSON object"));
                return null;
            }
            Fields attributes = Fields.read(json, "", problems);
            if (json.nextToken() != null) {
                problems.add(new Problem("", "has something after its closing brace"));
            }
            return attributes;
        } catch (StreamConstraintsException e) {
            problems.add(new Problem("", "is nested too deeply or has too long a name, number or text"));
        } catch (IOException e) {
            problems.add(new Problem("", "is not JSON in UTF-8, " + bytes.length + " bytes. Maybe it was cut off."));
        }
        return null;
    }

    private static @Nullable Envelope envelope(Fields in, Supplier<ObjectNode> dataTree, List<Problem> problems) {
        Event event = event(in, dataTree, problems);
        if (!in.text(Field.SPECVERSION).equals("1.0")) {
            in.problem(Field.SPECVERSION, "must be 1.0");
        }
        if (!in.text(Field.DATACONTENTTYPE, JSON_MEDIA_TYPE).startsWith(JSON_MEDIA_TYPE)) {
            in.problem(Field.DATACONTENTTYPE, "must be " + JSON_MEDIA_TYPE + " or left out");
        }
        try {
            Envelope envelope = new Envelope(
                    in.text(Field.ID),
                    in.text(Field.SOURCE),
                    merchant(in),
                    in.text(Field.SUBJECT),
                    in.instant(Field.TIME),
                    in.word(Field.TIMEPRECISION, PRECISIONS, TimePrecision.SECOND),
                    in.instant(Field.RECORDEDAT),
                    in.text(Field.CORRELATIONID, ""),
                    in.text(Field.CAUSATIONID, ""),
                    in.word(Field.PRIORITY, PRIORITIES, Priority.NORMAL),
                    in.word(Field.STANDING, STANDINGS, Standing.LIVE),
                    in.flag(Field.SKEWED, false),
                    in.smallInteger(Field.DEPTH, 0),
                    event);
            return problems.isEmpty() ? envelope : null;
        } catch (IllegalArgumentException e) {
            in.refused(e);
            return null;
        }
    }

    private static MerchantId merchant(Fields in) {
        if (!in.has(Field.MERCHANTID)) {
            in.problem(Field.MERCHANTID, "is missing");
        }
        return in.made(Field.MERCHANTID, MerchantId::new, NO_MERCHANT);
    }

    private static Event event(Fields in, Supplier<ObjectNode> dataTree, List<Problem> problems) {
        Fields data = in.object(Field.DATA);
        if (data == null && !in.has(Field.DATA)) {
            in.problem(Field.DATA, "is missing");
        }
        EventType type = EventType.ofWire(in.text(Field.TYPE)).orElse(null);
        if (type == null) {
            if (in.has(Field.TYPE)) {
                in.problem(Field.TYPE, "is no type of the catalogue. Maybe a newer Cerebro wrote it.");
            }
            return NO_EVENT;
        }
        int version =
                version(type, in.text(Field.DATASCHEMA, ""), complaint -> in.problem(Field.DATASCHEMA, complaint));
        if (data == null || version < 1) {
            return NO_EVENT;
        }
        try {
            return EventReader.read(
                    type, version == type.version() ? data : upcast(type, version, dataTree.get(), problems));
        } catch (IllegalArgumentException e) {
            data.refused(e);
            return NO_EVENT;
        }
    }

    /** The data as a tree, of bytes that were parsed once and are known to be JSON with an object for data. */
    private static ObjectNode dataTree(byte[] bytes) {
        try {
            return (ObjectNode) TREES.readTree(bytes).required(Field.DATA.json());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    private static Fields upcast(EventType type, int version, ObjectNode data, List<Problem> problems) {
        return fields(Upcasters.upcast(type, version, data), "/data", problems);
    }

    /** The known fields of a tree. */
    private static Fields fields(ObjectNode tree, String pointer, List<Problem> problems) {
        try (JsonParser json = TREES.treeAsTokens(tree)) {
            json.nextToken();
            return Fields.read(json, pointer, problems);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    /**
     * The envelope that a tree with data of the current version tells, or null if it tells none.
     *
     * @param problems takes everything that is wrong
     */
    static @Nullable Envelope fromTree(ObjectNode tree, List<Problem> problems) {
        return envelope(fields(tree, "", problems), () -> (ObjectNode) tree.required(Field.DATA.json()), problems);
    }

    /** The {@code dataschema} of the current version of a type. */
    static String schema(EventType type) {
        return SCHEMAS[type.ordinal()];
    }

    /**
     * The version of the data that a CloudEvent of {@code type} claims in its {@code dataschema}, 1 if that is empty, or 0
     * if this Cerebro cannot read it; then {@code complaint} is told why.
     */
    static int version(EventType type, String schema, Consumer<String> complaint) {
        if (schema.equals(schema(type))) {
            return type.version();
        }
        if (schema.isEmpty()) {
            return 1;
        }
        String prefix = SCHEMA_PREFIX + type.wire() + ":";
        String digits = schema.startsWith(prefix) ? schema.substring(prefix.length()) : "";
        if (!VERSION.matcher(digits).matches()) {
            complaint.accept("must be " + prefix + "VERSION or left out, which means version 1");
            return 0;
        }
        int version = Integer.parseInt(digits);
        if (version > type.version()) {
            complaint.accept("was written by a newer Cerebro: version " + version + " of " + type.wire()
                    + ", this one knows up to " + type.version() + ". Maybe Cerebro wants an update.");
            return 0;
        }
        return version;
    }

    /** Keeps what a generator writes: one copy for an event of ordinary size, whose bytes arrive all at once. */
    private static final class LastBytes extends OutputStream {
        private byte[] bytes = {};

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int from, int count) {
            int length = bytes.length;
            bytes = length == 0 ? Arrays.copyOfRange(more, from, from + count) : Arrays.copyOf(bytes, length + count);
            if (length > 0) {
                System.arraycopy(more, from, bytes, length, count);
            }
        }

        byte[] all() {
            return bytes;
        }
    }
}
