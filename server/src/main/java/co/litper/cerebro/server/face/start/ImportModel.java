package co.litper.cerebro.server.face.start;

import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.logistics.UnknownTexts;
import co.litper.cerebro.server.http.api.ImportJobs.Job;
import co.litper.cerebro.server.ingest.ImportTally;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.RowReasons;
import co.litper.cerebro.server.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An import on its way, in a reader's language.
 *
 * @param id by which it is found
 * @param state where it stands
 * @param percent how much is read, 0 to 100
 * @param over true if nothing more comes
 * @param good true if it ended well
 * @param account what was read; may be empty
 * @param unknown words of the file that nobody knows: they were taken, and tell nothing
 * @param refusals rows that were refused, with the reason
 * @param troubles what kept the file from being read
 */
public record ImportModel(
        String id,
        String state,
        int percent,
        boolean over,
        boolean good,
        String account,
        List<String> unknown,
        List<Refused> refusals,
        List<String> troubles) {
    private static final int MOST_REFUSALS = 20;
    private static final int ALL = 100;
    /** Words of a kind that are shown. */
    private static final int EXAMPLES = 5;

    public ImportModel {
        unknown = List.copyOf(unknown);
        refusals = List.copyOf(refusals);
        troubles = List.copyOf(troubles);
    }

    /**
     * A row that was refused.
     *
     * @param letter the number of its dead letter; 0 if it is not to be seen
     */
    public record Refused(String text, long letter) {}

    /** @param letters that are open and may be seen */
    static ImportModel of(Job job, List<DeadLetter> letters, Texts texts) {
        int percent = (int) (job.share() * ALL);
        boolean over = switch (job.state()) {
            case WAITING, RUNNING -> false;
            case DONE, FAILED, STOPPED -> true;
        };
        String state = switch (job.state()) {
            case WAITING -> texts.say(StartWords.WAITING);
            case RUNNING -> texts.say(StartWords.RUNNING, percent + " %");
            case DONE -> texts.say(StartWords.DONE);
            case FAILED -> texts.say(StartWords.FAILED);
            case STOPPED -> texts.say(StartWords.STOPPED);
        };
        boolean good = over && job.account().filter(a -> a.troubles().isEmpty()).isPresent();
        return new ImportModel(
                job.id(),
                state,
                over ? ALL : percent,
                over,
                good,
                job.account().map(a -> account(a, texts)).orElse(""),
                job.account().map(a -> unknown(a, texts)).orElse(List.of()),
                job.account().map(a -> refusals(a, letters, texts)).orElse(List.of()),
                job.account()
                        .map(a -> a.troubles().stream().map(t -> t.message()).toList())
                        .orElse(List.of()));
    }

    private static String account(ImportTally tally, Texts texts) {
        return texts.say(
                StartWords.ACCOUNT,
                Figures.count(tally.rows()),
                Figures.count(tally.events()),
                Figures.count(tally.duplicates()),
                Figures.count(tally.refused()));
    }

    private static List<String> unknown(ImportTally tally, Texts texts) {
        List<String> told = new ArrayList<>();
        unknown(told, StartWords.UNKNOWN_STATUSES, tally.statuses(), texts);
        unknown(told, StartWords.UNKNOWN_ISSUES, tally.issues(), texts);
        unknown(told, StartWords.UNKNOWN_CITIES, tally.cities(), texts);
        return told;
    }

    private static void unknown(List<String> told, StartWords kind, UnknownTexts words, Texts texts) {
        if (words.total() > 0) {
            String examples = words.top(EXAMPLES).stream()
                    .map(row -> "«" + row.text() + "»")
                    .collect(Collectors.joining(", "));
            told.add(texts.say(kind, Figures.count(words.total()), examples));
        }
    }

    private static List<Refused> refusals(ImportTally tally, List<DeadLetter> letters, Texts texts) {
        return tally.refusals().stream()
                .limit(MOST_REFUSALS)
                .map(r -> new Refused(
                        texts.say(StartWords.LINE, r.line(), RowReasons.say(r.reason(), texts.language())),
                        letter(r, letters)))
                .toList();
    }

    private static long letter(ImportTally.Refusal refusal, List<DeadLetter> letters) {
        return letters.stream()
                .filter(letter -> letter.line() == refusal.line()
                        && letter.source().equals(refusal.file())
                        && letter.reason().equals(refusal.reason()))
                .mapToLong(DeadLetter::number)
                .findFirst()
                .orElse(0);
    }
}
