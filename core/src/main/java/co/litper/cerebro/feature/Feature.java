package co.litper.cerebro.feature;

import java.util.List;

/**
 * The columns of a feature row, version {@value FeatureRow#VERSION}: definitions as code. The ordinal is the column; columns
 * are never reordered or removed within a version. Missing is NaN, and a model takes it for the average.
 */
public enum Feature {
    LATE_RECENT(
            "late_recent", Unit.LOG_ODDS, "retrasos recientes de toda la red", "late lately, all shipments", "never"),
    LATE_GLOBAL("late_global", Unit.LOG_ODDS, "retrasos habituales", "late as a rule", "never"),
    LATE_DEPARTMENT_RECENT(
            "late_department_recent",
            Unit.LOG_ODDS,
            "retrasos recientes en el departamento",
            "late lately in the department",
            "never"),
    LATE_LANE("late_lane", Unit.LOG_ODDS, "retrasos en esta ruta", "late on this lane", "never"),
    LATE_CARRIER(
            "late_carrier", Unit.LOG_ODDS, "retrasos de la transportadora", "late with the carrier", "no carrier yet"),
    LATE_CARRIER_CITY(
            "late_carrier_city",
            Unit.LOG_ODDS,
            "retrasos de la transportadora en la ciudad",
            "late with the carrier in the city",
            "no carrier yet"),
    LATE_MERCHANT("late_merchant", Unit.LOG_ODDS, "retrasos de la tienda", "late from the merchant", "no merchant"),
    BEHIND_RECENT(
            "behind_recent",
            Unit.LOG_ODDS,
            "envíos recientes que no llegaron en su día esperado",
            "lately not there by the expected day",
            "never"),
    BEHIND_DEPARTMENT(
            "behind_department",
            Unit.LOG_ODDS,
            "envíos del departamento que no llegaron en su día esperado",
            "in the department, not there by the expected day",
            "never"),
    BEHIND_MERCHANT(
            "behind_merchant",
            Unit.LOG_ODDS,
            "envíos de la tienda que no llegaron en su día esperado",
            "from the merchant, not there by the expected day",
            "no merchant"),
    ISSUE_LANE("issue_lane", Unit.LOG_ODDS, "novedades en esta ruta", "issues on this lane", "never"),
    ISSUE_CARRIER_CITY(
            "issue_carrier_city",
            Unit.LOG_ODDS,
            "novedades de la transportadora en la ciudad",
            "issues with the carrier in the city",
            "no carrier yet"),
    ISSUE_MERCHANT(
            "issue_merchant", Unit.LOG_ODDS, "novedades de la tienda", "issues from the merchant", "no merchant"),
    RETURN_LANE("return_lane", Unit.LOG_ODDS, "devoluciones en esta ruta", "returns on this lane", "never"),
    RETURN_CARRIER_CITY(
            "return_carrier_city",
            Unit.LOG_ODDS,
            "devoluciones de la transportadora en la ciudad",
            "returns with the carrier in the city",
            "no carrier yet"),
    RETURN_MERCHANT(
            "return_merchant", Unit.LOG_ODDS, "devoluciones de la tienda", "returns from the merchant", "no merchant"),
    EXPECTED_DAYS("expected_days", Unit.LOG_DAYS, "días esperados de la ruta", "days expected on the lane", "never"),
    PACE_RECENT(
            "pace_recent",
            Unit.LOG_RATIO,
            "ritmo reciente de la red frente a lo esperado",
            "network's recent days against expected",
            "never"),
    PACE_DEPARTMENT(
            "pace_department",
            Unit.LOG_RATIO,
            "ritmo reciente del departamento",
            "department's recent days against expected",
            "never"),
    PACE_MERCHANT(
            "pace_merchant", Unit.LOG_RATIO, "ritmo de la tienda", "merchant's days against expected", "no merchant"),
    PACE_CARRIER(
            "pace_carrier",
            Unit.LOG_RATIO,
            "ritmo de la transportadora en el departamento",
            "carrier's days against expected in the department",
            "no carrier yet"),
    HANDOVER_DAYS(
            "handover_days",
            Unit.LOG_DAYS,
            "días que tarda la tienda en despachar",
            "days the merchant takes to hand over",
            "no merchant"),
    REMAINING_DAYS(
            "remaining_days",
            Unit.LOG_DAYS,
            "días que faltan según la ruta",
            "days left on the lane's figures",
            "never"),
    WINDOW_DAYS("window_days", Unit.LOG_DAYS, "días hasta la fecha prometida", "days until the promise", "no promise"),
    SLACK(
            "slack",
            Unit.LOG_RATIO,
            "holgura de la promesa frente a lo esperado",
            "promise against expected days",
            "no promise"),
    VALUE("value", Unit.LOG_AMOUNT, "valor del pedido", "value of the order", "not told"),
    FREIGHT("freight", Unit.LOG_AMOUNT, "flete", "freight", "not told"),
    WEIGHT("weight", Unit.LOG_KG, "peso", "weight", "not told"),
    COD("cod", Unit.YES_NO, "pago contraentrega", "cash on delivery", "never"),
    WEEK_SINE("week_sine", Unit.HARMONIC, "día de la semana", "day of the week", "never"),
    WEEK_COSINE("week_cosine", Unit.HARMONIC, "día de la semana", "day of the week", "never"),
    HOUR("hour", Unit.HOUR, "hora del día", "hour of the day", "never"),
    PROGRESS("progress", Unit.STEP, "avance del envío", "step of the journey", "never"),
    STILL("still", Unit.LOG_HOURS, "horas sin movimiento", "hours without movement", "not told"),
    ISSUES("issues", Unit.COUNT, "novedades de este envío", "issues of this shipment so far", "never"),
    CUSTOMER_ISSUES(
            "customer_issues",
            Unit.LOG_ODDS,
            "novedades anteriores del cliente",
            "customer's earlier issues",
            "customer not known"),
    CUSTOMER_RETURNS(
            "customer_returns",
            Unit.LOG_ODDS,
            "devoluciones anteriores del cliente",
            "customer's earlier returns",
            "customer not known"),
    PACE_CARRIER_CITY(
            "pace_carrier_city",
            Unit.LOG_RATIO,
            "ritmo de la transportadora en la ciudad",
            "carrier's days against expected in the city",
            "no carrier yet"),
    PACE_CARRIER_RECENT(
            "pace_carrier_recent",
            Unit.LOG_RATIO,
            "ritmo reciente de la transportadora",
            "carrier's recent days against expected",
            "no carrier yet"),
    CARRIER_CROWDED(
            "carrier_crowded",
            Unit.SHARE,
            "ocupación reciente de la transportadora por encima del 80 %",
            "carrier's recent use beyond 80 %",
            "no carrier, or no capacity told");

