package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cities whose customers are left alone. */
class QuietCityTest {
    private static final String CALI = "pause.contacts.76001";

    private final World world = new World(ms -> ms + Duration.ofHours(2).toMillis()).letAct();

    @AfterEach
    void close() {
        world.close();
    }

    private void novedad(String guide) {
        world.live(World.guide(guide, "", World.person(guide.hashCode() & 0xffff)));
        world.live(World.issue(guide, IssueReason.BAD_ADDRESS));
    }

    @Test
    void whileACityIsQuietItsNovedadesAreAnsweredWithoutACustomerAndTheReceiptSaysWhy() {
        world.set(CALI, "true");
        novedad("g1");
        world.pass(Duration.ofHours(3)).tick();

        assertThat(world.actionsSent()).noneMatch(Action::contactsCustomer);
        List<Guardrail> hit = new ArrayList<>();
        for (long at = 1; at < world.log.end(); at++) {
            for (Fact fact : FactsCodec.decode(world.log.at(at).orElseThrow().facts())) {
                if (fact instanceof Decision decision) {
                    decision.choices().forEach(choice -> hit.addAll(choice.guardrails()));
                }
            }
        }
        assertThat(hit).contains(Guardrail.PAUSED);
    }

    @Test
    void aMessageThatWaitsForItsHourStaysWhileTheCityIsQuietAndLeavesThereafter() {
        world.letOnly(Action.ASK_ADDRESS);
        novedad("g2");
        world.set(CALI, "true").pass(Duration.ofHours(3)).tick();
        assertThat(world.sent).isEmpty();

        world.set(CALI, "false").pass(Duration.ofMinutes(1)).tick();
        assertThat(world.actionsSent()).containsExactly(Action.ASK_ADDRESS);
    }

    @Test
    void onlyWhatReachesCustomersOfThatCityIsHeldBack() {
        Settings settings = Settings.of(Map.of(CALI, "true", "pause.contacts.05001", "false"));

        assertThat(settings.isPaused(Action.ASK_TIME, new CityCode("76001"))).isTrue();
        assertThat(settings.isPaused(Action.CALL_CUSTOMER, new CityCode("76001")))
                .isTrue();
        assertThat(settings.isPaused(Action.REDELIVER, new CityCode("76001"))).isFalse();
        assertThat(settings.isPaused(Action.ASK_TIME, new CityCode("05001"))).isFalse();
        assertThat(settings.isPaused(Action.ASK_TIME, CityCode.UNKNOWN)).isFalse();
    }
}
