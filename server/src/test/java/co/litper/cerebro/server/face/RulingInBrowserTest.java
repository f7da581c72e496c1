package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulingInBrowserTest {
    @Test
    void anAdminStopsEverythingWithOneButtonAndLetsItGoAgain() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/autonomy");
            ana.page().getByText("Detener todo").click();
            ana.page().getByText("Todo está en pausa").waitFor();
            ana.page().getByText("Reanudar todo").click();
            ana.page().getByText("Detener todo").waitFor();

            ana.assertNoComplaints();
        }
    }

    @Test
    void anAdminMakesAUserWhoMaySignInAndTakesItAway() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana");
                Visitor nora = Visitor.at(FaceService.shared())) {
            ana.open("/system");
            ana.page().locator("input[name=name]").fill("Nora");
            ana.page().locator("input[name=password]").fill(Visitor.PASSWORD);
            ana.page().getByText("Crear usuario").click();
            ana.page().getByText("nora: listo.").waitFor();
            nora.signInByForm("nora");
            assertThat(nora.path()).isEqualTo("/");

            ana.page().locator("button[value=nora]").click();
            ana.page().getByText("user.remove").first().waitFor();
            nora.open("/");
            assertThat(nora.path()).isEqualTo("/login");
            ana.assertNoComplaints();
        }
    }

    @Test
    void whoMayOnlyLookSeesTheBrakeAndNoButton() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/autonomy");

            assertThat(vera.text()).contains("Solo quien administra cambia esto.");
            assertThat(vera.page().locator("main button").count()).isZero();
        }
    }
}
