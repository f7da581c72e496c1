package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorInBrowserTest {
    @Test
    void whoIsOutsideIsLedToTheDoorAndBackToWhereTheyWanted() throws Exception {
        try (Visitor visitor = Visitor.at(FaceService.shared())) {
            visitor.open("/approvals");
            assertThat(visitor.path()).isEqualTo("/login");
            visitor.assertOpenToAll();

            visitor.page().locator("#name").fill("Ana");
            visitor.page().locator("#password").fill(Visitor.PASSWORD);
            visitor.page().locator("#password").press("Enter");
            visitor.page().waitForURL(url -> url.endsWith("/approvals"));

            assertThat(visitor.text()).contains("Aprobaciones");
            visitor.assertNoComplaints();
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutTellingWhich() throws Exception {
        try (Visitor visitor = Visitor.at(FaceService.shared())) {
            visitor.open("/login");
            visitor.page().locator("#name").fill("nadie");
            visitor.page().locator("#password").fill("no es la suya");
            visitor.page().locator("#password").press("Enter");
            visitor.page().waitForURL(url -> url.contains("problem"));

            assertThat(visitor.text()).contains("El nombre o la contraseña no son correctos.");
            visitor.assertOpenToAll();
            visitor.assertNoComplaints();
        }
    }

    @Test
    void aKeyInTheLinkOpensThePagesAndLeavesTheAddress() throws Exception {
        try (Visitor visitor = Visitor.at(FaceService.shared())) {
            visitor.open("/#operator");
            visitor.page().waitForURL(url -> !url.contains("login"));

            assertThat(visitor.page().url()).doesNotContain("operator");
            assertThat(visitor.text()).contains("Hoy");
            visitor.assertNoComplaints();
        }
    }

    @Test
    void theFirstUserIsMadeByTheLinkThatWasPrintedAndByNoOther(@TempDir Path folder) throws Exception {
        try (RunningService fresh = RunningService.start(folder);
                Visitor visitor = Visitor.at(fresh)) {
            visitor.open("/login");
            assertThat(visitor.text()).contains("Aún no hay usuarios");
            String link = fresh.firstDoor().orElseThrow().toString();
            visitor.open(link);
            visitor.assertOpenToAll();
            visitor.page().locator("#name").fill("Lucía");
            visitor.page().locator("#password").fill(Visitor.PASSWORD);
            visitor.page().locator("button.primary").click();
            visitor.page().waitForURL(url -> url.endsWith("/start"));

            assertThat(visitor.page().locator(".switches").innerText()).contains("lucía");
            assertThat(fresh.firstDoor()).isEmpty();
            visitor.open(link);
            assertThat(visitor.path()).isEqualTo("/login");
            visitor.assertNoComplaints();
        }
    }

    @Test
    void leavingEndsTheSession() throws Exception {
        try (Visitor visitor = Visitor.at(FaceService.shared())) {
            visitor.signInByForm("vera");
            visitor.page().getByText("Salir").click();
            visitor.page().waitForURL(url -> url.endsWith("/login"));
            visitor.open("/");

            assertThat(visitor.path()).isEqualTo("/login");
        }
    }
}
