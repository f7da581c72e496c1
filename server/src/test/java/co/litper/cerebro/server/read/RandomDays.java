package co.litper.cerebro.server.read;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LifecycleEvent.OrderShipped;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Days of a small merchant in which all happens that moves a row: orders that get their guide later, two numbers that turn out to
 * be one shipment, scans out of order, novedades answered and not, ends and ends undone, carriers and cities told late, settings
 * changed. The same for the same seed.
 */
final class RandomDays {
    private static final int GUIDES = 60;
    private static final Carrier[] CARRIERS = {Carrier.TCC, Carrier.ENVIA, Carrier.COORDINADORA, Carrier.UNKNOWN};
    private static final String[] CITIES = {"11001", "05001", "52001"};

    private final SplittableRandom random;
    private final Vault vault;

    RandomDays(long seed, Vault vault) {
        this.random = new SplittableRandom(seed);
        this.vault = vault;
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }

    /** Lets {@code events} things happen, with a tick now and then. */
    void live(ReadDesk desk, int events) throws Exception {
        for (int i = 0; i < events; i++) {
            desk.tell(next());
            if (random.nextInt(40) == 0) {
                desk.goOn(Duration.ofHours(random.nextInt(1, 40)));
                desk.installation.tick();
            }
        }
    }

    private Event next() {
        int number = random.nextInt(GUIDES);
        String guide = "G" + number;
        String order = "P" + number;
        return switch (random.nextInt(10)) {
            case 0 -> new OrderCreated(order, facts(number));
            case 1 -> new GuideCreated(guide, random.nextBoolean() ? order : "", facts(number));
            case 2 -> new OrderShipped(order, guide, pick(CARRIERS));
            case 3 ->
                new IssueReported(guide, pick(CARRIERS), "NOVEDAD", pick(IssueReason.values()), random.nextInt(3));
            case 4 -> new IssueResolved(guide, "redeliver");
            case 5 ->
                new GuideUpdated(
                        guide,
                        order,
                        facts(number),
                        "NOVEDAD",
                        ShipmentState.ISSUE,
                        "",
                        IssueReason.LOST,
                        random.nextInt(4) == 0,
                        null,
                        null);
            case 6 ->
                random.nextInt(6) == 0
                        ? new ConfigurationChanged("economics.margin_share", "0." + random.nextInt(1, 9), "test")
                        : scan(guide);
            default -> scan(guide);
        };
    }

    private Event scan(String guide) {
        ShipmentState state = pick(ShipmentState.values());
        return new TrackingUpdated(guide, pick(CARRIERS), state.name(), state, new CityCode(pick(CITIES)));
    }

    private ParcelFacts facts(int number) {
        return new ParcelFacts(
                vault.refer(ReadDesk.MERCHANT, "30000000" + (10 + number / 2)),
                CityCode.UNKNOWN,
                random.nextInt(5) == 0 ? CityCode.UNKNOWN : new CityCode(pick(CITIES)),
                pick(CARRIERS),
                true,
                random.nextInt(20, 200) * 1_000L,
                12_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                "",
                "",
                null);
    }
}
