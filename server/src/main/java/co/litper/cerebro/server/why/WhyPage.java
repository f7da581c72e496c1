package co.litper.cerebro.server.why;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.receipt.Receipt;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.CityCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An explanation as lines for a terminal. */
public final class WhyPage {
    /** A page has no more lines: a rule's question takes three at most, the other two five each, all else nine. */
    public static final int MOST_LINES = 25;

    private static final int MOST_REASONS = 3;

    private final Explanation explanation;
    private final Decision decision;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private WhyPage(Explanation explanation, Texts texts) {
        this.explanation = explanation;
        this.decision = explanation.receipt().decision();
        this.texts = texts;
    }

    /** The lines, at most {@link #MOST_LINES}, each at most {@link TextTable#MOST_WIDTH} characters. */
    public static List<String> lines(Explanation explanation, Texts texts, Function<CityCode, String> cityNames) {
        WhyPage page = new WhyPage(explanation, texts);
        page.head(cityNames);
        for (Choice choice : page.decision.choices()) {
            page.lines.addAll(ChoiceLines.of(choice, explanation, texts));
        }
        page.forecast();
        page.foot();
        return page.lines.stream().map(WhyPage::fit).toList();
    }

    /**
     * An explanation in whole sentences, for pages that have room.
     *
     * @param head what, when, because of what
     * @param choices of each choice its lines: question and answer, then what it is worth, what would flip it
     * @param forecast what was expected, then the features that swayed it
     * @param foot limits, model, result
     */
    public record Told(List<String> head, List<List<String>> choices, List<String> forecast, List<String> foot) {
        public Told {
            head = List.copyOf(head);
            choices = List.copyOf(choices);
            forecast = List.copyOf(forecast);
            foot = List.copyOf(foot);
        }
    }

    /** The same in parts, uncut. */
    public static Told told(Explanation explanation, Texts texts, Function<CityCode, String> cityNames) {
        WhyPage page = new WhyPage(explanation, texts);
        page.head(cityNames);
        List<String> head = page.taken();
        List<List<String>> choices = page.decision.choices().stream()
                .map(choice -> ChoiceLines.essential(choice, explanation, texts).stream()
                        .map(String::strip)
                        .toList())
                .toList();
        page.forecast();
        List<String> forecast = page.taken();
        page.foot();
        return new Told(head, choices, forecast, page.taken());
    }

    private List<String> taken() {
        List<String> taken = lines.stream().map(String::strip).toList();
        lines.clear();
        return taken;
    }

    private static String fit(String line) {
        int indent = line.length() - line.stripLeading().length();
        return " ".repeat(indent) + TextTable.cut(line.strip(), TextTable.MOST_WIDTH - indent);
    }

    private void head(Function<CityCode, String> cityNames) {
        Receipt receipt = explanation.receipt();
        String when = Figures.dayYearTime(Instant.ofEpochMilli(decision.atMs()), texts.language());
        String what = explanation
                .parcel()
                .map(p -> number(p) + " · " + texts.carrier(p.carrier()) + " → " + cityNames.apply(p.destination())
                        + " · " + texts.state(p.state()))
                .orElseGet(() -> texts.say(Phrase.PARCEL_UNKNOWN));
        lines.add(Decision.label(decision.id()) + " · " + when + " · " + what);
        String recorded = Figures.dayYearTime(receipt.cause().recordedAt(), texts.language());
        String because =
                texts.say(Phrase.BECAUSE_OF, receipt.cause().event().type().wire(), recorded);
        lines.add(decision.observed() ? because + " · " + texts.say(Phrase.OBSERVED) : because);
    }

    private String number(ParcelState parcel) {
        return parcel.guideNumber().isEmpty()
                ? texts.say(Phrase.ORDER) + " " + parcel.orderId()
                : texts.say(Phrase.GUIDE) + " " + parcel.guideNumber();
    }

    private void forecast() {
        Forecast f = decision.forecast();
        lines.add(texts.say(
                Phrase.FORECAST,
                Figures.percent(f.delay()),
                Figures.percent(f.issue()),
                Figures.percent(f.giveBack()),
                Figures.decimal(f.etaDays(), 1),
                Figures.decimal(f.etaLowDays(), 1),
                Figures.decimal(f.etaHighDays(), 1)));
        reasons();
        if (decision.issue() != null) {
            lines.add(texts.say(Phrase.FORECAST_AT_ISSUE));
        }
    }

    private void reasons() {
        if (decision.reasons().isEmpty()) {
            lines.add(texts.say(Phrase.NO_REASONS));
            return;
        }
        Optional<FeatureRow> row = FeatureText.row(decision.features());
        int number = 1;
        for (Reason r : decision.reasons().stream().limit(MOST_REASONS).toList()) {
            String weight = (r.weight() < 0 ? "" : "+") + Figures.decimal(r.weight(), 2);
            lines.add(texts.say(
                    r.weight() < 0 ? Phrase.REASON_DOWN : Phrase.REASON_UP,
                    number++,
                    FeatureText.of(r, row, texts),
                    target(r.target()),
                    weight));
        }
    }

    private String target(int target) {
        return texts.say(target == 0 ? Phrase.DELAY : target == 1 ? Phrase.ISSUE : Phrase.RETURN);
    }

    private void foot() {
        SortedSet<Guardrail> hit = new TreeSet<>();
        decision.choices().forEach(c -> hit.addAll(c.guardrails()));
        lines.add(
                hit.isEmpty()
                        ? texts.say(Phrase.NO_LIMITS)
                        : texts.say(
                                Phrase.LIMITS,
                                hit.stream().map(texts::guardrail).collect(Collectors.joining(" · "))));
        long evidence = decision.forecast().evidence();
        lines.add(texts.say(
                evidence == 0 ? Phrase.MODEL_COLD : Phrase.MODEL, decision.snapshot(), Figures.count(evidence)));
        lines.add(explanation
                .outcome()
                .map(o -> texts.say(
                        Phrase.RESULT,
                        texts.outcome(o.outcome()),
                        Figures.decimal(o.reward().points(), 1),
                        Figures.pesos(o.reward().cop())))
                .orElseGet(() -> texts.say(Phrase.RESULT_OPEN)));
    }
}
