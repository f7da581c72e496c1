package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class ApprovalsInBrowserTest {
    @Test
    void oneKeyAnswersTheCardThatHasTheFocusAndTheNextOneTakesIt() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/approvals");
            Locator cards = omar.page().locator("#approvals .card");
            int before = cards.count();
            assertThat(before).isGreaterThan(2);
            String first = cards.first().getAttribute("id");
            omar.assertOpenToAll();

            cards.first().focus();
            omar.page().keyboard().press("s");
            omar.page()
                    .locator("#" + first.replace(".", "\\."))
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

            assertThat(omar.text()).contains(first.substring(2) + ": aprobada.");
            omar.refresh("/approvals");
            assertThat(omar.text())
                    .as("after the list was brought up to date")
                    .contains(first.substring(2) + ": aprobada.");
            omar.assertNoComplaints();
        }
    }

    @Test
    void theSecondOfTwoOperatorsIsToldWhoWasFirst() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar");
                Visitor olga = Visitor.at(FaceService.shared()).signIn("olga")) {
            olga.open("/approvals");
            Locator card = olga.page().locator("#approvals .card").last();
            String id = card.getAttribute("id");
            String decision = id.substring(2);
            omar.open("/approvals");
            omar.page().locator("#" + id.replace(".", "\\.") + " button.danger").click();
            omar.page().getByText(decision + ": rechazada.").waitFor();
            assertThat(approved(olga, decision, "'HX-Request': 'true',"))
                    .contains("omar respondió primero, no")
                    .doesNotContain("<html");
            assertThat(approved(olga, decision, ""))
                    .as("a page whose script is not there yet")
                    .contains("omar respondió primero, no")
                    .contains("<html");
            olga.assertNoComplaints();
        }
    }

    private static String approved(Visitor by, String decision, String header) {
        return (String) by.page()
                .evaluate(
                        "d => fetch('/approvals/' + d, {method: 'POST', headers: {" + header
                                + " 'Content-Type': 'application/x-www-form-urlencoded'}, body: 'approved=true'})"
                                + ".then(r => r.text())",
                        decision);
    }

    @Test
    void whoMayOnlyLookSeesNoButtons() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/approvals");

            assertThat(vera.page().locator("#approvals button").count()).isZero();
            assertThat(vera.text()).contains("Su rol solo permite ver.");
            vera.assertOpenToAll();
        }
    }
}
