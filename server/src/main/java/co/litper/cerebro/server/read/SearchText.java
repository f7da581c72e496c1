package co.litper.cerebro.server.read;

import co.litper.cerebro.logistics.CarrierNames;
import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.Folding;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what people write into one search box: a guide or how it begins, an order, a phone, a carrier, a state, a city, and a
 * customer's name, in any order. A word is the first of these that it can be; what is none of them is part of a name. Small
 * towns do not count as cities here, since many are called as people are.
 * Thread-safe.
 */
public final class SearchText {
    /** Characters that are read. */
    public static final int LONGEST = 200;

    /** Words of a city's or a state's name. */
    private static final int MOST_JOINED = 4;

    /** People of a city below which its name is taken for a person's: Carolina, Valencia, Nariño. */
    private static final int LEAST_PEOPLE = 50_000;

    private static final int PHONE = 10;
    private static final String COUNTRY = "57";

    private static final Set<Carrier> CARRIERS = Set.of(
            Carrier.COORDINADORA,
            Carrier.INTERRAPIDISIMO,
            Carrier.ENVIA,
            Carrier.TCC,
            Carrier.SERVIENTREGA,
            Carrier.VELOCES,
            Carrier.DOMINA,
            Carrier.NOVENTA_Y_NUEVE_MINUTOS,
            Carrier.DEPRISA);

    private final Vault vault;
    private final Map<String, CityCode> cities = new HashMap<>();
    private final Map<String, ShipmentState> states = new HashMap<>();

    /** What was understood; people may be named by phone or by name. */
    private static final class Parts {
        private ParcelFilter filter;
        private String phone = "";
        private final StringBuilder name = new StringBuilder();

        private Parts(MerchantId merchant) {
            this.filter = ParcelFilter.of(merchant);
        }
    }

    SearchText(Vault vault) {
        this.vault = vault;
        for (City city : CityDirectory.packaged().cities()) {
            if (city.population() >= LEAST_PEOPLE) {
                name(city.name(), city.code());
                name(city.name().split(",", 2)[0], city.code()); // Bogotá, D.C.
            }
        }
        for (Language language : Language.values()) {
            for (ShipmentState state : ShipmentState.values()) {
                name(Folding.fold(new Texts(language).state(state)), state);
                states.put(Folding.fold(state.name()), state);
            }
        }
    }

    /** With the endings that Spanish gives it: entregada, entregado, entregadas, entregados; con novedad, novedad. */
    private void name(String folded, ShipmentState state) {
        states.put(folded, state);
        states.put(folded.replaceFirst("^CON ", ""), state);
        if (folded.endsWith("DA")) {
            String stem = folded.substring(0, folded.length() - 1);
            List.of("O", "OS", "AS").forEach(ending -> states.put(stem + ending, state));
        }
    }

    private void name(String name, CityCode city) {
        cities.merge(Folding.fold(name), city, (a, b) -> population(a) >= population(b) ? a : b);
    }

    private static int population(CityCode code) {
        return CityDirectory.packaged().city(code).map(City::population).orElse(0);
    }

    /** The shipments of {@code merchant} that are meant; all of them for a blank text. */
    public ParcelFilter read(MerchantId merchant, String text) {
        String folded = Folding.fold(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        Parts parts = new Parts(merchant);
        List<String> words = joinedDigits(folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1)));
        for (int i = 0; i < words.size(); ) {
            i += take(parts, words, i);
        }
        if (!parts.phone.isEmpty()) {
            return parts.filter.customers(withPhone(merchant, parts.phone));
        }
        return parts.name.isEmpty() ? parts.filter : parts.filter.customers(named(parts.name.toString()));
    }

    /** The customers with a name, for a filter. */
    public List<PersonRef> named(String name) {
        return vault.named(name, PersonRef.NONE, ParcelFilter.MOST_CUSTOMERS);
    }

    /** The customer with a phone; nobody once erased, since the reference can still be made from the phone, and leads to the shipments. */
    private List<PersonRef> withPhone(MerchantId merchant, String phone) {
        PersonRef customer = vault.refer(merchant, phone);
        return vault.isErased(customer) ? List.of() : List.of(customer);
    }

    /** Puts together what people write apart: 300 123 4567, +57 300 123 45 67. */
    private static List<String> joinedDigits(List<String> words) {
        List<String> joined = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        for (String word : words) {
            if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                digits.append(word);
            } else {
                flush(digits, joined);
                joined.add(word);
            }
        }
        flush(digits, joined);
        return joined;
    }

    private static void flush(StringBuilder digits, List<String> joined) {
        if (!digits.isEmpty()) {
            joined.add(digits.toString());
            digits.setLength(0);
        }
    }

    /** Takes the part that begins with word {@code i}; returns how many words it has. */
    private int take(Parts parts, List<String> words, int i) {
        String word = words.get(i);
        Optional<String> phone = phone(word);
        if (phone.isPresent()) {
            parts.phone = phone.get();
            return 1;
        }
        if (word.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            parts.filter = parts.filter.number(
                    word.length() > ParcelFilter.LONGEST_NUMBER
                            ? word.substring(0, ParcelFilter.LONGEST_NUMBER)
                            : word);
            return 1;
        }
        for (int length = Math.min(MOST_JOINED, words.size() - i); length > 0; length--) {
            String joined = String.join(" ", words.subList(i, i + length));
            if (takeWord(parts, joined)) {
                return length;
            }
        }
        parts.name.append(parts.name.isEmpty() ? "" : " ").append(word);
        return 1;
    }

    private boolean takeWord(Parts parts, String joined) {
        ShipmentState state = states.get(joined);
        if (state != null && parts.filter.state().isEmpty()) {
            parts.filter = parts.filter.state(Optional.of(state));
            return true;
        }
        Optional<Carrier> carrier = carrier(joined);
        if (carrier.isPresent() && parts.filter.carrier().isEmpty()) {
            parts.filter = parts.filter.carrier(carrier);
            return true;
        }
        CityCode city = cities.get(joined);
        if (city != null && parts.filter.city().isEmpty()) {
            parts.filter = parts.filter.city(Optional.of(city));
            return true;
        }
        return false;
    }

    private static Optional<Carrier> carrier(String word) {
        // Without spaces, so that a name that merely begins with a carrier's is none.
        Carrier read = CarrierNames.read(word.replace(" ", ""));
        return CARRIERS.contains(read) ? Optional.of(read) : Optional.empty();
    }

    /** Ten digits, with or without 57 before them, beginning with 3 as mobile phones do; empty for other numbers. */
    public static Optional<String> phone(String digits) {
        String local = digits.length() == PHONE + COUNTRY.length() && digits.startsWith(COUNTRY)
                ? digits.substring(COUNTRY.length())
                : digits;
        boolean mobile = local.length() == PHONE
                && local.charAt(0) == '3'
                && local.chars().allMatch(c -> c >= '0' && c <= '9');
        return mobile ? Optional.of(local) : Optional.empty();
    }
}
