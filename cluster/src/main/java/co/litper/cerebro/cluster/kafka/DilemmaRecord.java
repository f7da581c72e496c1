package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A dilemma on its way from its shard to whoever thinks: a CloudEvent of a type of its own. Pure. */
final class DilemmaRecord {
    static final String RAISED = "dilemma.raised";

    private static final ObjectMapper JSON = new ObjectMapper();

    private DilemmaRecord() {}

    /** As UTF-8 JSON. */
    static byte[] toBytes(Dilemma d) {
        ObjectNode root = JSON.createObjectNode();
        root.put("specversion", "1.0").put("source", "/cerebro/shard").put("type", RAISED);
        root.put("id", "dilemma-" + Long.toHexString(d.decisionId()));
        root.put("time", Instant.ofEpochMilli(d.atMs()).toString());
        root.put("merchantid", d.merchant().value());
        ObjectNode data = root.putObject("data");
        data.put("decisionId", d.decisionId()).put("homeKey", d.homeKey());
        stage(data.putObject("stage"), d.stage());
        data.put("carrier", d.carrier().code()).put("city", d.city().code()).put("cod", d.cod());
        data.put("valueCop", d.valueCop()).put("stakeCop", d.stakeCop());
        Dilemma.History h = d.customer();
        data.putObject("customer")
                .put("orders", h.orders())
                .put("delivered", h.delivered())
                .put("returned", h.returned())
                .put("issues", h.issues());
        forecast(data.putObject("forecast"), d.forecast());
        data.put("standing", d.standing().wire());
        ArrayNode options = data.putArray("options");
        for (Dilemma.Option o : d.options()) {
            options.addObject()
                    .put("action", o.action().wire())
                    .put("valueCop", o.valueCop())
                    .put("success", o.success());
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void stage(ObjectNode out, IssueStage s) {
        out.put("reason", s.reason().name())
                .put("issue", s.issue())
                .put("reply", s.reply().name());
        out.put("contacts", s.contacts()).put("pending", s.pending());
        out.put("patience", s.patience().name()).put("since", s.since().wire());
    }

    private static void forecast(ObjectNode out, Forecast f) {
        out.put("delay", f.delay()).put("issue", f.issue()).put("giveBack", f.giveBack());
        out.put("etaDays", f.etaDays()).put("etaLowDays", f.etaLowDays()).put("etaHighDays", f.etaHighDays());
        out.put("evidence", f.evidence());
    }

    /**
     * The dilemma that the bytes tell.
     *
     * @throws StoreException if they tell none
     */
    static Dilemma read(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            JsonNode data = root.required("data");
            JsonNode customer = data.required("customer");
            return new Dilemma(
                    data.required("decisionId").longValue(),
                    data.required("homeKey").longValue(),
                    new MerchantId(root.required("merchantid").textValue()),
                    Instant.parse(root.required("time").textValue()).toEpochMilli(),
                    stage(data.required("stage")),
                    new Carrier(data.required("carrier").textValue()),
                    new CityCode(data.required("city").textValue()),
                    data.required("cod").booleanValue(),
                    data.required("valueCop").longValue(),
                    data.required("stakeCop").longValue(),
                    new Dilemma.History(
                            customer.required("orders").intValue(),
                            customer.required("delivered").intValue(),
                            customer.required("returned").intValue(),
                            customer.required("issues").intValue()),
                    forecast(data.required("forecast")),
                    action(data.required("standing")),
                    options(data.required("options")));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(StoreException.Kind.CORRUPT, "a dilemma cannot be read: " + e.getMessage(), e);
        }
    }

    private static IssueStage stage(JsonNode in) {
        return new IssueStage(
                IssueReason.valueOf(in.required("reason").textValue()),
                in.required("issue").intValue(),
                Reply.valueOf(in.required("reply").textValue()),
                in.required("contacts").intValue(),
                in.required("pending").booleanValue(),
                Patience.valueOf(in.required("patience").textValue()),
                action(in.required("since")));
    }

    private static Forecast forecast(JsonNode in) {
        return new Forecast(
                number(in, "delay"),
                number(in, "issue"),
                number(in, "giveBack"),
                number(in, "etaDays"),
                number(in, "etaLowDays"),
                number(in, "etaHighDays"),
                in.required("evidence").longValue());
    }

    private static List<Dilemma.Option> options(JsonNode in) {
        List<Dilemma.Option> options = new ArrayList<>();
        in.forEach(o -> options.add(
                new Dilemma.Option(action(o.required("action")), number(o, "valueCop"), number(o, "success"))));
        return options;
    }

    private static float number(JsonNode in, String name) {
        return Float.parseFloat(in.required(name).asText());
    }

    private static Action action(JsonNode in) {
        Action action = Action.ofWire(in.textValue());
        if (action == null) {
            throw new IllegalArgumentException(
                    "action '" + in.asText() + "' is not known. Maybe a newer Cerebro wrote it.");
        }
        return action;
    }
}
