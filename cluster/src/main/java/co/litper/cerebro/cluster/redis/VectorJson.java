package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.cluster.redis.RedisFeatures.Vector;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A vector as one JSON object: a number by the name of each feature, and when they were known. */
final class VectorJson {
    private static final JsonFactory JSON = new JsonFactory();

    private VectorJson() {}

    static byte[] write(Vector vector) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField(RedisFeatures.AT, vector.atMs());
            for (Map.Entry<String, Float> one : vector.values().entrySet()) {
                json.writeNumberField(one.getKey(), one.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("into memory", e);
        }
        return out.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    static Vector read(MerchantId merchant, String number, byte[] written) {
        Map<String, Float> values = new LinkedHashMap<>();
        long atMs = 0;
        try (JsonParser json = JSON.createParser(written)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(RedisFeatures.AT)) {
                    atMs = json.getLongValue();
                } else {
                    values.put(name, json.getFloatValue());
                }
            }
            return new Vector(merchant, number, atMs, values);
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "the features of " + number + " in Redis cannot be read: " + e.getMessage()
                            + ". Maybe something else writes below the same prefix.",
                    e);
        }
    }
}
