package co.litper.cerebro.log;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every name that stands in an event's JSON: CloudEvents attributes, our extensions, and the records' components. */
enum Field {
    SPECVERSION("specversion"),
    ID("id"),
    SOURCE("source"),
    TYPE("type"),
    SUBJECT("subject"),
    TIME("time"),
    DATACONTENTTYPE("datacontenttype"),
    DATASCHEMA("dataschema"),
    MERCHANTID("merchantid"),
    CORRELATIONID("correlationid"),
    CAUSATIONID("causationid"),
    PRIORITY("priority"),
    STANDING("standing"),
    RECORDEDAT("recordedat"),
    TIMEPRECISION("timeprecision"),
    SKEWED("skewed"),
    DEPTH("depth"),
    DATA("data"),

    ACTION("action"),
    APPROVED("approved"),
    AT("at"),
    ATTEMPT("attempt"),
    BY("by"),
    CARRIER("carrier"),
    CATEGORY("category"),
    CHANNEL("channel"),
    CHOICE("choice"),
    CITY("city"),
    COD("cod"),
    COLLECTED_COP("collectedCop"),
    COMPLETE("complete"),
    COP("cop"),
    COST_COP("costCop"),
    CONFIDENCE("confidence"),
    CREATED_AT("createdAt"),
    CUSTOMER("customer"),
    DECISION_ID("decisionId"),
    DESTINATION("destination"),
    DEVICE("device"),
    DIGEST("digest"),
    EFFECT_ID("effectId"),
    END("end"),
    FREIGHT_COP("freightCop"),
    GUIDE_NUMBER("guideNumber"),
    HAD_ISSUE("hadIssue"),
    HOURS_LATE("hoursLate"),
    INPUT_TOKENS("inputTokens"),
    INTENT("intent"),
    ISSUE("issue"),
    ISSUE_SOLVED("issueSolved"),
    KEY("key"),
    LATE("late"),
    LEARNED_THROUGH("learnedThrough"),
    LEARNER("learner"),
    LOCATION("location"),
    METRIC("metric"),
    MODEL("model"),
    MOVED_AT("movedAt"),
    ORDER_ID("orderId"),
    ORIGIN("origin"),
    OUTCOME("outcome"),
    OUTPUT_TOKENS("outputTokens"),
    PARCEL("parcel"),
    PARCELS_PER_DAY("parcelsPerDay"),
    POINTS("points"),
    PRODUCT_COUNT("productCount"),
    PROMISED_AT("promisedAt"),
    RAW_ISSUE("rawIssue"),
    RAW_REASON("rawReason"),
    RAW_STATUS("rawStatus"),
    REASON("reason"),
    RESULT("result"),
    RETURN_FREIGHT_COP("returnFreightCop"),
    REWARD("reward"),
    SAMPLES("samples"),
    SCORE("score"),
    SEVERITY("severity"),
    SHOP("shop"),
    SOLUTION("solution"),
    STATE("state"),
    STATUS("status"),
    TOPIC("topic"),
    TRANSIT_DAYS("transitDays"),
    VALUE("value"),
    VALUE_COP("valueCop"),
    VERSION("version"),
    WEIGHT_KG("weightKg");

    /** How many there are. */
    static final int COUNT = values().length;

    private static final Map<String, Field> BY_JSON =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::json, field -> field));

    private final SerializedString encoded;

    Field(String json) {
        this.encoded = new SerializedString(json);
    }

    /** The name in JSON. */
    String json() {
        return encoded.getValue();
    }

    /** The name in JSON, ready to be copied out as UTF-8. */
    SerializedString encoded() {
        return encoded;
    }

    /** The field of this name, or null if no event has one. */
    static @Nullable Field named(String json) {
        return BY_JSON.get(json);
    }
}
