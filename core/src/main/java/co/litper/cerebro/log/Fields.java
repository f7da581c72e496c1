package co.litper.cerebro.log;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The known fields of one JSON object, read in a single pass, asked for by name afterwards.
 *
 * <p>Asking for a field that is missing or of the wrong type notes a {@link Problem} and answers with a stand-in, so that
 * one reading finds everything that is wrong; what was built of stand-ins is thrown away. Unknown fields are skipped: a
 * newer minor version may have added them. Objects inside objects are read to {@link #MAX_NESTING}. One thread at a time.
 */
final class Fields {
    /** The CloudEvent, its data, and an object inside the data. */
    private static final int MAX_NESTING = 3;
    /** Whoever gets this many things wrong learns no more from another. */
    private static final int MAX_PROBLEMS = 50;

    /** Whole numbers up to here are exact as doubles. */
    private static final double MAX_EXACT = 0x1p53;

    /** What stands for JSON that no field wants. */
    private enum Odd {
        NULL("null"),
        ARRAY("an array"),
        DEEP_OBJECT("an object"),
        HUGE_INTEGER("an integer beyond 64 bits");

        private final String words;

        Odd(String words) {
            this.words = words;
        }
    }

    private final @Nullable Object[] values = new @Nullable Object[Field.COUNT];
    private final String pointer;
    private final List<Problem> problems;

    private Fields(String pointer, List<Problem> problems) {
        this.pointer = pointer;
        this.problems = problems;
    }

    /**
     * Reads the object whose opening brace {@code json} stands at, to its closing brace.
     *
     * @param pointer where the object stands
     * @param problems takes what is found to be wrong, now and when fields are asked for
     */
    static Fields read(JsonParser json, String pointer, List<Problem> problems) throws IOException {
        return read(json, pointer, problems, 1);
    }

    private static Fields read(JsonParser json, String pointer, List<Problem> problems, int nesting)
            throws IOException {
        Fields fields = new Fields(pointer, problems);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            Field field = Field.named(name);
            JsonToken token = json.nextToken();
            if (field == null) {
                json.skipChildren();
            } else {
                fields.keep(field, fields.value(field, token, json, nesting));
            }
        }
        return fields;
    }

    private void keep(Field field, Object value) {
        if (values[field.ordinal()] != null) {
            problem(field, "is given twice");
        }
        values[field.ordinal()] = value;
    }

    private Object value(Field field, JsonToken token, JsonParser json, int nesting) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Odd.HUGE_INTEGER : json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Odd.NULL;
            case START_ARRAY -> {
                json.skipChildren();
                yield Odd.ARRAY;
            }
            case START_OBJECT -> {
                if (nesting < MAX_NESTING) {
                    yield read(json, pointer + "/" + field.json(), problems, nesting + 1);
                }
                json.skipChildren();
                yield Odd.DEEP_OBJECT;
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON value cannot begin with " + token);
        };
    }

    /** Notes what is wrong with a field. */
    void problem(Field field, String message) {
        problem(pointer + "/" + field.json(), message);
    }

    /** Notes what is wrong. */
    void problem(String at, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(at, message));
        }
    }

    /** Notes that a record refused its values, unless they were stand-ins for something wrong that is noted already. */
    void refused(IllegalArgumentException refusal) {
        if (problems.isEmpty()) {
            problem(pointer, "is refused: " + refusal.getMessage());
        }
    }

    /** True if the field is given and not null. */
    boolean has(Field field) {
        Object value = values[field.ordinal()];
        return value != null && value != Odd.NULL;
    }

    private boolean require(Field field) {
        if (!has(field)) {
            problem(field, "is missing");
            return false;
        }
        return true;
    }

    String text(Field field) {
        return require(field) ? text(field, "") : "";
    }

    String text(Field field, String absent) {
        Object value = values[field.ordinal()];
        if (value instanceof String text) {
            return text;
        }
        return otherwise(field, value, "text", absent);
    }

    long integer(Field field) {
        return require(field) ? integer(field, 0) : 0;
    }

    long integer(Field field, long absent) {
        Object value = values[field.ordinal()];
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= MAX_EXACT) {
            return number.longValue(); // JSON knows one kind of number: 5.0 is an integer
        }
        return otherwise(field, value, "an integer of 64 bits", absent);
    }

    int smallInteger(Field field) {
        return require(field) ? smallInteger(field, 0) : 0;
    }

    int smallInteger(Field field, int absent) {
        long value = integer(field, absent);
        if (value != (int) value) {
            problem(field, "must be an integer of 32 bits, is " + value);
            return absent;
        }
        return (int) value;
    }

    double number(Field field) {
        return require(field) ? number(field, 0) : 0;
    }

    double number(Field field, double absent) {
        Object value = values[field.ordinal()];
        if (value instanceof Long whole) {
            return whole;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        return otherwise(field, value, "a finite number", absent);
    }

    boolean flag(Field field) {
        return require(field) && flag(field, false);
    }

    boolean flag(Field field, boolean absent) {
        Object value = values[field.ordinal()];
        if (value instanceof Boolean flag) {
            return flag;
        }
        return otherwise(field, value, "true or false", absent);
    }

    Instant instant(Field field) {
        Instant instant = require(field) ? instantOrNull(field) : null;
        return instant == null ? Instant.EPOCH : instant;
    }

    @Nullable
    Instant instantOrNull(Field field) {
        Object value = values[field.ordinal()];
        if (!(value instanceof String text)) {
            otherwise(field, value, "a time as text", "");
            return null;
        }
        Instant instant = InstantText.parse(text).orElse(null);
        if (instant == null) {
            problem(field, "must be a time such as 2026-03-01T14:05:09Z");
        }
        return instant;
    }

    Carrier carrier() {
        return require(Field.CARRIER) ? carrierOrUnknown() : Carrier.UNKNOWN;
    }

    Carrier carrierOrUnknown() {
        return made(Field.CARRIER, Carrier::new, Carrier.UNKNOWN);
    }

    CityCode city(Field field) {
        return made(field, CityCode::new, CityCode.UNKNOWN);
    }

    PersonRef person() {
        return made(Field.CUSTOMER, PersonRef::new, PersonRef.NONE);
    }

    /** A value made of text by {@code maker}, whose complaint becomes a problem. */
    <T> T made(Field field, Function<String, T> maker, T absent) {
        Object value = values[field.ordinal()];
        if (!(value instanceof String text)) {
            return otherwise(field, value, "text", absent);
        }
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            problem(field, "is not valid: " + e.getMessage());
            return absent;
        }
    }

    <E extends Enum<E>> E word(Field field, Map<String, E> words) {
        E word = require(field) ? wordOrNull(field, words) : null;
        return word == null ? words.values().iterator().next() : word;
    }

    <E extends Enum<E>> E word(Field field, Map<String, E> words, E absent) {
        E word = wordOrNull(field, words);
        return word == null ? absent : word;
    }

    <E extends Enum<E>> @Nullable E wordOrNull(Field field, Map<String, E> words) {
        Object value = values[field.ordinal()];
        if (!(value instanceof String text)) {
            otherwise(field, value, "a word", "");
            return null;
        }
        E word = words.get(text);
        if (word == null) {
            problem(field, "must be one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return word;
    }

    /** The object in a field, or null if there is none. */
    @Nullable
    Fields object(Field field) {
        Object value = values[field.ordinal()];
        if (value instanceof Fields fields) {
            return fields;
        }
        otherwise(field, value, "an object", "");
        return null;
    }

    private <T> T otherwise(Field field, @Nullable Object value, String wanted, T absent) {
        if (value != null && value != Odd.NULL) {
            problem(field, "must be " + wanted + ", is " + describe(value));
        }
        return absent;
    }

    private static String describe(Object value) {
        return switch (value) {
            case String _ -> "text";
            case Long _ -> "an integer";
            case Double _ -> "a number with decimals or too large";
            case Boolean _ -> "true or false";
            case Fields _ -> "an object";
            case Odd odd -> odd.words;
            default -> throw new IllegalStateException("no such value: " + value.getClass());
        };
    }
}
