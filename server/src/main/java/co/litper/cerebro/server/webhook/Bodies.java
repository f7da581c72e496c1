package co.litper.cerebro.server.webhook;

import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.FieldText;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.webhook.Verdict.Item;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.Hash64;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes events of a body that was proved to be genuine. Thread-safe if its referrer is. */
final class Bodies {
    /** Things that one body may tell. */
    private static final int MOST_ITEMS = 1_000;

    private static final int MOST_NESTING = 32;
    private static final int LONGEST_NOTE = 1_000;
    private static final long ID_SEED = 0x776562686f6f6bL;
    private static final long ID_SEED_2 = 0x776562686f6f6cL;
    private static final HexFormat HEX = HexFormat.of();
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .build())
            .build());

    private final Supplier<CityDirectory> cities;
    private final Intake.Referrer referrer;
    private final Intake intake;
    private final Clock clock;
    private final EnvelopeCodec codec = new EnvelopeCodec();

    Bodies(Supplier<CityDirectory> cities, Intake.Referrer referrer, Clock clock) {
        this.cities = cities;
        this.referrer = referrer;
        this.intake = new Intake(referrer);
        this.clock = clock;
    }

    /** What a delivery is made of while it is read. */
    private record Reading(WebhookSource source, Delivery delivery, byte[] code, JsonNode root, Instant now) {}

    /**
     * What the body tells.
     *
     * @param code its authentic code, of which the ids of breaches are made
     */
    List<Item> items(WebhookSource source, Delivery delivery, byte[] code) {
        String text = new String(delivery.body(), StandardCharsets.UTF_8);
        JsonNode root;
        try {
            root = JSON.readTree(delivery.body());
        } catch (IOException e) {
            return List.of(new Item.Breach("the body is not JSON in UTF-8, or nested too deeply", text));
        }
        if (root == null || !root.isContainerNode()) {
            return List.of(new Item.Breach("the body must be a JSON object or list", text));
        }
        List<JsonNode> items = source.mapping().items(root);
        if (items.size() > MOST_ITEMS) {
            return List.of(new Item.Breach(
                    "the body tells " + items.size() + " things, at most " + MOST_ITEMS + " are taken. Maybe send them"
                            + " in parts.",
                    text));
        }
        Reading reading = new Reading(source, delivery, code, root, clock.now());
        List<Item> told = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            told.add(item(reading, items.get(i), i));
        }
        return told;
    }

    private Item item(Reading reading, JsonNode item, int index) {
        Optional<Rule> rule = reading.source().mapping().rule(item, reading.root());
        if (rule.isEmpty()) {
            return new Item.Breach(
                    "no rule of the mapping " + reading.source().mapping().name()
                            + " fits. Maybe the platform sends a new kind: add a rule for it.",
                    item.toString());
        }
        EventType type = rule.get().type();
        return type == null ? new Item.Ignored() : event(reading, rule.get(), type, item, index);
    }

    private Item event(Reading reading, Rule rule, EventType type, JsonNode item, int index) {
        Translation translation = new Translation(item, reading.root(), reading.now(), cities.get());
        Optional<Dated> time = translation.moment(rule.time());
        String ownId = translation.text(rule.id());
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", HEX.formatHex(reading.code(), 0, 16) + "-" + index)
                .put("source", "/webhook/" + reading.source().name())
                .put("type", type.wire())
                .put("dataschema", "urn:cerebro:" + type.wire() + ":" + type.version())
                .put("merchantid", reading.source().merchant().value())
                .put("time", time.map(Dated::at).orElse(reading.now()).toString());
        time.filter(t -> t.precision() == Dated.Precision.DAY)
                .ifPresent(_ -> event.put("timeprecision", TimePrecision.DAY.name()));
        if (!reading.delivery().correlation().isEmpty()) {
            event.put("correlationid", reading.delivery().correlation());
        }
        event.set("data", translation.data(type, rule.fields()));
        if (time.isEmpty() && !translation.text(rule.time()).isEmpty()) {
            return new Item.Breach("/time is not a moment that can be read, or a day ahead", event.toString());
        }
        return judged(reading, event, clipped(translation.text(rule.note())), ownId, time.isPresent());
    }

    private Item judged(Reading reading, ObjectNode event, String note, String ownId, boolean hasTime) {
        ObjectNode referred = event.deepCopy();
        Map<PersonRef, Person> people = new LinkedHashMap<>();
        ObjectNode data = (ObjectNode) referred.get("data");
        MerchantId merchant = reading.source().merchant();
        takePerson(data, data, merchant, note, people);
        if (data.get("parcel") instanceof ObjectNode parcel) {
            takePerson(parcel, data, merchant, note, people);
        }
        return switch (intake.read(referred.toString(), reading.now(), false)) {
            case Intake.Refused(List<Problem> problems) ->
                new Item.Breach(
                        problems.stream().map(Problem::toString).collect(Collectors.joining("; ")), event.toString());
            case Intake.Accepted(Envelope envelope, Map<PersonRef, Person> none, List<Problem> warnings) -> {
                String id = ownId.isEmpty() ? contentId(envelope, hasTime) : idOf(envelope, ownId);
                yield new Item.Told(new Intake.Accepted(withId(envelope, id), people, warnings));
            }
        };
    }

    /** As the importer does it: a phone that cannot be read still tells people apart, by the parcel. */
    private void takePerson(
            ObjectNode holder, ObjectNode data, MerchantId merchant, String note, Map<PersonRef, Person> people) {
        if (!(holder.remove("customer") instanceof ObjectNode told)) {
            return;
        }
        String phone = FieldText.phone(told.path("phone").asText(""));
        Person person = new Person(
                clipped(told.path("name").asText("")),
                phone,
                clipped(told.path("address").asText("")),
                clipped(told.path("email").asText("")),
                note);
        String order = data.path("orderId").asText("");
        String guide = data.path("guideNumber").asText("");
        String number = order.isEmpty() ? "guide " + guide : "order " + order;
        if (phone.isEmpty() && (person.equals(Person.NOBODY) || order.isEmpty() && guide.isEmpty())) {
            return;
        }
        PersonRef ref = referrer.refer(merchant, phone.isEmpty() ? number : phone);
        holder.put("customer", ref.value());
        people.merge(ref, person, Person::updatedBy);
    }

    private static String clipped(String text) {
        return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) : text;
    }

    /** Of what the event says: the same again, in another body, is the same event. */
    private String contentId(Envelope envelope, boolean hasTime) {
        Event event = envelope.event();
        Instant told = hasTime ? envelope.validAt() : Instant.EPOCH;
        Envelope bare = new Envelope(
                "-",
                envelope.source(),
                envelope.merchant(),
                envelope.subject(),
                told,
                envelope.precision(),
                Instant.EPOCH,
                "",
                "",
                envelope.priority(),
                Standing.LIVE,
                false,
                0,
                event);
        return hash(new String(codec.encode(bare), StandardCharsets.UTF_8));
    }

    private static String idOf(Envelope envelope, String ownId) {
        return hash(String.join(
                "\n",
                envelope.source(),
                envelope.merchant().value(),
                envelope.event().type().wire(),
                ownId));
    }

    private static String hash(String identity) {
        return HEX.toHexDigits(Hash64.of(ID_SEED, identity)) + HEX.toHexDigits(Hash64.of(ID_SEED_2, identity));
    }

    private static Envelope withId(Envelope e, String id) {
        return new Envelope(
                id,
                e.source(),
                e.merchant(),
                e.subject(),
                e.validAt(),
                e.precision(),
                e.recordedAt(),
                e.correlationId(),
                e.causationId(),
                e.priority(),
                e.standing(),
                e.skewed(),
                e.depth(),
                e.event());
    }
}
