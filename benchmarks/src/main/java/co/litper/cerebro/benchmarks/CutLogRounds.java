package co.litper.cerebro.benchmarks;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Part C: the journal's write-ahead log loses its tail or has bytes of it changed, and the checkpoint of state beside it is
 * of a later moment. What lies before the damage must be there, in whole batches; state must be folded anew.
 */
final class CutLogRounds {
    private static final String WAL = "journal.db-wal";
    private static final String STATE = "state.db";
    private static final int NEVER_COPIED = 1 << 30;
    private static final int EVENTS = 1_200;
    private static final int MOST_IN_GROUP = 24;
    private static final int PARCELS_PER_ISSUE = 4;
    private static final int FLIPPED = 5;
    private static final int MORE_EVENTS = 12;

    private final DurabilityTally tally;
    private final long seed;
    private final Path whole;
    private final List<Long> batchEnds;
    private final List<Long> commits;
    private final List<Entry> entries;

    private CutLogRounds(DurabilityTally tally, long seed, Path whole) throws IOException, SQLException {
        this.tally = tally;
        this.seed = seed;
        this.whole = whole;
        this.commits = WalFrames.commits(whole.resolve(WAL));
        Path copy = copy(whole.resolveSibling("uncut"));
        this.batchEnds = batchEnds(copy.resolve("journal.db"));
        this.entries = new ArrayList<>();
        try (SqliteStore store = SqliteStore.openReadOnly(copy, SqliteStore.Options.standard())) {
            store.log().read(EventLog.FIRST, entries::add);
        }
        tally.add("acknowledged", entries.size());
    }

    /** Makes one folder with a long write-ahead log under {@code folder}. */
    static CutLogRounds prepare(DurabilityTally tally, long seed, Path folder)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Path lived = folder.resolve("lived");
        Path whole = Files.createDirectories(folder.resolve("whole"));
        try (Installation installation = open(lived, seed)) {
            BusyTraffic traffic = new BusyTraffic(seed, PARCELS_PER_ISSUE);
            SplittableRandom sizes = new SplittableRandom(seed);
            for (long n = 0; n < EVENTS; ) {
                n = send(installation, traffic, n, 1 + sizes.nextInt(MOST_IN_GROUP));
            }
            copyAll(lived, whole);
        }
        // Closing wrote a checkpoint of state at the very end: later than any cut.
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(whole.resolve(STATE + suffix));
        }
        Files.copy(lived.resolve(STATE), whole.resolve(STATE));
        return new CutLogRounds(tally, seed, whole);
    }

    private static Installation open(Path folder, long seed) {
        MemoryChannel nowhere = new MemoryChannel(true);
        return Installation.open(new Installation.Setup(
                folder,
                SqliteStore.Options.standard().withWalBytes(NEVER_COPIED),
                Clock.system(),
                Map.of(),
                nowhere,
                ms -> ms,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                seed));
    }

    private static long send(Installation installation, BusyTraffic traffic, long from, int count)
            throws InterruptedException, ExecutionException {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(installation
                    .host()
                    .submit(traffic.event(from + i, Clock.system().now())));
        }
        for (CompletableFuture<Answer> answer : answers) {
            answer.get();
        }
        return from + count;
    }

    /** Damages a copy as {@code cutSeed} says, opens it, lets it go on, and judges what is there. */
    void run(String replay, long cutSeed, Path folder) throws IOException, InterruptedException, ExecutionException {
        SplittableRandom random = new SplittableRandom(cutSeed);
        Path copy = copy(folder);
        long cut = random.nextLong(Files.size(copy.resolve(WAL)) + 1);
        long sound = damage(copy.resolve(WAL), cut, random);
        tally.add("cuts", 1);
        long expected = endBefore(sound);
        String what = "cut at " + cut + ", sound before " + sound;
        try (Installation installation = open(copy, seed)) {
            requirePrefix(installation.store().log(), expected, what, replay);
            send(installation, new BusyTraffic(seed, PARCELS_PER_ISSUE), EVENTS, MORE_EVENTS);
        }
        try (SqliteStore store = SqliteStore.openReadOnly(copy, SqliteStore.Options.standard())) {
            StoreJudge judge = new StoreJudge(store.log(), store.states());
            judge.judgeLog(List.of(), tally, replay);
            judge.judgeState(tally, replay);
        }
    }

    /** Cuts the file, in every second round changes bytes in what is left, and tells up to which byte it is as it was. */
    private static long damage(Path wal, long cut, SplittableRandom random) throws IOException {
        try (FileChannel file = FileChannel.open(wal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            file.truncate(cut);
            if (cut == 0 || random.nextBoolean()) {
                return cut;
            }
            long at = random.nextLong(cut / 2, cut);
            for (long i = at; i < Math.min(cut, at + FLIPPED); i++) {
                ByteBuffer one = ByteBuffer.allocate(1);
                file.read(one, i);
                one.put(0, (byte) (one.get(0) ^ (1 + random.nextInt(255)))).rewind();
                file.write(one, i);
            }
            return at;
        }
    }

    /** The end that the log must have: that of the last batch whose transaction is sound. The first ones made the tables. */
    private long endBefore(long sound) {
        long transactions = commits.stream().filter(end -> end <= sound).count();
        long batches = transactions - (commits.size() - batchEnds.size());
        return batches <= 0 ? EventLog.FIRST : batchEnds.get((int) batches - 1);
    }

    private void requirePrefix(EventLog log, long expected, String what, String replay) {
        if (log.end() < expected) {
            tally.violated("lost", expected - log.end(), what + ": ends at " + log.end() + ", not " + expected, replay);
        } else if (log.end() > expected) {
            tally.violated(what + ": ends at " + log.end() + ", whole batches end at " + expected, replay);
        }
        log.read(EventLog.FIRST, entry -> {
            Entry known = entries.get((int) (entry.position() - EventLog.FIRST));
            boolean same = Arrays.equals(known.event(), entry.event()) && Arrays.equals(known.facts(), entry.facts());
            if (!same) {
                tally.violated(what + ": position " + entry.position() + " has other bytes", replay);
            }
            return same;
        });
    }

    private Path copy(Path to) throws IOException {
        return copyAll(whole, Files.createDirectories(to));
    }

    private static Path copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> !f.toString().endsWith("-shm")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static List<Long> batchEnds(Path journal) throws SQLException {
        List<Long> ends = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT batch_end FROM journal ORDER BY batch_end")) {
            while (rows.next()) {
                ends.add(rows.getLong(1));
            }
        }
        return ends;
    }
}
