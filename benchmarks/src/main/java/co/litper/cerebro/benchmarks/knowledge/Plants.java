package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Factor;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.vocabulary.CityCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Draws the causes that are planted: which, where, how strong. */
final class Plants {
    private static final List<String> DAY_NAMES = List.of("lunes", "martes", "miércoles", "jueves", "viernes");

    private final Random luck;

    Plants(long seed) {
        this.luck = new Random(seed ^ 0x5eedL);
    }

    /** The sorts of cause, in turn. */
    Plant draw(int turn) {
        return switch (turn % 7) {
            case 0 -> road();
            case 1 -> carrierOfCity();
            case 2 -> carrier();
            case 3 -> weekday();
            case 4 -> product();
            case 5 -> badAddresses();
            default -> interaction();
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(luck.nextInt(of.size()));
    }

    private double slowDays() {
        return 1.5 + 2 * luck.nextDouble();
    }

    private static String name(String city) {
        return CityDirectory.packaged().city(new CityCode(city)).orElseThrow().name();
    }

    private Plant road() {
        String city = pick(MadeWorld.CITIES);
        LocalDate from = MadeWorld.FIRST.plusDays(20 + luck.nextInt(110));
        LocalDate to = from.plusDays(14 + luck.nextInt(22));
        return new Plant(
                "road",
                "¿Por qué los envíos a " + name(city) + " tienen más retrasos?",
                List.of(new Condition(Factor.CITY, city), new Condition(Factor.PERIOD, from + "/" + to)),
                p -> p.city().equals(city)
                        && !p.day().isBefore(from)
                        && !p.day().isAfter(to),
                slowDays() + 1.5,
                0,
                0);
    }

    private Plant carrierOfCity() {
        String city = pick(MadeWorld.CITIES);
        String carrier = pick(MadeWorld.CARRIERS);
        return new Plant(
                "carrierOfCity",
                "¿Por qué se demoran tanto los pedidos para " + name(city) + "?",
                List.of(new Condition(Factor.CITY, city), new Condition(Factor.CARRIER, carrier)),
                p -> p.city().equals(city) && p.carrier().equals(carrier),
                slowDays() + 0.5,
                0,
                0);
    }

    private Plant carrier() {
        String carrier = pick(MadeWorld.CARRIERS);
        return new Plant(
                "carrier",
                "¿Por qué hay tantos envíos con retraso?",
                List.of(new Condition(Factor.CARRIER, carrier)),
                p -> p.carrier().equals(carrier),
                slowDays(),
                0,
                0);
    }

    private Plant weekday() {
        int day = luck.nextInt(DAY_NAMES.size());
        return new Plant(
                "weekday",
                "¿Por qué llegan tarde los envíos?",
                List.of(new Condition(Factor.WEEKDAY, Integer.toString(day + 1))),
                p -> p.day().getDayOfWeek() == DayOfWeek.of(day + 1),
                slowDays(),
                0,
                0);
    }

    private Plant product() {
        String product = pick(MadeWorld.PRODUCTS);
        return new Plant(
                "product",
                "¿Por qué tenemos tantas devoluciones?",
                List.of(new Condition(Factor.PRODUCT, product)),
                p -> p.product().equals(product),
                0,
                0,
                0.15 + 0.15 * luck.nextDouble());
    }

    private Plant badAddresses() {
        String city = pick(MadeWorld.CITIES);
        return new Plant(
                "badAddresses",
                "¿Por qué " + "las devoluciones en " + name(city) + " son más altas?",
                List.of(new Condition(Factor.CITY, city), new Condition(Factor.ISSUE, "BAD_ADDRESS")),
                p -> p.city().equals(city),
                0,
                0.25 + 0.2 * luck.nextDouble(),
                0);
    }

    private Plant interaction() {
        String carrier = pick(MadeWorld.CARRIERS);
        if (luck.nextBoolean()) {
            int day = luck.nextInt(DAY_NAMES.size());
            return new Plant(
                    "interaction",
                    "¿A qué se deben los retrasos?",
                    List.of(
                            new Condition(Factor.CARRIER, carrier),
                            new Condition(Factor.WEEKDAY, Integer.toString(day + 1))),
                    p -> p.carrier().equals(carrier) && p.day().getDayOfWeek() == DayOfWeek.of(day + 1),
                    slowDays() + 1,
                    0,
                    0);
        }
        String product = pick(MadeWorld.PRODUCTS);
        return new Plant(
                "interaction",
                "¿A qué se deben los retrasos?",
                List.of(new Condition(Factor.CARRIER, carrier), new Condition(Factor.PRODUCT, product)),
                p -> p.carrier().equals(carrier) && p.product().equals(product),
                slowDays() + 1,
                0,
                0);
    }
}
