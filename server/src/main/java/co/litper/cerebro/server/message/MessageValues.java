package co.litper.cerebro.server.message;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Dispatch.Cargo;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What stands in the places of a text for one customer, in the customers' language. Stateless. */
final class MessageValues {
    private static final Texts SPANISH = new Texts(Language.ES);
    private static final Function<CityCode, String> CITIES = CityText.of(CityDirectory.packaged());

    /** As one says a day: {@code viernes 13 de marzo}. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Locale.of("es", "CO"))
            .withZone(ZoneId.of("America/Bogota"));

    private MessageValues() {}

    /** The values; a place of which nothing is known is missing. {@code shop} tells what a merchant is called. */
    static Map<MessageText.Place, String> of(Dispatch dispatch, Person person, Function<MerchantId, String> shop) {
        Cargo cargo = dispatch.cargo();
        Map<MessageText.Place, String> values = new EnumMap<>(MessageText.Place.class);
        values.put(MessageText.Place.NOMBRE, person.name());
        values.put(MessageText.Place.DIRECCION, person.address());
        values.put(MessageText.Place.GUIA, dispatch.number());
        values.put(MessageText.Place.TIENDA, shop.apply(dispatch.merchant()));
        if (!cargo.carrier().equals(Carrier.UNKNOWN)) {
            values.put(MessageText.Place.TRANSPORTADORA, SPANISH.carrier(cargo.carrier()));
        }
        if (!cargo.destination().equals(CityCode.UNKNOWN)) {
            values.put(MessageText.Place.CIUDAD, CITIES.apply(cargo.destination()));
        }
        if (cargo.valueCop() > 0) {
            values.put(MessageText.Place.VALOR, Figures.pesos(cargo.valueCop()));
        }
        if (cargo.promisedMs() != Cargo.NOT_PROMISED) {
            values.put(MessageText.Place.FECHA, DAY.format(Instant.ofEpochMilli(cargo.promisedMs())));
        }
        return values;
    }
}