    private static final List<Feature> ALL = List.of(values());
    /** How many columns a row has. */
    public static final int COUNT = ALL.size();

    private final String key;
    private final Unit unit;
    private final String spanish;
    private final String english;
    private final String missing;

    Feature(String key, Unit unit, String spanish, String english, String missing) {
        this.key = key;
        this.unit = unit;
        this.spanish = spanish;
        this.english = english;
        this.missing = missing;
    }

    /** How a column's number is to be read. */
    public enum Unit {
        /** Log-odds of a rate; {@link Feature#natural} gives the rate, 0 to 1. */
        LOG_ODDS,
        /** Natural logarithm of days. */
        LOG_DAYS,
        /** Natural logarithm of a ratio; positive is longer. */
        LOG_RATIO,
        /** Natural logarithm of 1 + pesos. */
        LOG_AMOUNT,
        /** Natural logarithm of kilograms + 0.1. */
        LOG_KG,
        /** Natural logarithm of 1 + hours. */
        LOG_HOURS,
        /** 1 or 0. */
        YES_NO,
        /** A share, at least 0. */
        SHARE,
        /** −1 to 1. */
        HARMONIC,
        /** Hour of Bogotá's day, 0 to 24. */
        HOUR,
        /** {@code ShipmentState.rank()}, 0 to 7. */
        STEP,
        /** A count. */
        COUNT
    }

    /** The column {@code index}, 0 to {@link #COUNT} − 1. */
    public static Feature at(int index) {
        return ALL.get(index);
    }

    /** Its name in files and programs. */
    public String key() {
        return key;
    }

    /** How its number is to be read. */
    public Unit unit() {
        return unit;
    }

    /** What a person reads in Spanish. */
    public String spanish() {
        return spanish;
    }

    /** What a person reads in English. */
    public String english() {
        return english;
    }

    /** When it is missing. */
    public String missing() {
        return missing;
    }

    /** A column's number as people know the quantity: a rate 0 to 1, days, a ratio (1 = as expected), pesos, kg, hours. */
    public double natural(double value) {
        return switch (unit) {
            case LOG_ODDS -> 1 / (1 + Math.exp(-value));
            case LOG_DAYS, LOG_RATIO -> Math.exp(value);
            case LOG_AMOUNT, LOG_HOURS -> Math.expm1(value);
            case LOG_KG -> Math.max(0, Math.exp(value) - FeatureMaker.LEAST_KG);
            case YES_NO, SHARE, HARMONIC, HOUR, STEP, COUNT -> value;
        };
    }
}
