package co.litper.cerebro.log;

import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
