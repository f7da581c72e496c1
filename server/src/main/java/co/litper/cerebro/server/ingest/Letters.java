package co.litper.cerebro.server.ingest;

import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.server.ingest.ImportTally.Refusal;
import co.litper.cerebro.world.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was refused as dead letters, each once however often its file is imported, and closes those whose row came in later:
 * a row of the same guide number that this import took, though an import before refused one. One thread.
 */
final class Letters {
    /** Open letters that are known again; beyond it one may be kept twice. */
    private static final int REMEMBERED = 20_000;

    /** Refusals kept in one transaction: each alone would wait a millisecond for the disk. */
    private static final int TOGETHER = 256;

    private static final Pattern GUIDE =
            Pattern.compile("(?:^|, )" + Pattern.quote(DropiExport.GUIDE_IN_EXCERPT) + "([^,]+)");

    private final DeadLetters letters;
    private final Clock clock;
    private final ImportTally tally;
    private final List<DeadLetters.Refusal> waiting = new ArrayList<>();
    private final Map<String, List<Long>> refusedBefore = new HashMap<>();
    private final Set<Long> mended = new TreeSet<>();
    private @Nullable Set<Refusal> known;

    Letters(DeadLetters letters, Clock clock, ImportTally tally) {
        this.letters = letters;
        this.clock = clock;
        this.tally = tally;
    }

    /** @param payload what came in, as far as it is kept */
    void refuse(String file, long line, String reason, String payload) {
        Refusal refusal = new Refusal(file, line, reason);
        tally.refuse(refusal);
        if (known().add(refusal)) {
            waiting.add(new DeadLetters.Refusal(clock.now(), file, line, reason, payload));
            if (waiting.size() >= TOGETHER) {
                flush();
            }
        }
    }

    /** Keeps what still waits: at the end of a file, be it read to its end or not. */
    void flush() {
        if (!waiting.isEmpty()) {
            letters.addAll(waiting);
            waiting.clear();
        }
    }

    /** A row with a guide number was taken. */
    void took(String guide) {
        known();
        mended.addAll(refusedBefore.getOrDefault(guide, List.of()));
    }

    /** Marks the letters of rows that were taken since; only once what was taken is durable. */
    void close() {
        mended.forEach(number -> letters.mark(number, DeadLetters.Status.REPLAYED));
        mended.clear();
    }

    private Set<Refusal> known() {
        Set<Refusal> told = known;
        if (told == null) {
            told = new HashSet<>();
            for (DeadLetters.DeadLetter letter : letters.list(DeadLetters.Status.OPEN, REMEMBERED)) {
                told.add(new Refusal(letter.source(), letter.line(), letter.reason()));
                Matcher guide = GUIDE.matcher(letter.payload());
                if (guide.find()) {
                    refusedBefore
                            .computeIfAbsent(guide.group(1), _ -> new ArrayList<>())
                            .add(letter.number());
                }
            }
            known = told;
        }
        return told;
    }
}
