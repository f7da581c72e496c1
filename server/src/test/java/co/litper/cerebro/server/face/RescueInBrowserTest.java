package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class RescueInBrowserTest {
    @Test
    void theCardTellsDeadlineProposalAndScriptAndOneClickNotesWhatTheCustomerSaid() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            FaceService.shared().tell(RunningService.issue("rescue-1", "GRESC", "3007772001"));
            omar.open("/rescue");
            Locator card = omar.page().locator("#r-GRESC");
            assertThat(card.innerText())
                    .contains("Responder hasta")
                    .contains("El cerebro propone:")
                    .contains("Llamar a Ana María · 3007772001");
            card.locator("summary").click();
            omar.refresh("/rescue");
            assertThat(card.innerText())
                    .as("a script that is being read, after the list was brought up to date")
                    .contains("¿hablo con Ana María?");
            card.getByText("Acordó día y hora").click();

            omar.page().getByText("GRESC: Acordó día y hora.").waitFor();
            omar.assertOpenToAll();
            omar.assertNoComplaints();
        }
    }

    @Test
    void anAnsweredNovedadLeavesTheDesk() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            FaceService.shared().tell(RunningService.issue("rescue-2", "GGONE", "3007772002"));
            omar.open("/rescue");
            omar.page()
                    .locator("#r-GGONE")
                    .getByText("Volver a ofrecer", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            omar.page().getByText("GGONE: Volver a ofrecer.").waitFor();

            assertThat(omar.page().locator("#r-GGONE").count()).isZero();
            omar.assertNoComplaints();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/rescue");
            omar.page().keyboard().press("Tab");
            assertThat(omar.page().evaluate("() => document.activeElement.className"))
                    .isEqualTo("skip");
            omar.page().keyboard().press("Enter");
            omar.page().locator("#rescue .card").first().focus();
            String first = (String) omar.page().evaluate("() => document.activeElement.id");
            omar.page().keyboard().press("ArrowDown");
            String second = (String) omar.page().evaluate("() => document.activeElement.id");

            assertThat(first).startsWith("r-");
            assertThat(second).startsWith("r-").isNotEqualTo(first);
            omar.assertNoComplaints();
        }
    }

    @Test
    void whoMayOnlyLookIsToldOfNobody() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/rescue");

            assertThat(vera.text()).contains("Su rol no ve a quién llamar.").doesNotContain("Ana María");
            assertThat(vera.page().locator("#rescue button").count()).isZero();
        }
    }
}
