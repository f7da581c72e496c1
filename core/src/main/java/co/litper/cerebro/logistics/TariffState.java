package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a carrier charges where. Folded from {@code configuration.changed} events whose key begins with {@code tariff.}. */
public final class TariffState {
    /** Colombia has 1,122 municipalities; the rest is room for names that no directory knows. */
    static final int CAPACITY = 4_000;

    private static final int WIRE_VERSION = 1;

    private final SortedMap<CityCode, Tariff> byCity = new TreeMap<>();

    /**
     * What a carrier asks for one city.
     *
     * @param freightCop pesos out, at least 0
     * @param returnFreightCop pesos back, at least 0
     * @param promisedDays calendar days promised, or 0 if none
     * @param covered false if the carrier does not go there
     * @param cod true if it collects cash there
     */
    public record Tariff(long freightCop, long returnFreightCop, int promisedDays, boolean covered, boolean cod) {
        public Tariff {
            if (freightCop < 0 || returnFreightCop < 0 || promisedDays < 0) {
                throw new IllegalArgumentException("a tariff must not be negative: " + freightCop + " out, "
                        + returnFreightCop + " back, " + promisedDays + " days");
            }
        }

        /** As the value of a setting. */
        public String toSetting() {
            return freightCop + ";" + returnFreightCop + ";" + promisedDays + ";" + covered + ";" + cod;
        }

        /** Reads what {@link #toSetting} wrote. */
        public static Tariff ofSetting(String value) {
            String[] parts = value.split(";", -1);
            if (parts.length != 5) {
                throw new IllegalArgumentException(
                        "a tariff has five parts, found " + parts.length + " in '" + value + "'");
            }
            return new Tariff(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]),
                    Boolean.parseBoolean(parts[3]),
                    Boolean.parseBoolean(parts[4]));
        }
    }

    /** Sets a tariff; beyond {@link #CAPACITY} cities new ones are left out. */
    public void set(CityCode city, Tariff tariff) {
        if (byCity.size() < CAPACITY || byCity.containsKey(city)) {
            byCity.put(city, tariff);
        }
    }

    /** The tariff for a city. */
    public Optional<Tariff> find(CityCode city) {
        return Optional.ofNullable(byCity.get(city));
    }

    public int size() {
        return byCity.size();
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).varint(byCity.size());
        byCity.forEach((city, t) -> out.text(city.code()).text(t.toSetting()));
    }

    /** Reads what {@link #write} wrote. */
    public static TariffState read(WireReader in) {
        WireVersions.require("tariff state", in.octet(), WIRE_VERSION);
        TariffState tariffs = new TariffState();
        int count = in.varintAsInt();
        for (int i = 0; i < count; i++) {
            tariffs.byCity.put(new CityCode(in.text()), Tariff.ofSetting(in.text()));
        }
        return tariffs;
    }
}
