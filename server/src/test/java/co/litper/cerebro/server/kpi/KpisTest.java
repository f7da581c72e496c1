package co.litper.cerebro.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Keys;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.server.Story;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpisTest {
    private final Story story = new Story();
    private final ParcelFacts facts = story.facts("3001112233", "52001", Carrier.TCC, 50_000, 20_000);

    private Kpis kpis() {
        return Kpis.of(story.view(), story.log(), Story.MERCHANT, Story.NOW);
    }

    @Test
    void rescuedReturnedAndOpenNovedadesAreToldApart() {
        long id = story.issue("1", facts, IssueReason.OTHER, 30, Story.askAddress());
        Settled settled = new Settled(
                id,
                Keys.guide(Story.MERCHANT, "1"),
                Outcome.ISSUE_RESOLVED,
                new Reward(1.4, 12_000),
                true,
                false,
                1,
                Action.ASK_ADDRESS,
                true,
                "",
                1,
                true);
        story.scan("1", Carrier.TCC, ShipmentState.DELIVERED, Story.NOW, List.of(settled));
        story.issue("2", facts, IssueReason.OTHER, 40);
        story.scan("2", Carrier.TCC, ShipmentState.RETURNED, Story.NOW, List.of());
        story.issue("3", facts, IssueReason.OTHER, 2);
        Kpis kpis = kpis();
        assertThat(kpis.all().parcels()).isEqualTo(3);
        assertThat(kpis.all().openIssues()).isEqualTo(1);
        assertThat(kpis.all().endedWithIssue()).isEqualTo(2);
        assertThat(kpis.all().rescueShare()).isEqualTo(0.5);
        assertThat(kpis.all().returnShare()).isEqualTo(0.5);
        assertThat(kpis.carriers().firstKey()).isEqualTo(Carrier.TCC);
        assertThat(kpis.calibration().settled()).isEqualTo(1);
        assertThat(kpis.calibration().cop()).isEqualTo(12_000);
        assertThat(kpis.calibration().happened()).isEqualTo(1);
        assertThat(kpis.calibration().foreseen()).isEqualTo(0.32f);
        assertThat(KpiJson.of(kpis).at("/delay/mature").asInt()).isEqualTo(1);
    }

    @Test
    void withoutParcelsThePageHasDashesInsteadOfShares() {
        assertThat(KpiPage.lines(kpis(), new Texts(Language.ES)))
                .contains("Calibración del retraso: aún no hay decisiones maduras")
                .anyMatch(line -> line.startsWith("Entregadas a tiempo: – de 0"));
    }
}
