package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.world.Clock;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class LearningInBrowserTest {
    private static void endedWell(String guide, String phone) throws Exception {
        RunningService service = FaceService.shared();
        service.tell(RunningService.issue("learn-" + guide, guide, phone));
        service.tell(RunningService.event(
                "learn-end-" + guide,
                "guide.updated",
                "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"ENTREGADO\",\"state\":\"DELIVERED\"}"));
    }

    @Test
    void chartsHaveTheirFiguresInATableBesideThem() throws Exception {
        for (int i = 1; i <= 3; i++) {
            endedWell("GLEARN" + i, "300888000" + i);
        }
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/learning");

            assertThat(vera.page().locator(".chart canvas").count()).isEqualTo(3);
            assertThat(vera.page().locator("#weeks tbody tr").count()).isPositive();
            assertThat(vera.page().locator("#arms").innerText()).contains("¿Qué hacer con la novedad?");
            assertThat(vera.text()).contains("Error de calibración esperado").contains("Devolución");
            assertThat(vera.page().locator("main button").count()).isZero();
            vera.assertOpenToAll();
            vera.assertNoComplaints();
        }
    }

    @Test
    void aChangeOfSettingsIsAppliedAndTakenBack() throws Exception {
        long now = Clock.system().now().toEpochMilli();
        FaceService.shared()
                .installation()
                .submitOwn(
                        "learning-change",
                        Subjects.SYSTEM,
                        new ConfigurationChanged(
                                "improvement.1",
                                "1|exploration.rate|0.02|0.03|WAITING|" + now + "|0|120000.0|40000.0|200000.0|0.97",
                                "test"))
                .get();
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/learning");
            Locator change = ana.page().locator("#changes .card").first();
            assertThat(change.innerText())
                    .contains("exploration.rate: 0.02 → 0.03")
                    .contains("$ 120.000");
            change.getByText("Aplicar").click();
            ana.page().getByText("Cambio 1: aplicado, midiéndose.").waitFor();
            assertThat(FaceService.shared().get("viewer", "/api/v1/settings").text())
                    .contains("0.03");

            ana.page().locator("#changes").getByText("Deshacer").click();
            ana.page().getByText("Cambio 1: deshecho.").waitFor();
            assertThat(ana.page().locator("#changes button").count()).isZero();
            ana.assertNoComplaints();
        }
    }

    @Test
    void theReportIsMadeWhenAskedFor() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/learning");
            ana.page().getByText("Hacer el informe ahora").click();
            ana.page().locator("h1").getByText("Informe de automejora").waitFor();

            assertThat(ana.page().locator("pre").innerText()).isNotBlank();
            ana.assertOpenToAll();
            ana.assertNoComplaints();
        }
    }
}
