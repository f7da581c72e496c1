package co.litper.cerebro.log;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.message.MessageReader;
import co.litper.cerebro.message.Reading;
import co.litper.cerebro.message.Sentiment;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes personal data out of an event from outside: a {@code customer} given as an object becomes a reference, and the
 * person is kept aside. One thread, one event.
 */
final class CustomerData {
    private static final Set<String> NAMES = Set.of("phone", "name", "address", "email");
    private static final int PHONE_DIGITS = 10;
    private static final String COUNTRY = "57";
    /** Characters of one personal text; an address of a flat takes about a hundred. */
    private static final int MAX_TEXT = 300;

    private static final String TEXT = "text";

    /** Characters of one message; a long one of a messenger. */
    private static final int MAX_WORDS = 4_000;

    private static final Set<EventType> SAID =
            Set.of(EventType.CUSTOMER_INQUIRY, EventType.CUSTOMER_REPLIED, EventType.CUSTOMER_FEEDBACK);

    private final Intake.Referrer referrer;
    private final MerchantId merchant;
    private final List<Problem> problems;
    private final Map<PersonRef, Person> people = new LinkedHashMap<>();

    CustomerData(Intake.Referrer referrer, MerchantId merchant, List<Problem> problems) {
        this.referrer = referrer;
        this.merchant = merchant;
        this.problems = problems;
    }

    /** The people found so far. */
    Map<PersonRef, Person> people() {
        return people;
    }

    /** Replaces {@code customer} in {@code holder} if it is an object. */
    void takeFrom(ObjectNode holder, String pointer) {
        if (holder.get("customer") instanceof ObjectNode given) {
            holder.put("customer", refer(given, pointer + "/customer").value());
        }
    }

    private PersonRef refer(ObjectNode given, String pointer) {
        int before = problems.size();
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            if (!NAMES.contains(each.getKey())) {
                problems.add(new Problem(
                        pointer, "may have " + String.join(", ", new TreeSet<>(NAMES)) + " and nothing else"));
            } else if (!each.getValue().isTextual()
                    || each.getValue().textValue().length() > MAX_TEXT) {
                problems.add(new Problem(
                        pointer + "/" + each.getKey(), "must be text of at most " + MAX_TEXT + " characters"));
            }
        }
        String phone = tenDigits(given.path("phone").asText(""));
        if (phone.isEmpty()) {
            problems.add(
                    new Problem(pointer + "/phone", "must be a phone of Colombia, ten digits with or without +57"));
        }
        if (problems.size() > before) {
            return PersonRef.NONE;
        }
        PersonRef ref = referrer.refer(merchant, phone);
        Person person = new Person(text(given, "name"), phone, text(given, "address"), text(given, "email"), "");
        people.merge(ref, person, Person::updatedBy);
        return ref;
    }

    /**
     * Takes what a customer wrote out of the data and into the vault, and fills in what it says where nobody told. Nothing of
     * the words stays: an intent, a topic or a score does.
     */
    void readWords(EventType type, ObjectNode data, LocalDate today) {
        JsonNode words = data.get(TEXT);
        if (words == null || !SAID.contains(type)) {
            return;
        }
        data.remove(TEXT);
        if (!words.isTextual() || words.textValue().length() > MAX_WORDS) {
            problems.add(new Problem("/data/text", "must be text of at most " + MAX_WORDS + " characters"));
            return;
        }
        Reading reading = MessageReader.packaged().read(words.textValue(), today);
        if (type == EventType.CUSTOMER_INQUIRY && !data.has("topic")) {
            data.put("topic", reading.intent().wire());
        } else if (type == EventType.CUSTOMER_REPLIED && !data.has("intent")) {
            data.put("intent", reading.intent().wire());
        } else if (type == EventType.CUSTOMER_FEEDBACK && !data.has("score")) {
            data.put("score", score(reading.sentiment()));
        }
        keep(data.path("customer").asText(""), words.textValue().strip());
    }

    private void keep(String ref, String words) {
        try {
            PersonRef person = new PersonRef(ref);
            if (person.isKnown()) {
                people.merge(person, new Person("", "", "", "", words), Person::updatedBy);
            }
        } catch (IllegalArgumentException noReference) {
            // The event is refused for its customer when its fields are read, and its words are kept nowhere.
        }
    }

    /** The score that a mood stands for, one short of the ends: only a customer gives those. */
    private static int score(Sentiment mood) {
        return switch (mood) {
            case NEGATIVE -> 2;
            case NEUTRAL -> 3;
            case POSITIVE -> 4;
        };
    }

    private static String text(ObjectNode given, String name) {
        return given.path(name).asText("").strip();
    }

    /** A mobile (3…) or landline (60…) number without country code, or empty if the text tells none. */
    private static String tenDigits(String text) {
        StringBuilder digits = new StringBuilder(PHONE_DIGITS);
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        String rest = digits.indexOf("00") == 0 ? digits.substring(2) : digits.toString();
        if (rest.length() == PHONE_DIGITS + COUNTRY.length() && rest.startsWith(COUNTRY)) {
            rest = rest.substring(COUNTRY.length());
        }
        boolean known = rest.length() == PHONE_DIGITS && (rest.startsWith("3") || rest.startsWith("60"));
        return known ? rest : "";
    }
}
