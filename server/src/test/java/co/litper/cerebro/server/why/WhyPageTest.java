package co.litper.cerebro.server.why;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Keys;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.server.Goldens;
import co.litper.cerebro.server.Story;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WhyPageTest {
    private final Story story = new Story();
    private final ParcelFacts facts = story.facts("3001112233", "52001", Carrier.COORDINADORA, 79_900, 42_000);

    private Explanation.Found find(String text) {
        return Explanation.find(text, Story.MERCHANT, story.view(), story.log());
    }

    private List<String> page(String text, Language language) {
        Explanation.Explained found = (Explanation.Explained) find(text);
        return WhyPage.lines(
                found.explanation(), new Texts(language), story.sources().cityNames());
    }

    private long novedad() {
        return story.issue(
                "400010001",
                facts,
                IssueReason.BAD_ADDRESS,
                30,
                Story.notTold(),
                Story.notWatched(),
                Story.askAddress());
    }

    private void delivered(long id) {
        Settled settled = new Settled(
                id,
                Keys.guide(Story.MERCHANT, "400010001"),
                Outcome.ISSUE_RESOLVED,
                new Reward(1.4, 26_400),
                false,
                false,
                1.1f,
                Action.ASK_ADDRESS,
                true,
                "",
                1,
                true);
        story.scan("400010001", Carrier.COORDINADORA, ShipmentState.DELIVERED, Story.NOW, List.of(settled));
    }

    @Test
    void thePageInSpanishIsAsApproved() {
        delivered(novedad());
        Goldens.check("why_es.txt", page("D1", Language.ES));
    }

    @Test
    void thePageInEnglishIsAsApproved() {
        delivered(novedad());
        Goldens.check("why_en.txt", page("d1.0", Language.EN));
    }

    @Test
    void aGuideLeadsToItsLastDecision() {
        novedad();
        story.decide("400010001", Story.notWatched());
        assertThat(page("400010001", Language.ES).getFirst()).startsWith("D2 · ");
    }

    @Test
    void anOpenDecisionSaysThatNothingIsKnownYet() {
        novedad();
        assertThat(page("D1", Language.EN).getLast()).isEqualTo("Result: not known yet");
    }

    @Test
    void aChoiceOfChanceSaysWhatThePolicyWouldHaveTaken() {
        story.issue("g", facts, IssueReason.RECIPIENT_UNAVAILABLE, 1, Story.explored());
        assertThat(page("D1", Language.EN))
                .anyMatch(line -> line.contains("Without exploration “Ask for day and time” would have been taken"))
                .anyMatch(line -> line.contains("propensity 0,007"));
    }

    @Test
    void whichFigureHoldsForAShipmentWithANovedadIsTold() {
        novedad();
        assertThat(page("D1", Language.ES))
                .anyMatch(line -> line.startsWith("Ya tiene novedad: para la entrega vale el % de cada respuesta"));
    }

    @Test
    void whatTheRunnerUpLacksMakesItEqual() {
        Choice choice = Story.askAddress();
        Flip.Rate flip = (Flip.Rate) Flip.of(choice, 0, 0, 47_700).orElseThrow();
        assertThat(flip.runnerUp()).isEqualTo(Action.HOLD_IN_OFFICE);
        assertThat(flip.lacksCop()).isEqualTo(2_100);
        assertThat(flip.neededRate()).isBetween(0.898, 0.9);
    }

    @Test
    void whatNoRescueRateCanMakeUpForIsToldInPesos() {
        assertThat(Flip.of(Story.askAddress(), 0, 0, 10_000).orElseThrow()).isInstanceOf(Flip.Pesos.class);
    }

    @Test
    void fourQuestionsFitThePage() {
        Choice carrier = new Choice(
                Question.CARRIER,
                Story.askAddress().bids(),
                4,
                0.9,
                4,
                Story.askAddress().autonomy(),
                Story.notTold().guardrails());
        story.issue("g", facts, IssueReason.OTHER, 1, carrier, Story.notTold(), Story.notWatched(), Story.askAddress());
        assertThat(page("D1", Language.ES))
                .hasSizeLessThanOrEqualTo(WhyPage.MOST_LINES)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextTable.MOST_WIDTH));
    }

    @Test
    void anUnknownDecisionLeadsToTheNearest() {
        long id = novedad();
        assertThat(find("D900")).isEqualTo(new Explanation.Unknown(OptionalLong.of(id)));
        assertThat(find("D0")).isInstanceOf(Explanation.Unknown.class);
        assertThat(find("nada")).isEqualTo(new Explanation.Unknown(OptionalLong.empty()));
    }

    @Test
    void aParcelWithoutDecisionIsToldApartFromAnUnknownOne() {
        story.moved("quiet", facts, ShipmentState.IN_TRANSIT, 1);
        assertThat(find("quiet")).isEqualTo(new Explanation.Undecided());
    }

    @Test
    void jsonHoldsEveryBidAndTheEvent() {
        delivered(novedad());
        var json = WhyJson.of(((Explanation.Explained) find("D1")).explanation());
        assertThat(json.get("decision").asText()).isEqualTo(Decision.label(Decision.idOf(1, 0)));
        assertThat(json.at("/choices/2/bids")).hasSize(6);
        assertThat(json.at("/choices/2/propensity").asDouble()).isEqualTo(0.983);
        assertThat(json.at("/event/type").asText()).isEqualTo("guide.updated");
        assertThat(json.at("/outcome/cop").asLong()).isEqualTo(26_400);
    }
}
