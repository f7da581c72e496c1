package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.ask.Analyst;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.LiveView;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Questions to a running installation. What they are answered from stays in memory: the {@linkplain HeldTables table of the last
 * question} and the {@linkplain HeldGraphs graphs} of the merchants that asked last.
 *
 * <p>Thread-safe. One question is thought about at a time, so that asking often costs one core at most, and those who wait hold no table.
 */
public final class AskDesk implements AutoCloseable {
    /** Newest entries of the log that a graph begins with, some seconds of reading; it is begun anew at twice as many. */
    private static final long MOST_ENTRIES = 200_000;
    /** Promises pass while nothing happens; answers are as of the hour. */
    private static final long SECONDS_AN_HOUR = 3_600;

    private final HeldTables tables;
    private final HeldGraphs graphs;
    private final EventLog log;

    /**
     * @param view of the installation whose log this is
     * @param erased true for customers of whom no graph may tell
     */
    public AskDesk(LiveView view, EventLog log, Predicate<PersonRef> erased) {
        this.tables = HeldTables.of(view, log);
        this.graphs = new HeldGraphs(log, erased, MOST_ENTRIES, System::nanoTime);
        this.log = log;
    }

    /** Lets go of what was read before a customer was erased; the next question reads the log anew. */
    public void forget() {
        graphs.forget();
    }

    /** Answers are the same while this is: the end of the log, and the hour. */
    public String moment(Instant now) {
        return log.end() + "-" + hour(now);
    }

    static long hour(Instant now) {
        return now.getEpochSecond() / SECONDS_AN_HOUR;
    }

    /** The answer to a question of a merchant. */
    public synchronized Answer answer(String question, MerchantId merchant, Instant now) throws InterruptedException {
        return new Analyst(tables.of(merchant, now), CityDirectory.packaged(), () -> graphs.current(merchant))
                .ask(question);
    }

    /**
     * What a merchant's graph tells at the present end of the log, of its newest entries ({@link #firstPosition} is where they
     * begin at the latest). The first question costs their reading, the next ones that of what was added.
     *
     * @param question whose answer must not hold on to the graph
     */
    public <T> T graph(MerchantId merchant, Function<KnowledgeGraph, T> question) {
        return graphs.ask(merchant, question);
    }

    /** The position that a graph begins with which is made now. */
    public long firstPosition() {
        return graphs.firstPosition();
    }

    /** Reads what was added to the log, so that whoever asked lately finds little to be read; call now and then. */
    public void keepUp() {
        graphs.keepUp();
    }

    /** Waits for a table that is being made. */
    @Override
    public void close() {
        tables.close();
    }
}
