package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Factor;
import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Conditions and factors in words. */
final class ConditionText {
    private static final List<String> DAYS_ES = List.of(
            "los lunes", "los martes", "los miércoles", "los jueves", "los viernes", "los sábados", "los domingos");
    private static final List<String> DAYS_EN = List.of(
            "on Mondays", "on Tuesdays", "on Wednesdays", "on Thursdays", "on Fridays", "on Saturdays", "on Sundays");
    private static final int ISO_DAY = 10;

    private final Texts texts;
    private final CityDirectory cities = CityDirectory.packaged();

    ConditionText(Texts texts) {
        this.texts = texts;
    }

    String pick(String spanish, String english) {
        return switch (texts.language()) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    /** All of them, such as {@code Pasto, con Envía, los viernes}; {@code todos los envíos} for none. */
    String all(List<Condition> conditions) {
        return conditions.isEmpty()
                ? pick("todos los envíos", "all shipments")
                : conditions.stream().map(this::one).collect(Collectors.joining(", "));
    }

    /** A single city or carrier as the subject of a sentence, {@code Pasto}, {@code Envía}; empty for anything else. */
    String named(List<Condition> conditions) {
        Condition only = conditions.size() == 1 ? conditions.getFirst() : null;
        return only == null
                ? ""
                : switch (only.factor()) {
                    case CITY -> one(only);
                    case CARRIER -> texts.carrier(new Carrier(only.level()));
                    case DEPARTMENT, WEEKDAY, HOLIDAY, PRODUCT, PAYMENT, SHOP, VALUE, ISSUE, PERIOD -> "";
                };
    }

    private String one(Condition c) {
        String level = c.level();
        return switch (c.factor()) {
            case CARRIER -> pick("con ", "with ") + texts.carrier(new Carrier(level));
            case CITY -> CityText.of(cities).apply(new CityCode(level));
            case DEPARTMENT -> pick("departamento de ", "department of ") + department(level);
            case WEEKDAY ->
                pick("creados ", "created ")
                        + pick(DAYS_ES.get(Integer.parseInt(level) - 1), DAYS_EN.get(Integer.parseInt(level) - 1));
            case HOLIDAY ->
                switch (level) {
                    case "HOLIDAY" -> pick("creados en festivo", "created on a holiday");
                    case "EVE" -> pick("creados en víspera de festivo", "created before a holiday");
                    default -> pick("creados en día ordinario", "created on an ordinary day");
                };
            case PRODUCT -> pick("producto ", "product ") + level;
            case PAYMENT ->
                level.equals("COD") ? pick("contraentrega", "cash on delivery") : pick("pagados antes", "prepaid");
            case SHOP -> pick("tienda ", "shop ") + level;
            case VALUE ->
                pick(
                        "valor en el cuarto " + level.substring(1) + " de 4",
                        "value in quarter " + level.substring(1) + " of 4");
            case ISSUE -> pick("novedad «", "novedad '") + texts.reason(IssueReason.valueOf(level)) + pick("»", "'");
            case PERIOD ->
                pick("del ", "from ")
                        + level.substring(0, ISO_DAY)
                        + pick(" al ", " to ")
                        + level.substring(ISO_DAY + 1);
        };
    }

    private String department(String code) {
        return cities.cities().stream()
                .filter(city -> city.code().department().equals(code))
                .map(City::department)
                .findFirst()
                .orElse(code);
    }

    String factors(Collection<Factor> factors) {
        return factors.stream().sorted().map(this::factor).collect(Collectors.joining(", "));
    }

    private String factor(Factor factor) {
        return switch (factor) {
            case CARRIER -> pick("transportadora", "carrier");
            case CITY -> pick("ciudad", "city");
            case DEPARTMENT -> pick("departamento", "department");
            case WEEKDAY -> pick("día de la semana", "weekday");
            case HOLIDAY -> pick("festivo", "holiday");
            case PRODUCT -> pick("producto", "product");
            case PAYMENT -> pick("forma de pago", "payment");
            case SHOP -> pick("tienda", "shop");
            case VALUE -> pick("valor", "value");
            case ISSUE -> pick("novedad", "novedad");
            case PERIOD -> pick("fechas", "dates");
        };
    }

    /** An answer to a novedad as the log names it. */
    String solution(String wire) {
        Action action = Action.ofWire(wire);
        return action == null ? wire.toLowerCase(Locale.ROOT) : texts.action(action);
    }
}
