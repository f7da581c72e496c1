package co.litper.cerebro.server.replay;

import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Missing;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.PolicyWorth.Assumed;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;
import co.litper.cerebro.learn.replay.Span;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A replay as lines for a terminal: what the log tells, what is an assumption, and what was left out. */
public final class ReplayPage {
    /** Above this share of choices without outcome the rest leans to parcels that end soon. */
    private static final double MUCH = 0.1;

    private ReplayPage() {}

    /** The lines. */
    public static List<String> lines(Replayed replayed, Texts texts) {
        if (replayed.isEmpty()) {
            return empty(replayed, texts);
        }
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(Phrase.REPLAY_TITLE, replayed.policy(), replayed.against(), period(replayed, texts)));
        for (PolicyWorth worth : replayed.worths()) {
            lines.add("");
            add(worth, replayed.log().of(worth.question()), texts, lines);
        }
        lines.add("");
        lines.add(texts.say(Phrase.REPLAY_HARMLESS));
        return lines;
    }

    private static List<String> empty(Replayed replayed, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(Phrase.REPLAY_EMPTY, period(replayed, texts)));
        for (PolicyWorth worth : replayed.worths()) {
            ChoiceLog.Slice slice = replayed.log().of(worth.question());
            if (slice.immature() + slice.lookedBack() > 0) {
                lines.add("  " + texts.question(worth.question()) + " " + leftOut(slice, texts));
            }
        }
        return lines;
    }

    private static String period(Replayed replayed, Texts texts) {
        Period period = replayed.log().period();
        if (period.equals(Period.ALWAYS)) {
            return texts.say(Phrase.REPLAY_ALWAYS);
        }
        String from = period.from().equals(Instant.MIN) ? "…" : Figures.dayYearTime(period.from(), texts.language());
        String to = period.to().equals(Instant.MAX) ? "…" : Figures.dayYearTime(period.to(), texts.language());
        return from + " – " + to;
    }

    private static void add(PolicyWorth worth, ChoiceLog.Slice slice, Texts texts, List<String> lines) {
        lines.add(texts.say(
                Phrase.REPLAY_QUESTION,
                texts.question(worth.question()),
                Figures.count(worth.parcels()),
                Figures.count(worth.choices())));
        if (worth.parcels() > 0) {
            lines.add(texts.say(Phrase.REPLAY_LOGGED, pesos(worth.logged()), pesos(worth.logged() * worth.parcels())));
        }
        switch (worth.told()) {
            case FromLog(Span value, Span gain, Span weighted) -> {
                lines.add(texts.say(
                        Phrase.REPLAY_VALUE,
                        worth.policy(),
                        pesos(value.mean()),
                        pesos(value.low()),
                        pesos(value.high())));
                lines.add(texts.say(
                        Phrase.REPLAY_GAIN,
                        worth.against(),
                        pesos(gain.mean()),
                        pesos(gain.low()),
                        pesos(gain.high()),
                        pesos(gain.mean() * worth.parcels())));
                lines.add(support(worth, texts));
                lines.add(texts.say(
                        Phrase.REPLAY_WEIGHTED, pesos(weighted.mean()), pesos(weighted.low()), pesos(weighted.high())));
            }
            case Assumed assumed -> addAssumed(worth, assumed, texts, lines);
        }
        if (slice.immature() + slice.lookedBack() > 0) {
            lines.add("  " + leftOut(slice, texts));
        }
        if (slice.immatureShare() > MUCH) {
            lines.add("  " + texts.say(Phrase.REPLAY_IMMATURE, Figures.percent(slice.immatureShare())));
        }
    }

    private static void addAssumed(PolicyWorth worth, Assumed assumed, Texts texts, List<String> lines) {
        if (assumed.missing().contains(Missing.ANSWER)) {
            lines.add("  " + texts.say(Phrase.MISSING_ANSWER, worth.policy()));
            return;
        }
        lines.add(
                Double.isNaN(assumed.valueCop())
                        ? texts.say(Phrase.REPLAY_NOTHING, worth.policy())
                        : texts.say(Phrase.REPLAY_ASSUMED, worth.policy(), pesos(assumed.valueCop())));
        for (Missing missing : assumed.missing()) {
            lines.add("    – " + missing(missing, texts));
        }
        if (worth.effective() > 0) {
            lines.add(support(worth, texts));
        }
    }

    private static String support(PolicyWorth worth, Texts texts) {
        return texts.say(
                Phrase.REPLAY_SUPPORT,
                Figures.percent(worth.matched(), 1),
                Figures.count(Math.round(worth.effective())));
    }

    private static String missing(Missing missing, Texts texts) {
        return texts.say(
                switch (missing) {
                    case OUTCOMES -> Phrase.MISSING_OUTCOMES;
                    case ANSWER -> Phrase.MISSING_ANSWER;
                    case AUTONOMY -> Phrase.MISSING_AUTONOMY;
                    case MATURITY -> Phrase.MISSING_MATURITY;
                    case PARCELS -> Phrase.MISSING_PARCELS;
                    case AGREEMENT -> Phrase.MISSING_AGREEMENT;
                    case SUPPORT -> Phrase.MISSING_SUPPORT;
                    case VARIETY -> Phrase.MISSING_VARIETY;
                    case NUMBERS -> Phrase.MISSING_NUMBERS;
                });
    }

    private static String leftOut(ChoiceLog.Slice slice, Texts texts) {
        return texts.say(Phrase.REPLAY_LEFT_OUT, Figures.count(slice.immature()), Figures.count(slice.lookedBack()));
    }

    private static String pesos(double cop) {
        return Figures.pesos(Math.round(cop));
    }
}
