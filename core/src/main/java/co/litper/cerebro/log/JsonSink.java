package co.litper.cerebro.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes fields as JSON. One thread at a time. */
final class JsonSink implements FieldSink {
    /** Below this a whole double is told apart by its integer digits alone. */
    private static final double WHOLE_BELOW = 1e15;

    private static final String MEMORY = "memory cannot fail";

    private final byte[] instantBytes = new byte[InstantText.MAX_BYTES];
    private final JsonGenerator json;

    JsonSink(JsonGenerator json) {
        this.json = json;
    }

    @Override
    public void text(Field field, String value) {
        try {
            json.writeFieldName(field.encoded());
            json.writeString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }

    @Override
    public void integer(Field field, long value) {
        try {
            json.writeFieldName(field.encoded());
            json.writeNumber(value);
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }

    @Override
    public void number(Field field, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(field.json() + " must be finite, is " + value);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW && !isNegativeZero(value);
        if (whole) {
            integer(field, (long) value);
            return;
        }
        try {
            json.writeFieldName(field.encoded());
            json.writeNumber(value);
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    @Override
    public void flag(Field field, boolean value) {
        try {
            json.writeFieldName(field.encoded());
            json.writeBoolean(value);
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }

    @Override
    public void instant(Field field, Instant value) {
        try {
            json.writeFieldName(field.encoded());
            json.writeRawUTF8String(instantBytes, 0, InstantText.write(value, instantBytes));
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }

    @Override
    public void begin(Field field) {
        try {
            json.writeFieldName(field.encoded());
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }

    @Override
    public void end() {
        try {
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(MEMORY, e);
        }
    }
}
