package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.logistics.City;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.memory.Episode;
import co.litper.cerebro.memory.Scene;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Episodes as a merchant's year brings them, and questions as people put them; a function of the seed. */
final class MadeUpEpisodes {
    static final MerchantId MERCHANT = new MerchantId("bench");
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private static final List<Carrier> CARRIERS = List.of(
            Carrier.COORDINADORA,
            Carrier.INTERRAPIDISIMO,
            Carrier.ENVIA,
            Carrier.TCC,
            Carrier.SERVIENTREGA,
            Carrier.VELOCES);
    private static final List<String> ASKED = List.of(
            "por qué se demora %2$s a %1$s",
            "devoluciones de %2$s en %1$s",
            "%1$s destinatario ausente, se llamó al cliente",
            "qué pasó con la dirección errada en %1$s con %2$s",
            "%2$s perdió el paquete de %1$s",
            "envíos tarde a %1$s los lunes",
            "novedad sin solución %1$s");
    private static final long SECONDS_BETWEEN = 300;
    private static final int MOST_COP = 400_000;

    private final List<City> cities = List.copyOf(CityDirectory.packaged().cities());
    private final Random random;
    private final long seed;

    MadeUpEpisodes(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The {@code number}-th episode, from 1; to be asked for in order. */
    Episode next(long number) {
        boolean wrong = random.nextInt(10) < 7;
        boolean returned = wrong && random.nextBoolean();
        IssueReason issue =
                random.nextInt(3) == 0 ? null : IssueReason.values()[random.nextInt(IssueReason.values().length)];
        Action action = Action.values()[random.nextInt(Action.values().length)];
        Scene scene = new Scene(
                CARRIERS.get(random.nextInt(CARRIERS.size())),
                cities.get(random.nextInt(cities.size())).code(),
                issue,
                action,
                DayOfWeek.of(1 + random.nextInt(7)),
                random.nextInt(12) == 0);
        long cop = 1_000L * random.nextInt(MOST_COP / 1_000);
        return new Episode(
                number,
                MERCHANT,
                PersonRef.NONE,
                START.plusSeconds(SECONDS_BETWEEN * number),
                scene,
                wrong ? 0.1 : 0.9,
                returned ? Outcome.CUSTOMER_LOST : wrong ? Outcome.DELAY_OCCURRED : Outcome.DELIVERY_SUCCESS,
                wrong && !returned,
                returned,
                1 + random.nextInt(20),
                wrong ? -cop : cop,
                List.of(number));
    }

    /** The {@code number}-th question. */
    String question(int number) {
        Random own = new Random(seed * 31 + number);
        return String.format(
                Locale.ROOT,
                ASKED.get(own.nextInt(ASKED.size())),
                cities.get(own.nextInt(cities.size())).name(),
                CARRIERS.get(own.nextInt(CARRIERS.size())).code().toLowerCase(Locale.ROOT));
    }
}
