package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.testkit.Nowhere;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** Makes a store with many shipments as a service would have made it over months: by the loop itself, told other times. */
final class PagesStore {
    static final long SEED = 20261128;
    private static final int IN_FLIGHT = 6_000;
    private static final int PEOPLE_AT_A_TIME = 2_000;
    private static final Duration TICK = Duration.ofHours(3);
    private static final String DONE = "made";

    private PagesStore() {}

    /** Makes the store in {@code folder} unless it is there; returns seconds, 0 if it was. */
    static double make(Path folder, int shipments, PrintStream progress) throws Exception {
        Path mark = folder.resolveSibling(folder.getFileName() + "." + shipments + "." + DONE);
        if (Files.exists(mark)) {
            return 0;
        }
        long began = System.nanoTime();
        Instant end = Instant.now();
        AtomicReference<Instant> now = new AtomicReference<>(end.minus(PastTraffic.SPAN));
        Installation.Setup usual = Wiring.setup(Configuration.defaults(), folder, now::get);
        Installation.Setup setup = new Installation.Setup(
                folder,
                SqliteStore.Options.standard(),
                now::get,
                Map.of(),
                new Nowhere(),
                usual.contactWindow(),
                usual.deadlines(),
                usual.seed());
        try (Installation installation = Installation.open(setup)) {
            PastTraffic traffic =
                    new PastTraffic(SEED, shipments, end, installation.store().vault()::refer);
            people(installation, traffic, shipments);
            progress.printf(Locale.ROOT, "people: %.0f s%n", (System.nanoTime() - began) / 1e9);
            events(installation, traffic, now, progress);
        }
        Files.writeString(mark, "");
        return (System.nanoTime() - began) / 1e9;
    }

    private static void people(Installation installation, PastTraffic traffic, int shipments) {
        Map<PersonRef, Person> people = new HashMap<>();
        for (long shipment = 0; shipment < shipments; shipment += 3) {
            Person person = traffic.person(shipment);
            people.put(installation.store().vault().refer(PastTraffic.MERCHANT, person.phone()), person);
            if (people.size() == PEOPLE_AT_A_TIME || shipment + 3 >= shipments) {
                installation.store().vault().put(people);
                people.clear();
            }
        }
    }

    private static void events(
            Installation installation, PastTraffic traffic, AtomicReference<Instant> now, PrintStream progress)
            throws InterruptedException, ExecutionException {
        Deque<CompletableFuture<Answer>> flying = new ArrayDeque<>();
        Instant nextTick = now.get();
        for (long n = 0; n < traffic.count(); n++) {
            now.set(traffic.at(n));
            if (!now.get().isBefore(nextTick)) {
                installation.tick();
                nextTick = now.get().plus(TICK);
            }
            Envelope event = traffic.event(n);
            if (event != null) {
                flying.add(installation.host().submit(event));
            }
            if (flying.size() >= IN_FLIGHT) {
                flying.remove().get();
            }
            if (n % 500_000 == 0) {
                progress.printf(Locale.ROOT, "%,d of %,d events%n", n, traffic.count());
            }
        }
        while (!flying.isEmpty()) {
            flying.remove().get();
        }
    }
}
