package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.IssueReason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a novedad as carriers write it and tells its reason.
 *
 * <p>Case, accents, punctuation, gender and number do not count. The longest known phrase within the text decides, the
 * earlier of two equally long; phrases that tell why come before those that only tell that it failed. A negation before
 * a phrase takes its meaning away (SIN AVERIA). Pure and thread-safe; a text seen before costs one hash lookup, a new one time linear in its words.
 */
public final class IssueDictionary {
    /** Distinct texts remembered; carriers use some hundred wordings, free text is the rest. */
    private static final int CACHE = 8_192;
    /** Longer texts are free text, seldom seen twice, and not remembered. */
    private static final int LONGEST_CACHED = 120;

    private static final Set<String> NOTHING = Set.of(
            "",
            "NINGUN",
            "NINGUNO",
            "NINGUNA",
            "NO",
            "NA",
            "N A",
            "NULL",
            "NONE",
            "NO APLICA",
            "SIN NOVEDAD",
            "SIN NOVEDADES",
            "NO HAY NOVEDAD",
            "NO TIENE NOVEDAD",
            "NO PRESENTA NOVEDAD",
            "SIN DATOS",
            "0",
            "NAN");

    private static final Phrases<IssueReason> PHRASES = Phrases.of(IssueTable.phrases());
    private static final Phrases<IssueReason> VAGUE = Phrases.of(IssueTable.vaguePhrases());
    /** Words that say a reason only when they are the whole text. */
    private static final Phrases<IssueReason> WHOLE = Phrases.of(IssueTable.wholeTexts());

    private static final BoundedCache<String, IssueMeaning> SEEN = new BoundedCache<>(CACHE);

    private IssueDictionary() {}

    /** What {@code raw} says. */
    public static IssueMeaning read(String raw) {
        return raw.length() > LONGEST_CACHED ? resolve(raw) : SEEN.get(raw, IssueDictionary::resolve);
    }

    private static IssueMeaning resolve(String raw) {
        String form = Phrases.form(raw);
        if (NOTHING.contains(form)) {
            return new IssueMeaning.NoIssue();
        }
        IssueReason whole = WHOLE.whole(form);
        if (whole != null) {
            return new IssueMeaning.Recognised(whole);
        }
        IssueReason reason = within(Phrases.words(form));
        return reason == null ? new IssueMeaning.Unrecognised(Folding.fold(raw)) : new IssueMeaning.Recognised(reason);
    }

    /** The reason that a phrase within {@code words} (in form) names, or null. */
    static @Nullable IssueReason within(String[] words) {
        Phrases.Hit<IssueReason> hit = PHRASES.within(words);
        if (hit == null) {
            hit = VAGUE.within(words);
        }
        return hit == null ? null : hit.meaning();
    }
}
