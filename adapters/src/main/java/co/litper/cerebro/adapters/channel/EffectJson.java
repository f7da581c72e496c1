package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Dispatch;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes an effect as one JSON object on one line. The customer is a reference; whoever receives it looks them up. */
final class EffectJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EffectJson() {}

    static String of(Dispatch dispatch, Instant at) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("key", dispatch.idempotencyKey());
            json.writeStringField("at", at.toString());
            json.writeStringField("merchant", dispatch.merchant().value());
            json.writeStringField("subject", dispatch.subject());
            json.writeStringField("action", dispatch.action().wire());
            json.writeStringField("target", dispatch.target());
            json.writeStringField("customer", dispatch.customer().value());
            json.writeStringField(
                    "deadline", Instant.ofEpochMilli(dispatch.deadlineMs()).toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written", e);
        }
        return text.toString();
    }
}
