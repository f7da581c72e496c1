package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.ask.Analyst;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Questions to what runs and lies in archives. What they are answered from stays in memory: the {@linkplain HeldTables table of the last
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
    private final Archives archives;

    /**
     * @param archives where merchants lie
     * @param erased true for customers of whom no graph may tell
     */
    public AskDesk(Archives archives, Predicate<PersonRef> erased) {
        this.tables = HeldTables.of(archives);
        this.graphs = new HeldGraphs(merchant -> archives.of(merchant).log(), erased, MOST_ENTRIES, System::nanoTime);
        this.archives = archives;
    }

    /** Lets go of what was read before a customer was erased; the next question reads the log anew. */
    public void forget() {
        graphs.forget();
    }

    /** A merchant's answers are the same while this is: the end of the log, and the hour. */
    public String moment(MerchantId merchant, Instant now) {
        return archives.of(merchant).log().end() + "-" + hour(now);
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

    /** The position that a graph of a merchant begins with which is made now. */
    public long firstPosition(MerchantId merchant) {
        return graphs.firstPosition(merchant);
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
