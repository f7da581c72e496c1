package co.litper.cerebro.server.text;

import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.function.Function;

/** Names of cities for people. */
public final class CityText {
    private CityText() {}

    /** A city's name by {@code directory}; the raw name where the source's was not understood; a dash where none was told. */
    public static Function<CityCode, String> of(CityDirectory directory) {
        return code -> directory.city(code).map(City::name).orElseGet(() -> raw(code));
    }

    private static String raw(CityCode code) {
        return code.equals(CityCode.UNKNOWN)
                ? "–"
                : code.isKnown() ? code.code() : code.code().substring(1);
    }
}
