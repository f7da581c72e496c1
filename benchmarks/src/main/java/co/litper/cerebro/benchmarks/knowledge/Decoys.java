package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Factor;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.vocabulary.CityCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Worlds in which something innocent goes with the cause three times in four. */
final class Decoys {
    private static final double TOGETHER = 0.75;

    private Decoys() {}

    /** A cause, what goes with it, what is asked, and how the two come to go together. */
    record Drawn(Plant plant, List<Condition> innocent, String question, UnaryOperator<MadeParcel> mix) {}

    static Drawn draw(long seed, int turn) {
        Random luck = new Random(seed ^ 0xdec0L);
        String carrier = MadeWorld.CARRIERS.get(luck.nextInt(MadeWorld.CARRIERS.size()));
        String city = MadeWorld.CITIES.get(luck.nextInt(MadeWorld.CITIES.size()));
        String product = MadeWorld.PRODUCTS.get(luck.nextInt(MadeWorld.PRODUCTS.size()));
        String shop = MadeWorld.SHOPS.get(luck.nextInt(MadeWorld.SHOPS.size()));
        String name =
                CityDirectory.packaged().city(new CityCode(city)).orElseThrow().name();
        double days = 2 + 2 * luck.nextDouble();
        return switch (turn) {
            case 0 -> productWithCarrier(luck, carrier, product, days);
            case 1 -> shopOfCity(luck, city, name, shop, days);
            case 2 -> productOfWeekday(luck, product, days);
            case 3 -> cityWithCarrier(luck, city, name, carrier, days);
            default -> prepaidWithCarrier(luck, carrier, days);
        };
    }

    private static Plant slowCarrier(String carrier, double days) {
        return new Plant(
                "carrier",
                "¿Por qué hay tantos retrasos?",
                List.of(new Condition(Factor.CARRIER, carrier)),
                p -> p.carrier().equals(carrier),
                days,
                0,
                0);
    }

    private static Drawn productWithCarrier(Random luck, String carrier, String product, double days) {
        Plant plant = slowCarrier(carrier, days);
        return new Drawn(
                plant,
                List.of(new Condition(Factor.PRODUCT, product)),
                plant.question(),
                p -> p.product().equals(product) && luck.nextDouble() < TOGETHER
                        ? changed(p, p.day(), p.city(), carrier, p.product(), p.shop(), p.cod())
                        : p);
    }

    private static Drawn shopOfCity(Random luck, String city, String name, String shop, double days) {
        LocalDate from = MadeWorld.FIRST.plusDays(30 + luck.nextInt(90));
        LocalDate to = from.plusDays(25);
        Plant plant = new Plant(
                "road",
                "¿Por qué los envíos a " + name + " se retrasan más?",
                List.of(new Condition(Factor.CITY, city), new Condition(Factor.PERIOD, from + "/" + to)),
                p -> p.city().equals(city)
                        && !p.day().isBefore(from)
                        && !p.day().isAfter(to),
                days + 1,
                0,
                0);
        return new Drawn(
                plant,
                List.of(new Condition(Factor.SHOP, shop)),
                plant.question(),
                p -> plant.hit().test(p) && luck.nextDouble() < TOGETHER
                        ? changed(p, p.day(), p.city(), p.carrier(), p.product(), shop, p.cod())
                        : p);
    }

    private static Drawn productOfWeekday(Random luck, String product, double days) {
        DayOfWeek day = DayOfWeek.of(1 + luck.nextInt(5));
        Plant plant = new Plant(
                "weekday",
                "¿Por qué llegan tarde los envíos?",
                List.of(new Condition(Factor.WEEKDAY, Integer.toString(day.getValue()))),
                p -> p.day().getDayOfWeek() == day,
                days,
                0,
                0);
        return new Drawn(
                plant,
                List.of(new Condition(Factor.PRODUCT, product)),
                plant.question(),
                p -> p.product().equals(product) && luck.nextDouble() < TOGETHER
                        ? changed(
                                p,
                                p.day()
                                        .plusDays(day.getValue()
                                                - p.day().getDayOfWeek().getValue()),
                                p.city(),
                                p.carrier(),
                                p.product(),
                                p.shop(),
                                p.cod())
                        : p);
    }

    private static Drawn cityWithCarrier(Random luck, String city, String name, String carrier, double days) {
        return new Drawn(
                slowCarrier(carrier, days),
                List.of(new Condition(Factor.CITY, city)),
                "¿Por qué " + name + " tiene más retrasos?",
                p -> p.city().equals(city) && luck.nextDouble() < TOGETHER
                        ? changed(p, p.day(), p.city(), carrier, p.product(), p.shop(), p.cod())
                        : p);
    }

    private static Drawn prepaidWithCarrier(Random luck, String carrier, double days) {
        Plant plant = slowCarrier(carrier, days);
        return new Drawn(
                plant,
                List.of(new Condition(Factor.PAYMENT, "PREPAID")),
                plant.question(),
                p -> p.carrier().equals(carrier) && luck.nextDouble() < TOGETHER
                        ? changed(p, p.day(), p.city(), p.carrier(), p.product(), p.shop(), false)
                        : p);
    }

    private static MadeParcel changed(
            MadeParcel p, LocalDate day, String city, String carrier, String product, String shop, boolean cod) {
        return new MadeParcel(p.number(), day, city, carrier, product, shop, cod, p.valueCop());
    }
}
