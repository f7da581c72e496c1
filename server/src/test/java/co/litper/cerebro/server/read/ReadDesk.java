package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.LiveView;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** An installation with its read tables, whose clock goes on by a minute with each event. One thread. */
final class ReadDesk implements AutoCloseable {
    static final MerchantId MERCHANT = new MerchantId("principal");
    static final AnswerDeadlines DEADLINES = AnswerDeadlines.standard(new ColombianHolidays());
    static final SqliteStore.Options OPTIONS = SqliteStore.Options.standard();

    /** How long the tables may take on a machine that others want too. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    private final LongFunction<ReadTables> opener;
    final Installation installation;
    final LiveView view;
    private volatile Instant now = MONDAY;
    private int told;

    /** With tables that {@code opener} opens for a store's id. */
    ReadDesk(Path folder, LongFunction<ReadTables> opener) {
        this.opener = opener;
        this.installation = Installation.open(Wiring.setup(Configuration.defaults(), folder, () -> now));
        this.view = new LiveView(installation, folder, OPTIONS);
    }

    Instant now() {
        return now;
    }

    void goOn(Duration span) {
        now = now.plus(span);
    }

    /** Tells events of the merchant and waits until they are durable. */
    void tell(Event... events) throws Exception {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Event event : events) {
            goOn(Duration.ofMinutes(1));
            answers.add(installation.host().submit(envelope(event)));
        }
        for (CompletableFuture<Answer> answer : answers) {
            answer.get();
        }
    }

    private Envelope envelope(Event event) {
        return new Envelope(
                "t-" + ++told,
                "/prueba",
                MERCHANT,
                "prueba",
                now,
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    /** The tables, up to the present end of the log. */
    ReadSide open() throws InterruptedException {
        ReadSide reads = ReadSide.open(
                tables(), installation.store().log(), installation.store().vault(), view, DEADLINES);
        current(reads);
        return reads;
    }

    void current(ReadSide reads) throws InterruptedException {
        if (!reads.await(PATIENCE)) {
            throw new AssertionError("the read tables are " + reads.behind() + " entries behind");
        }
        while (reads.isReckoning()) {
            Thread.onSpinWait();
        }
    }

    /** The tables, to be written by a projector of the test's own. */
    ReadTables tables() {
        return opener.apply(installation.store().id());
    }

    @Override
    public void close() {
        view.close();
        installation.close();
    }
}
