package co.litper.cerebro.server.ask;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Factor;
import co.litper.cerebro.knowledge.ask.Inquiry;
import co.litper.cerebro.knowledge.ask.Measure;
import co.litper.cerebro.knowledge.ask.QuestionKind;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerPageTest {
    private static final Texts SPANISH = new Texts(Language.ES);
    private static final Condition COORDINADORA = new Condition(Factor.CARRIER, "COORDINADORA");
    private static final Condition PREPAID = new Condition(Factor.PAYMENT, "PREPAID");

    private static Inquiry inquiry(QuestionKind kind, Measure measure) {
        return new Inquiry(kind, measure, List.of(COORDINADORA), null, null, null, "", false);
    }

    private static Step step(Step.Kind kind, List<Condition> subject, Measure measure, Estimate figure, double p) {
        return new Step(kind, subject, List.of(), measure, figure, p, Set.of(), Double.NaN, List.of());
    }

    private static Answer notWorse(double here, double rest, double low, double high) {
        List<Condition> subject = List.of(COORDINADORA);
        Step level = step(Step.Kind.LEVEL, subject, Measure.LATE, new Estimate(here, 0, 1, 900), Double.NaN);
        Step others = step(Step.Kind.LEVEL, List.of(), Measure.LATE, new Estimate(rest, 0, 1, 900), Double.NaN);
        Step held =
                step(Step.Kind.DIFFERENCE, subject, Measure.LATE, new Estimate(here - rest, low, high, 1_800), 0.253);
        Step within = step(
                Step.Kind.CAUSE,
                List.of(COORDINADORA, PREPAID),
                Measure.LATE,
                new Estimate(0.2, 0.1, 0.3, 200),
                0.0001);
        return new Answer(
                inquiry(QuestionKind.WHY, Measure.LATE),
                new Answer.NotWorse(level, others, held, List.of(within)),
                List.of(level, others, held, within),
                Answer.Sureness.LOW);
    }

    @Test
    void aFalsePremiseIsContradictedWithBothFigures() {
        assertThat(AnswerPage.conclusion(notWorse(0.311, 0.343, -0.06, -0.004), SPANISH))
                .startsWith("Coordinadora no tiene más retrasos que el resto: 31,1 % frente a 34,3 %")
                .doesNotContain("explica", "causa");
    }

    @Test
    void aDifferenceThatMayBeLuckIsNotClaimed() {
        assertThat(AnswerPage.conclusion(notWorse(0.357, 0.343, -0.01, 0.038), SPANISH))
                .startsWith("No es seguro que Coordinadora tenga más retrasos que el resto: 35,7 % frente a 34,3 %;"
                        + " la diferencia puede ser azar")
                .doesNotContain("explica", "causa");
    }

    @Test
    void itIsToldWhatLateMeansWhereItIsCounted() {
        assertThat(AnswerPage.notes(notWorse(0.311, 0.343, -0.06, -0.004), SPANISH))
                .anyMatch(note -> note.startsWith("Tarde: de los envíos cuya fecha prometida ya pasó"));
    }

    @Test
    void aQuestionHowManyIsAnsweredWithTheCountBesideTheShare() {
        List<Condition> subject = List.of(COORDINADORA);
        Step count = step(Step.Kind.COUNT, subject, Measure.ISSUE, Estimate.count(1_274), Double.NaN);
        Step level =
                step(Step.Kind.LEVEL, subject, Measure.ISSUE, new Estimate(344 / 1_274.0, 0.2, 0.3, 1_274), Double.NaN);
        Answer answer = new Answer(
                inquiry(QuestionKind.HOW_MANY, Measure.ISSUE),
                new Answer.Told(level),
                List.of(count, level),
                Answer.Sureness.HIGH);

        assertThat(AnswerPage.conclusion(answer, SPANISH))
                .isEqualTo(
                        "Con Coordinadora: 1.274 envíos. Con novedad (abierta o ya resuelta): 344 de 1.274 (27,0 %).");
    }
}
