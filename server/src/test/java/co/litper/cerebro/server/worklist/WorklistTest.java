package co.litper.cerebro.server.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.server.Goldens;
import co.litper.cerebro.server.Story;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorklistTest {
    private static final String PASTO = "52001";
    private static final String CALI = "76001";

    private final Story story = new Story();

    private Worklist list() {
        return Worklist.of(story.sources(), Story.MERCHANT, Story.NOW, true);
    }

    private ParcelFacts worth(long valueCop) {
        return story.facts("3001112233", PASTO, Carrier.COORDINADORA, valueCop, valueCop / 2);
    }

    private void tellAWholeDay() {
        story.person("María Fernanda Pérez", "3001112233", "Calle 18 # 25-30, barrio Centro");
        story.issue(
                "400010001",
                story.facts("3001112233", PASTO, Carrier.COORDINADORA, 129_900, 52_000),
                IssueReason.BAD_ADDRESS,
                3,
                Story.notTold(),
                Story.askAddress());
        story.issue(
                "700020002",
                story.facts("3109998877", CALI, Carrier.INTERRAPIDISIMO, 89_900, ParcelFacts.UNTOLD),
                IssueReason.RECIPIENT_UNAVAILABLE,
                76,
                Story.explored());
        story.erase(story.person("Se Borra", "3207776655", ""));
        story.issue(
                "030030003",
                story.facts("3207776655", "", Carrier.ENVIA, 65_000, 30_000),
                IssueReason.COD_ISSUE,
                150,
                Story.answer(Action.ASK_CASH, 0.75f));
        story.issue("900040004", worth(45_900), IssueReason.OTHER, 1);
        story.moved("500050005", worth(80_000), ShipmentState.IN_OFFICE, 100);
        story.moved("500060006", worth(80_000), ShipmentState.IN_OFFICE, 2);
        story.moved("600070007", worth(80_000), ShipmentState.IN_TRANSIT, 2);
    }

    @Test
    void thePageInSpanishIsAsApproved() {
        tellAWholeDay();
        Goldens.check("worklist_es.txt", WorklistPage.lines(list(), new Texts(Language.ES), 10));
    }

    @Test
    void thePageInEnglishIsAsApproved() {
        tellAWholeDay();
        Goldens.check("worklist_en.txt", WorklistPage.lines(list(), new Texts(Language.EN), 10));
    }

    @Test
    void everyLineFitsTheTerminal() {
        story.person("Un nombre muy largo que no cabe en ninguna columna", "3001112233", "x".repeat(300));
        story.issue("g".repeat(60), worth(999_999_999_999L), IssueReason.REMOTE_AREA, 1, Story.askAddress());
        assertThat(WorklistPage.lines(list(), new Texts(Language.ES), 10))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextTable.MOST_WIDTH));
    }

    @Test
    void whatIsOverdueComesFirstThenWhatWaitingCostsMost() {
        story.issue("cheap", worth(20_000), IssueReason.OTHER, 2);
        story.issue("dear", worth(200_000), IssueReason.OTHER, 2);
        story.issue("near", worth(20_000), IssueReason.OTHER, 9.9);
        story.issue("overdue", worth(20_000), IssueReason.OTHER, 80);
        story.issue("lapsed", worth(900_000), IssueReason.OTHER, 400);
        assertThat(list().items())
                .extracting(WorklistItem::guideNumber)
                .containsExactly("overdue", "dear", "near", "cheap", "lapsed");
    }

    @Test
    void theAnswerComesFromTheDecisionAboutTheNovedadThoughALaterOneDidNotAnswerIt() {
        long id = story.issue("g", worth(50_000), IssueReason.BAD_ADDRESS, 5, Story.askAddress());
        long later = story.decide("g", Story.notWatched());
        Proposal proposal = list().items().getFirst().proposal().orElseThrow();
        assertThat(later).isNotEqualTo(id);
        assertThat(proposal.decisionId()).isEqualTo(id);
        assertThat(proposal.action()).isEqualTo(Action.ASK_ADDRESS);
        assertThat(proposal.propensity()).isEqualTo(0.983);
        assertThat(proposal.runnerUp().orElseThrow().action()).isEqualTo(Action.HOLD_IN_OFFICE);
    }

    @Test
    void anotherMerchantsParcelsAreNotListed() {
        story.issue("g", worth(50_000), IssueReason.OTHER, 5);
        assertThat(Worklist.of(story.sources(), new MerchantId("otra"), Story.NOW, true)
                        .items())
                .isEmpty();
    }

    @Test
    void anErasedCustomerIsListedWithoutAnyData() {
        story.erase(story.person("Se Borra", "3207776655", "Carrera 1"));
        story.issue("g", story.facts("3207776655", CALI, Carrier.TCC, 1, 1), IssueReason.OTHER, 5, Story.askAddress());
        WorklistItem item = list().items().getFirst();
        assertThat(item.contact()).isEqualTo(Contact.ERASED);
        assertThat(item.script()).doesNotContain("Borra", "Carrera").startsWith("Buen día. Le hablamos");
    }

    @Test
    void pesosAtRiskAreMarginAndFreightBack() {
        story.issue("g", worth(100_000), IssueReason.OTHER, 5);
        assertThat(list().items().getFirst().riskCop()).isEqualTo(50_000 + 9_800);
        assertThat(list().items().getFirst().assumed()).isFalse();
        assertThat(list().riskCop()).isEqualTo(59_800);
    }

    @Test
    void jsonTellsAllCountsEvenWhereItShowsFew() {
        tellAWholeDay();
        var json = WorklistJson.of(list(), 1);
        assertThat(json.get("total").asInt()).isEqualTo(4);
        assertThat(json.get("items")).hasSize(1);
        assertThat(json.at("/items/0/guide").asText()).isEqualTo("700020002");
        assertThat(json.at("/items/0/proposal/explored").asBoolean()).isTrue();
    }

    @Test
    void everyReasonAndActionHasAPoliteScript() {
        for (IssueReason reason : IssueReason.values()) {
            for (Action action : Action.values()) {
                Story one = new Story();
                one.issue("g", worth(50_000), reason, 5, Story.answer(action, 0.5f));
                String script = Worklist.of(one.sources(), Story.MERCHANT, Story.NOW, false)
                        .items()
                        .getFirst()
                        .script();
                assertThat(script)
                        .as("%s × %s", reason, action)
                        .startsWith("Buen día")
                        .contains("guía g", "¿")
                        .endsWith("Muchas gracias.")
                        .doesNotContain("{", "null")
                        .hasSizeLessThan(400);
            }
        }
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(WorklistPage.lines(list(), new Texts(Language.EN), 10))
                .isEqualTo(List.of(
                        "Worklist · 2 Mar 2026 10:00 (Bogotá time)", "No open novedades. Nothing to do for now."));
    }
}
