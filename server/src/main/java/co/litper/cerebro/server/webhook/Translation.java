package co.litper.cerebro.server.webhook;

import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.FieldText;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.logistics.CarrierNames;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.Folding;
import co.litper.cerebro.server.ingest.GuideMeaning;
import co.litper.cerebro.server.ingest.WordMask;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an item of a body the data of an event, in the words of the contract. What it cannot read it leaves as text, so
 * that the contract refuses it by name. One item, one thread.
 */
final class Translation {
    private static final int MOST_WORDS = 200;
    /** No date is longer; a pattern over a longer text could take long. */
    private static final int LONGEST_MOMENT = 64;

    /** Characters of a value that are read where a number, a flag or a name is wanted. */
    private static final int LONGEST_VALUE = 400;

    private static final Set<String> YES = Set.of("TRUE", "SI", "S", "YES", "Y", "1", "COD", "CONTRAENTREGA");
    private static final Set<String> NO = Set.of("FALSE", "NO", "N", "0", "PREPAGO", "ANTICIPADO", "PREPAID");
    private static final List<String> RAW = List.of("rawStatus", "rawIssue", "rawReason");

    private final JsonNode item;
    private final JsonNode root;
    private final Instant now;
    private final CityDirectory cities;

    Translation(JsonNode item, JsonNode root, Instant now, CityDirectory cities) {
        this.item = item;
        this.root = root;
        this.now = now;
        this.cities = cities;
    }

    /** The first text that stands at one of the places; empty if none does. */
    String text(List<Place> places) {
        JsonNode found = first(places);
        return found == null ? "" : found.asText().strip();
    }

    private @Nullable JsonNode first(List<Place> places) {
        for (Place place : places) {
            JsonNode found = place.in(item, root);
            if (found.isValueNode() && !found.isNull() && !found.asText().isBlank()) {
                return found;
            }
        }
        return null;
    }

    /** The moment at one of the places; empty if there is nothing, or nothing that is a moment. */
    Optional<Dated> moment(List<Place> places) {
        return moment(text(places));
    }

    private Optional<Dated> moment(String text) {
        if (text.length() > LONGEST_MOMENT) {
            return Optional.empty();
        }
        Optional<Instant> exact =
                text.matches("[0-9]{9,}|.*[Tt].*[Zz+-].*") ? Signature.moment(text) : Optional.empty();
        return exact.map(at -> new Dated(at, Dated.Precision.SECOND)).or(() -> FieldText.moment(text, now));
    }

    /** The data that the rule makes of the item. */
    ObjectNode data(EventType type, List<FieldRule> fields) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (FieldRule field : fields) {
            JsonNode value = value(field);
            if (value != null) {
                put(data, field.target().path(), value);
            }
        }
        interpret(type, data);
        mask(data);
        return data;
    }

    private static void put(ObjectNode data, String path, JsonNode value) {
        ObjectNode holder = data;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
            holder = holder.withObjectProperty(rest.substring(0, dot));
            rest = rest.substring(dot + 1);
        }
        holder.set(rest, value);
    }

    private @Nullable JsonNode value(FieldRule field) {
        JsonNode found = first(field.from());
        if (found == null) {
            return field.otherwise();
        }
        if (!field.words().isEmpty()) {
            JsonNode word = field.words().get(Folding.fold(found.asText()));
            if (word != null || field.otherwise() != null) {
                return word == null ? field.otherwise() : word;
            }
        }
        return read(field, found);
    }

    private @Nullable JsonNode read(FieldRule field, JsonNode found) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String text = found.asText().strip();
        Target.Kind kind = field.target().kind();
        if (text.length() > LONGEST_VALUE && kind != Target.Kind.TEXT && kind != Target.Kind.PERSONAL) {
            return json.textNode(text); // the contract tells that it is too long, or of the wrong sort
        }
        return switch (kind) {
            case TEXT, PERSONAL -> json.textNode(text);
            case CODE ->
                json.textNode(Folding.fold(text).toLowerCase(Locale.ROOT).replace(' ', '_'));
            case INTEGER -> integer(found, text);
            case NUMBER -> number(text);
            case FLAG -> flag(text);
            case TIME ->
                moment(text)
                        .<JsonNode>map(d -> json.textNode(d.at().toString()))
                        .orElse(json.textNode(text));
            case CARRIER -> {
                Carrier carrier = CarrierNames.read(text);
                yield carrier.equals(Carrier.UNKNOWN) ? null : json.textNode(carrier.code());
            }
            case CITY -> {
                CityCode city = cities.find(text, text(field.department())).code();
                yield city.equals(CityCode.UNKNOWN) ? null : json.textNode(city.code());
            }
        };
    }

    private static JsonNode integer(JsonNode found, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (found.isIntegralNumber()) {
            return found;
        }
        Optional<Long> pesos = FieldText.pesos(text);
        return pesos.isPresent() ? json.numberNode(pesos.get()) : json.textNode(text);
    }

    private static JsonNode number(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(Double.parseDouble(text.replace(',', '.')));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static JsonNode flag(String text) {
        String folded = Folding.fold(text);
        boolean known = YES.contains(folded) || NO.contains(folded);
        return known
                ? JsonNodeFactory.instance.booleanNode(YES.contains(folded))
                : JsonNodeFactory.instance.textNode(text);
    }

    /** What the dictionaries say of raw words, where the mapping does not say it. */
    private static void interpret(EventType type, ObjectNode data) {
        boolean parcel = type == EventType.GUIDE_UPDATED;
        boolean issue = type == EventType.ISSUE_REPORTED;
        if (!parcel && !issue && type != EventType.TRACKING_UPDATED) {
            return;
        }
        String name = (parcel ? data.path("parcel") : data).path("carrier").asText("");
        Carrier carrier = CarrierNames.read(name);
        String status = data.path("rawStatus").asText("");
        String novedad = data.path(issue ? "rawReason" : "rawIssue").asText("");
        GuideMeaning meaning = GuideMeaning.of(carrier, status, novedad);
        if (!issue && meaning.state() != null && !data.has("state")) {
            data.put("state", meaning.state().name());
        }
        if (type != EventType.TRACKING_UPDATED && meaning.issue() != null) {
            String field = issue ? "reason" : "issue";
            if (!data.has(field)) {
                data.put(field, meaning.issue().name());
            }
        }
        if (parcel && meaning.answered() && !data.has("issueSolved")) {
            data.put("issueSolved", true);
        }
    }

    /** Takes the customer's own name and address out of a carrier's words. */
    private static void mask(ObjectNode data) {
        JsonNode customer = data.has("customer")
                ? data.path("customer")
                : data.path("parcel").path("customer");
        for (String field : RAW) {
            if (data.path(field).isTextual()) {
                String name = customer.path("name").asText("");
                String address = customer.path("address").asText("");
                data.put(field, WordMask.mask(data.path(field).asText(), name, address, MOST_WORDS));
            }
        }
    }
}
