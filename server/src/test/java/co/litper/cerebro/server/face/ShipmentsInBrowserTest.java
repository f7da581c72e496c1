package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.server.http.RunningService;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ShipmentsInBrowserTest {
    @Test
    void aShipmentIsFoundByItsGuideAndItsStoryTellsWhatWasDecidedAndWhy() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/shipments");
            omar.page().locator("#text").fill("G2");
            omar.page().locator("#text").press("Enter");
            omar.page()
                    .locator("tbody a")
                    .getByText("G2", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();
            omar.page().waitForURL(url -> url.endsWith("/shipments/G2"));

            assertThat(omar.text())
                    .contains("Envío G2")
                    .contains("Novedad: Dirección errada")
                    .contains("Ana María");
            omar.page().locator(".story a").first().click();
            omar.page().waitForURL(url -> url.contains("/decisions/"));
            assertThat(omar.text())
                    .contains("Qué más se consideró")
                    .contains("Cambiaría si")
                    .contains("elegida");
            omar.assertNoComplaints();
        }
    }

    @Test
    void aPhoneAndANameFindTheirShipmentsAndStandInNoAddress() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/shipments");
            for (String text : new String[] {"300 111 2203", "maría ana"}) {
                omar.page().locator("#text").fill(text);
                omar.page().locator("#text").press("Enter");
                omar.page().locator("tbody a").getByText("G3").first().waitFor();
                assertThat(omar.page().url()).doesNotContain("300").doesNotContain("mar");
            }
            omar.assertNoComplaints();
        }
    }

    @Test
    void whoMayOnlyLookSeesNoPersonAndNoButton() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/shipments/G2");

            assertThat(vera.text())
                    .contains("Su rol no ve datos personales.")
                    .doesNotContain("Ana María")
                    .doesNotContain("300111");
            assertThat(vera.page().locator("main button").count()).isZero();
            vera.open("/shipments?number=G2");
            assertThat(vera.page().locator("tbody a").first().innerText()).isEqualTo("G2");
        }
    }

    @Test
    void whatIsNotedByHandStandsInTheStory() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            FaceService.shared()
                    .tell(co.litper.cerebro.server.http.RunningService.issue("hand-1", "GHAND", "3007770001"));
            omar.open("/shipments/GHAND");
            omar.page().getByText("Dio otra dirección").click();
            omar.page().waitForURL(url -> url.contains("told="));

            assertThat(omar.text())
                    .contains("Registrado: Dio otra dirección.")
                    .contains("El cliente respondió: Dio otra dirección");
            omar.page().getByText("Dejar en oficina").first().click();
            omar.page().getByText("Registrado: Dejar en oficina.").waitFor();
            assertThat(omar.text()).contains("Novedad respondida: Dejar en oficina");
            assertThat(omar.page().getByText("Actuar a mano").count()).isZero();
            omar.assertNoComplaints();
        }
    }

    @Test
    void severalNovedadesAreAnsweredAtOnce() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            for (int i = 1; i <= 3; i++) {
                FaceService.shared()
                        .tell(co.litper.cerebro.server.http.RunningService.issue(
                                "bulk-" + i, "GBULK" + i, "300777100" + i));
            }
            omar.open("/shipments?number=GBULK&open=true");
            for (int i = 1; i <= 2; i++) {
                omar.page().locator("[name=\"pick.GBULK" + i + "\"]").check();
            }
            omar.page().locator("#answer").selectOption("redeliver");
            omar.page().getByText("Marcar la novedad como respondida").click();

            omar.page().getByText("2 marcadas: Volver a ofrecer.").waitFor();
            assertThat(omar.page().locator("[name=\"pick.GBULK1\"]").count()).isZero();
            assertThat(omar.page().locator("[name=\"pick.GBULK3\"]").count()).isOne();
            omar.assertNoComplaints();
        }
    }

    @Test
    void theListComesAsAWorkbook() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/shipments?state=ISSUE");
            Download download = omar.page()
                    .waitForDownload(
                            () -> omar.page().getByText("Descargar Excel").click());

            byte[] bytes = Files.readAllBytes(download.path());
            assertThat(download.suggestedFilename()).isEqualTo("cerebro-envios.xlsx");
            assertThat(new String(bytes, 0, 2, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .isEqualTo("PK");
        }
    }

    @Test
    void anAdminForgetsACustomerAndTheStoryStaysWithoutAPerson() throws Exception {
        FaceService.shared().tell(RunningService.issue("forget-1", "GFORGET", "3007778001"));
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar");
                Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            omar.open("/shipments/GFORGET");
            assertThat(omar.text()).contains("3007778001").doesNotContain("Olvidar a este cliente");
            ana.open("/shipments/GFORGET");
            ana.page().getByText("Olvidar a este cliente").click();
            ana.assertOpenToAll();
            BoundingBox box = ana.page().locator("input[name=sure]").boundingBox();
            BoundingBox label =
                    ana.page().locator("label:has(> input[name=sure])").boundingBox();
            assertThat(box.height).as("height of the checkbox").isLessThanOrEqualTo(24.5);
            assertThat(box.y + box.height / 2)
                    .as("the checkbox stands beside its words, not above them")
                    .isCloseTo(label.y + label.height / 2, within(4.0));
            ana.page().getByText("Sé que no se puede deshacer").click();
            ana.page().getByText("Borrar sus datos").click();
            ana.page().waitForURL(url -> url.endsWith("/shipments/GFORGET"));

            assertThat(ana.text())
                    .doesNotContain("3007778001")
                    .doesNotContain("Ana María")
                    .contains("Historia");
            ana.assertNoComplaints();
        }
    }
}
