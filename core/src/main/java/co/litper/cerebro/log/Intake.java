package co.litper.cerebro.log;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.Upcasters;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gate for events from outside: reads one CloudEvent as an integrator wrote it (a line of NDJSON, the body of a
 * webhook) and either takes it or tells everything that is wrong with it.
 *
 * <p>What differs from {@link EnvelopeCodec#decode}, which reads what we wrote ourselves:
 *
 * <ul>
 *   <li>{@code recordedat}, {@code standing}, {@code skewed} and {@code depth} are set by us, whatever the event says.
 *   <li>Facts about the brain itself and answers of its people are not taken; see {@link #isTakenFromOutside}.
 *   <li>The data is held against its contract strictly: an unknown field is refused, since it may be a misspelt one or
 *       personal data. Unknown CloudEvents attributes are dropped. JSON null means "not told".
 *   <li>{@code customer} is a reference (32 hexadecimal digits) or an object {@code {phone, name, address, email}}; the
 *       object becomes a reference, and the person comes back beside the envelope, for the vault.
 *   <li>{@code text} of what customers say goes to the vault; an intent, topic or score that is not told is read out of it
 *       (package {@code message}).
 *   <li>A missing {@code subject} is filled in. {@code rawStatus} and {@code rawReason} without canonical word stay so:
 *       {@code state} null, {@code reason} OTHER. The sense stage resolves them with the merchant's dictionaries.
 *   <li>Runs of seven digits and more inside raw words of a carrier are masked, since they are phones as a rule.
 * </ul>
 *
 * <p>Thread-safe if its referrer is. O(bytes); it builds a tree, and so costs some times more than
 * {@link EnvelopeCodec#decode}.
 */
public final class Intake {
    /** Bytes of one event; the largest honest one has a few thousand. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_NESTING = 16;
    /**
     * Seven digits are the shortest phone of Colombia; spaces, dots and dashes may stand between them. Possessive: else the
     * matcher recurses once a digit, and a run of some thousand overflows the stack.
     */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){6,}+");

    private static final String MASK = "#";
    private static final String NO_SUBJECT = "none";
    private static final MerchantId NO_MERCHANT = new MerchantId("none");
    private static final List<String> RAW_WORDS = List.of("rawStatus", "rawIssue", "rawReason");
    private static final List<String> OURS = List.of("recordedat", "standing", "skewed", "depth");
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Referrer referrer;

    /** Makes references of phones, as {@code vault::refer} does. */
    @FunctionalInterface
    public interface Referrer {
        /** The reference of the customer of {@code merchant} with this phone of ten digits. */
        PersonRef refer(MerchantId merchant, String phone);
    }

    /** What became of an event. */
    public sealed interface Result {}

    /**
     * Taken.
     *
     * @param envelope what is to be appended; free of personal data
     * @param people what the event told of people, to be put into the vault before the envelope is appended
     * @param warnings breaches that do not stop it
     */
    public record Accepted(Envelope envelope, Map<PersonRef, Person> people, List<Problem> warnings) implements Result {
        public Accepted {
            people = Map.copyOf(people);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Not taken: a dead letter.
     *
     * @param problems everything that is wrong, at least one
     */
    public record Refused(List<Problem> problems) implements Result {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A gate that makes references of customers' phones with {@code referrer}. */
    public Intake(Referrer referrer) {
        this.referrer = referrer;
    }

    /** True if an event of this type may come from outside. */
    public static boolean isTakenFromOutside(EventType type) {
        return switch (type) {
            case ORDER_CREATED,
                    ORDER_CONFIRMED,
                    ORDER_CANCELLED,
                    ORDER_SHIPPED,
                    ORDER_DELIVERED,
                    GUIDE_CREATED,
                    GUIDE_UPDATED,
                    TRACKING_UPDATED,
                    DELAY_DETECTED,
                    ISSUE_REPORTED,
                    ISSUE_RESOLVED,
                    CARRIER_CAPACITY,
                    TELEMETRY,
                    CUSTOMER_INQUIRY,
                    CUSTOMER_FEEDBACK,
                    CUSTOMER_REPLIED,
                    ANOMALY_DETECTED -> true;
            case MODEL_TRAINED,
                    MODEL_DEPLOYED,
                    ACTION_EXECUTED,
                    FEEDBACK_RECEIVED,
                    LEARNING_COMPLETED,
                    TICK,
                    SNAPSHOT_PUBLISHED,
                    APPROVAL_GIVEN,
                    CONFIGURATION_CHANGED,
                    THOUGHT_RETURNED -> false;
        };
    }

    /** Reads one event; see {@link #read(byte[], Instant, boolean)}. */
    public Result read(String line, Instant recordedAt, boolean firstImport) {
        return read(line.getBytes(StandardCharsets.UTF_8), recordedAt, firstImport);
    }

    /**
     * Reads one event.
     *
     * @param line one CloudEvent in UTF-8 JSON
     * @param recordedAt now, by our clock
     * @param firstImport true if it belongs to a merchant's first import, and so is historical whatever its age
     */
    public Result read(byte[] line, Instant recordedAt, boolean firstImport) {
        return read(line, recordedAt, firstImport, null);
    }

    /**
     * Reads one event of a merchant: {@code merchantid} may be left out, and must not name another one.
     *
     * @param merchant whose events may come this way, or null for any merchant's
     */
    public Result read(byte[] line, Instant recordedAt, boolean firstImport, @Nullable MerchantId merchant) {
        List<Problem> problems = new ArrayList<>(0);
        ObjectNode tree = parse(line, problems);
        if (tree == null) {
            return new Refused(problems);
        }
        if (merchant != null) {
            requireMerchant(tree, merchant, problems);
        }
        CustomerData customers = new CustomerData(referrer, merchant(tree), problems);
        prepareData(tree, customers, recordedAt, problems);
        boolean hasSubject = tree.hasNonNull(Field.SUBJECT.json());
        Envelope told = readAttributes(tree, hasSubject, recordedAt, problems);
        if (told == null || !problems.isEmpty()) {
            return new Refused(problems);
        }
        return judged(finished(told, hasSubject, firstImport), customers.people());
    }

    private static @Nullable ObjectNode parse(byte[] line, List<Problem> problems) {
        if (line.length > MAX_BYTES) {
            problems.add(new Problem("", "has " + line.length + " bytes, at most " + MAX_BYTES + " are taken"));
            return null;
        }
        try {
            if (STRICT.readTree(line) instanceof ObjectNode tree) {
                return tree;
            }
            problems.add(new Problem("", "must be a JSON object"));
        } catch (StreamConstraintsException e) {
            problems.add(new Problem("", "is nested too deeply or has too long a name, number or text"));
        } catch (IOException e) {
            problems.add(
                    new Problem(
                            "",
                            "is not one JSON object in UTF-8. Maybe it was cut off, has a field twice, or something after it."));
        }
        return null;
    }

    private static MerchantId merchant(ObjectNode tree) {
        try {
            return new MerchantId(tree.path(Field.MERCHANTID.json()).asText());
        } catch (IllegalArgumentException e) {
            return NO_MERCHANT; // the event is refused for it when its attributes are read
        }
    }

    private static void requireMerchant(ObjectNode tree, MerchantId merchant, List<Problem> problems) {
        JsonNode told = tree.get(Field.MERCHANTID.json());
        if (told == null || told.isNull()) {
            tree.put(Field.MERCHANTID.json(), merchant.value());
        } else if (!told.asText().equals(merchant.value())) {
            problems.add(new Problem("/merchantid", "must be " + merchant + " or left out: no other may be told here"));
        }
    }

    /** Brings the data to the current version, free of personal data, and holds it against the contract. */
    private static void prepareData(
            ObjectNode tree, CustomerData customers, Instant recordedAt, List<Problem> problems) {
        EventType type = EventType.ofWire(tree.path(Field.TYPE.json()).asText()).orElse(null);
        if (type == null || !(tree.get(Field.DATA.json()) instanceof ObjectNode given)) {
            return;
        }
        if (!isTakenFromOutside(type)) {
            problems.add(new Problem("/type", type.wire() + " is not taken from outside: only Cerebro says so"));
            return;
        }
        int version =
                EnvelopeCodec.version(type, tree.path(Field.DATASCHEMA.json()).asText(), _ -> {});
        if (version == 0) {
            return;
        }
        dropNulls(given);
        ObjectNode data = Upcasters.upcast(type, version, given);
        customers.takeFrom(data, "/data");
        if (data.get(Field.PARCEL.json()) instanceof ObjectNode parcel) {
            customers.takeFrom(parcel, "/data/parcel");
        }
        customers.readWords(type, data, LocalDate.ofInstant(recordedAt, Clock.BOGOTA));
        maskRawWords(data);
        DataContracts.rule(type).check(data, "/data", problems);
        tree.set(Field.DATA.json(), data);
        tree.put(Field.DATASCHEMA.json(), EnvelopeCodec.schema(type));
    }

    private static void dropNulls(ObjectNode node) {
        node.properties().removeIf(each -> each.getValue().isNull());
        for (JsonNode child : node) {
            if (child instanceof ObjectNode object) {
                dropNulls(object);
            }
        }
    }

    private static void maskRawWords(ObjectNode data) {
        for (String name : RAW_WORDS) {
            JsonNode words = data.get(name);
            if (words != null && words.isTextual()) {
                data.put(name, LONG_NUMBER.matcher(words.textValue()).replaceAll(MASK));
            }
        }
    }

    /** Reads the envelope, its subject and what is ours to say still standing in. */
    private static @Nullable Envelope readAttributes(
            ObjectNode tree, boolean hasSubject, Instant recordedAt, List<Problem> problems) {
        tree.remove(OURS);
        tree.put(Field.RECORDEDAT.json(), recordedAt.toString());
        if (!hasSubject) {
            tree.put(Field.SUBJECT.json(), NO_SUBJECT);
        }
        boolean dataIsWrong = !problems.isEmpty();
        List<Problem> more = new ArrayList<>(0);
        Envelope envelope = EnvelopeCodec.fromTree(tree, more);
        more.stream()
                .filter(problem -> !dataIsWrong || !problem.pointer().startsWith("/data/"))
                .forEach(problems::add);
        return envelope;
    }

    private static Envelope finished(Envelope told, boolean hasSubject, boolean firstImport) {
        return new Envelope(
                told.id(),
                told.source(),
                told.merchant(),
                hasSubject ? told.subject() : Subject.of(told.event()),
                told.validAt(),
                told.precision(),
                told.recordedAt(),
                told.correlationId(),
                told.causationId(),
                told.priority(),
                Standing.of(told.validAt(), told.recordedAt(), firstImport),
                ContractCheck.isSkewed(told.validAt(), told.recordedAt()),
                0,
                told.event());
    }

    private static Result judged(Envelope envelope, Map<PersonRef, Person> people) {
        List<Breach> breaches = new ArrayList<>(0);
        ContractCheck.checkContext(envelope, breaches);
        List<Problem> refusals = problems(breaches, Breach.Severity.REFUSAL);
        return refusals.isEmpty()
                ? new Accepted(envelope, people, problems(breaches, Breach.Severity.WARNING))
                : new Refused(refusals);
    }

    private static List<Problem> problems(List<Breach> breaches, Breach.Severity severity) {
        return breaches.stream()
                .filter(breach -> breach.severity() == severity)
                .map(Breach::problem)
                .toList();
    }
}
