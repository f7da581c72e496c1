package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What a shard tells those who carry effects out: CloudEvents of a type of their own. */
public sealed interface OutboxRecord {
    /** The type of an effect that is to be carried out. */
    String DISPATCHED = "effect.dispatched";

    /** The type of the notice that one is not to be carried out any more. */
    String WITHDRAWN = "effect.withdrawn";

    ObjectMapper JSON = new ObjectMapper();

    /** Which effect; the same for all that is said of it. */
    long effectId();

    /** An effect may leave. */
    record Dispatched(Dispatch dispatch) implements OutboxRecord {
        @Override
        public long effectId() {
            return dispatch.effectId();
        }
    }

    /** An effect that may have been handed over is not to be sent any more. */
    record Withdrawn(long effectId) implements OutboxRecord {}

    /** The record as UTF-8 JSON. */
    default byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("source", "/cerebro/outbox");
            switch (this) {
                case Dispatched(Dispatch d) -> dispatched(json, d);
                case Withdrawn w -> withdrawn(json, w);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void dispatched(JsonGenerator json, Dispatch d) throws IOException {
        json.writeStringField("id", d.idempotencyKey());
        json.writeStringField("type", DISPATCHED);
        json.writeStringField("subject", d.subject());
        json.writeStringField("merchantid", d.merchant().value());
        json.writeObjectFieldStart("data");
        json.writeNumberField("effectId", d.effectId());
        json.writeStringField("customer", d.customer().value());
        json.writeStringField("action", d.action().wire());
        json.writeStringField("target", d.target());
        json.writeStringField("deadline", Instant.ofEpochMilli(d.deadlineMs()).toString());
        json.writeStringField("number", d.number());
        json.writeStringField("carrier", d.cargo().carrier().code());
        json.writeStringField("destination", d.cargo().destination().code());
        json.writeNumberField("valueCop", d.cargo().valueCop());
        if (d.cargo().promisedMs() != Dispatch.Cargo.NOT_PROMISED) {
            json.writeStringField(
                    "promised", Instant.ofEpochMilli(d.cargo().promisedMs()).toString());
        }
        json.writeEndObject();
    }

    private static void withdrawn(JsonGenerator json, Withdrawn w) throws IOException {
        json.writeStringField("id", "cerebro-" + w.effectId() + "-withdrawn");
        json.writeStringField("type", WITHDRAWN);
        json.writeObjectFieldStart("data");
        json.writeNumberField("effectId", w.effectId());
        json.writeEndObject();
    }

    /**
     * The record that the bytes tell.
     *
     * @throws StoreException if they tell none
     */
    static OutboxRecord read(byte[] bytes) {
        try {
            JsonNode all = JSON.readTree(bytes);
            JsonNode data = all.required("data");
            long effectId = data.required("effectId").longValue();
            return switch (all.required("type").textValue()) {
                case WITHDRAWN -> new Withdrawn(effectId);
                case DISPATCHED -> new Dispatched(dispatch(all, data, effectId));
                case String other -> throw new IllegalArgumentException("type '" + other + "' is not known");
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT, "a record of the outbox cannot be read: " + e.getMessage(), e);
        }
    }

    private static Dispatch dispatch(JsonNode all, JsonNode data, long effectId) {
        String wire = data.required("action").textValue();
        Action action = Action.ofWire(wire);
        if (action == null) {
            throw new IllegalArgumentException("action '" + wire + "' is not known. Maybe a newer Cerebro wrote it.");
        }
        return new Dispatch(
                effectId,
                new MerchantId(all.required("merchantid").textValue()),
                all.required("subject").textValue(),
                new PersonRef(data.required("customer").textValue()),
                action,
                data.required("target").textValue(),
                Instant.parse(data.required("deadline").textValue()).toEpochMilli(),
                data.required("number").textValue(),
                cargo(data));
    }

    private static Dispatch.Cargo cargo(JsonNode data) {
        JsonNode promised = data.path("promised");
        return new Dispatch.Cargo(
                new Carrier(data.required("carrier").textValue()),
                new CityCode(data.required("destination").textValue()),
                data.required("valueCop").longValue(),
                promised.isMissingNode()
                        ? Dispatch.Cargo.NOT_PROMISED
                        : Instant.parse(promised.textValue()).toEpochMilli());
    }
}
