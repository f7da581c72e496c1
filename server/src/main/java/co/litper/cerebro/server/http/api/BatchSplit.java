package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a JSON array into the bytes of its elements, without building a tree. Pure; O(bytes). */
final class BatchSplit {
    private BatchSplit() {}

    /**
     * The elements.
     *
     * @throws ApiProblem if the bytes are no array of objects, or hold more than {@code most}
     */
    static List<byte[]> events(byte[] batch, int most) {
        List<byte[]> events = new ArrayList<>();
        try (JsonParser json = Json.FACTORY.createParser(batch)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw notABatch();
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                int to = (int) json.currentLocation().getByteOffset();
                events.add(Arrays.copyOfRange(batch, from, to));
                if (events.size() > most) {
                    throw ApiProblem.of(
                            Code.TOO_LARGE,
                            "A batch has at most " + most + " events. Maybe send them as application/x-ndjson.");
                }
            }
            if (json.currentToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
                throw notABatch();
            }
        } catch (IOException e) {
            throw notABatch();
        }
        return events;
    }

    private static ApiProblem notABatch() {
        return ApiProblem.of(
                Code.BAD_BODY,
                "A batch is a JSON array of CloudEvents. Maybe it was cut off, is nested too deeply, or has a field twice.");
    }
}
