package co.litper.cerebro.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesSayEveryPhraseWithTheSameValues() {
        for (Phrase phrase : Phrase.values()) {
            String spanish = phrase.in(Language.ES);
            String english = phrase.in(Language.EN);
            assertThat(spanish).as(phrase.name()).isNotBlank();
            assertThat(english).as(phrase.name()).isNotBlank();
            assertThat(places(english)).as(phrase.name()).isEqualTo(places(spanish));
        }
    }

    @Test
    void aShareWithItsBoundsIsNotBrokenOverTwoLines() {
        String told = Figures.percentBetween(0.53, 0.14, 0.24, 0);
        assertThat(told).doesNotContain(" ").contains("\u2060–\u2060");
        assertThat(told.replace("\u2060", "").replace('\u00a0', ' ')).isEqualTo("53 % (14 %–24 %)");
    }

    @Test
    void aWordThatGoesWithANumberAgreesWithIt() {
        Texts texts = new Texts(Language.ES);
        assertThat(texts.say(Phrase.WORKLIST_TOTALS, "1", "1", "0", "48 h", "$ 1"))
                .isEqualTo("1 novedad abierta · 1 vencida · 0 vencidas hace más de 48 h · $ 1 en riesgo");
        assertThat(texts.say(Phrase.WORKLIST_TOTALS, "1.001", "21", "1", "48 h", "$ 1"))
                .isEqualTo("1.001 novedades abiertas · 21 vencidas · 1 vencida hace más de 48 h · $ 1 en riesgo");
        assertThat(new Texts(Language.EN).say(Phrase.OWN_CASES, "1")).isEqualTo("1 own case");
        assertThat(texts.say(Phrase.WROTE_FILE, "2", "{0:a|b}")).isEqualTo("2 filas en {0:a|b}");
    }

    @Test
    void bothLanguagesHaveALabelOfTheirOwnForEveryWord() {
        for (Language language : Language.values()) {
            Texts texts = new Texts(language);
            assertThat(Stream.of(Action.values()).map(texts::action)).doesNotHaveDuplicates();
            assertThat(Stream.of(IssueReason.values()).map(texts::reason)).doesNotHaveDuplicates();
            assertThat(Stream.of(ShipmentState.values()).map(texts::state)).doesNotHaveDuplicates();
            assertThat(Stream.of(Question.values()).map(texts::question)).doesNotHaveDuplicates();
            assertThat(Stream.of(Autonomy.values()).map(texts::autonomy)).doesNotHaveDuplicates();
            assertThat(Stream.of(Guardrail.values()).map(texts::guardrail)).doesNotHaveDuplicates();
            assertThat(Stream.of(Outcome.values()).map(texts::outcome)).doesNotHaveDuplicates();
        }
    }

    @Test
    void figuresAreColombianWhateverTheMachine() {
        assertThat(Figures.pesos(45_900)).isEqualTo("$ 45.900");
        assertThat(Figures.pesos(-300)).isEqualTo("-$ 300");
        assertThat(Figures.pesos(1_234_567_890L)).isEqualTo("$ 1.234.567.890");
        assertThat(Figures.count(-1_000)).isEqualTo("-1.000");
        assertThat(Figures.decimal(1234.565, 1)).isEqualTo("1.234,6");
        assertThat(Figures.decimal(-0.04, 1)).isEqualTo("0,0");
        assertThat(Figures.decimal(Double.NaN, 1)).isEqualTo("–");
        assertThat(Figures.decimal(9.5e19, 1)).isEqualTo("95.000.000.000.000.000.000,0");
        assertThat(Figures.percent(0.725)).isEqualTo("73 %");
        assertThat(Figures.percent(0.725, 1)).isEqualTo("72,5 %");
    }

    @Test
    void timesAreBogotas() {
        Instant late = Instant.parse("2026-03-02T04:05:00Z");
        assertThat(Figures.dayTime(late, Language.ES)).isEqualTo("1 mar 23:05");
        assertThat(Figures.dayYearTime(late, Language.EN)).isEqualTo("1 Mar 2026 23:05");
        assertThat(Figures.span(Duration.ofMinutes(-200))).isEqualTo("3 h 20 min");
        assertThat(Figures.span(Duration.ofHours(52))).isEqualTo("2 d 4 h");
    }

    @Test
    void aTableCutsWhatIsTooWideAndKeepsControlsOut() {
        TextTable table = new TextTable(List.of(TextTable.Column.text("a", 5), TextTable.Column.number("n", 3)));
        table.row(List.of("demasiado", "1"));
        table.row(List.of("x\u001b[31m", "22"), "nota\nlarga");
        assertThat(table.lines())
                .containsExactly("a       n", "─────  ──", "dema…   1", "x [3…  22", "      nota larga");
    }

    @Test
    void aLanguageIsFoundByItsCode() {
        assertThat(Language.of(" EN ")).contains(Language.EN);
        assertThat(Language.of("es")).contains(Language.ES);
        assertThat(Language.of("fr")).isEmpty();
    }
}
