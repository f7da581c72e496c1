package co.litper.cerebro.server.backup;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A store that something happens in. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW);
    static final SqliteStore.Options PLAIN = SqliteStore.Options.standard();

    private Shop() {}

    static Installation open(Path folder) {
        return Installation.open(Wiring.setup(Configuration.defaults(), folder, CLOCK));
    }

    /** Tells of guides {@code from} to before {@code to}, each with a customer of its own; durable on return. */
    static void tell(Installation installation, int from, int to) throws InterruptedException, ExecutionException {
        Intake intake = new Intake(installation.store().vault()::refer);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String line = ("{\"specversion\":\"1.0\",\"id\":\"e%d\",\"source\":\"/test\",\"type\":\"guide.updated\","
                            + "\"dataschema\":\"urn:cerebro:guide.updated:2\",\"merchantid\":\"principal\","
                            + "\"time\":\"2026-03-10T14:00:00Z\",\"data\":{\"guideNumber\":\"7%07d\","
                            + "\"rawStatus\":\"EN BODEGA\",\"state\":\"IN_TRANSIT\",\"parcel\":{\"carrier\":\"TCC\","
                            + "\"valueCop\":90000,\"cod\":true,\"customer\":{\"phone\":\"300%07d\",\"name\":\"N%d\"}}}}")
                    .formatted(i, i, i, i);
            Intake.Accepted accepted = (Intake.Accepted) intake.read(line, NOW, false);
            installation.store().vault().put(accepted.people());
            answers.add(installation.host().submit(accepted.envelope()));
        }
        for (CompletableFuture<Answer> answer : answers) {
            answer.get();
        }
    }

    /** The entries of a log as text, by position. */
    static SortedMap<Long, String> entries(EventLog log) {
        SortedMap<Long, String> entries = new TreeMap<>();
        log.read(EventLog.FIRST, entry -> {
            entries.put(
                    entry.position(),
                    HexFormat.of().formatHex(entry.event()) + "|"
                            + HexFormat.of().formatHex(entry.facts()));
            return true;
        });
        return entries;
    }

    /** The whole state as text: of the checkpoint and what follows, or folded anew. */
    static SortedMap<Long, String> state(SqliteStore store, boolean anew) {
        SortedMap<Long, String> state = new TreeMap<>();
        StateStore base = anew ? StateStore.empty() : store.states();
        StateView.open(store.log(), base, new EnvelopeCodec())
                .rows()
                .forEach((Long key, StateRow row) ->
                        state.put(key, HexFormat.of().formatHex(row.bytes())));
        return state;
    }

    /** The customers of whom events tell. */
    static List<PersonRef> customers(SqliteStore store) {
        EnvelopeCodec codec = new EnvelopeCodec();
        List<PersonRef> customers = new ArrayList<>();
        store.log().read(EventLog.FIRST, entry -> {
            if (codec.decode(entry.event()).event() instanceof GuideUpdated guide) {
                customers.add(guide.parcel().customer());
            }
            return true;
        });
        return customers;
    }
}
