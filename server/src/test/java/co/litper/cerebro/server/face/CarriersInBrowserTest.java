package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import org.junit.jupiter.api.Test;

class CarriersInBrowserTest {
    private static void sent(String guide, String carrier, String to) throws Exception {
        FaceService.shared()
                .tell(RunningService.event(
                        "map-" + guide,
                        "guide.updated",
                        "{\"guideNumber\":\"" + guide
                                + "\",\"rawStatus\":\"EN TRANSITO\",\"state\":\"IN_TRANSIT\",\"parcel\":{"
                                + "\"origin\":\"11001\",\"destination\":\"" + to + "\",\"carrier\":\"" + carrier
                                + "\",\"valueCop\":90000}}"));
    }

    @Test
    void theMapShowsCitiesAndLanesAndTheTablesTheSameFigures() throws Exception {
        sent("GMAP1", "TCC", "52001");
        sent("GMAP2", "TCC", "05001");
        sent("GMAP3", "TCC", "05001");
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/carriers");
            assertThat(vera.page().locator(".map .lane").count()).isGreaterThanOrEqualTo(2);
            assertThat(vera.page().locator(".map circle").count()).isGreaterThanOrEqualTo(2);
            assertThat(vera.page().locator(".map svg").textContent())
                    .contains("Bogotá, D.C. → Medellín: 2")
                    .contains("Medellín: 2 envíos");

            vera.page().locator("#city").fill("pasto");
            vera.page().locator("#city").press("Enter");
            vera.page().waitForURL(url -> url.contains("city=pasto"));
            assertThat(vera.text()).contains("Hacia Pasto, por transportadora").doesNotContain("Medellín\t");
            vera.open("/carriers?city=nowhere");
            assertThat(vera.text()).contains("No se sabe cuál es esa ciudad.");

            vera.open("/carriers");
            vera.page().locator("th a").getByText("TCC").first().click();
            vera.page().waitForURL(url -> url.contains("carrier=TCC"));
            assertThat(vera.text()).contains("Rutas de TCC");
            vera.page().locator("th a").getByText("TCC").last().click();
            vera.page().waitForURL(url -> url.contains("/shipments?carrier=TCC"));
            vera.assertNoComplaints();
        }
    }

    @Test
    void aCarrierWhoseShipmentsTellNoOriginHasNoLanes() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/carriers?carrier=ENVIA");

            assertThat(vera.page().locator(".map .lane").count()).isZero();
            assertThat(vera.text()).contains("no se dibujan rutas");
        }
    }
}
