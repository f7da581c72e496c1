package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class KnowledgeInBrowserTest {
    private static void ended(String guide, String state) throws Exception {
        FaceService.shared()
                .tell(RunningService.event(
                        "know-" + guide,
                        "guide.updated",
                        "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"X\",\"state\":\"" + state
                                + "\",\"rawIssue\":\"DIRECCION ERRADA\",\"issue\":\"BAD_ADDRESS\",\"parcel\":{"
                                + "\"destination\":\"52001\",\"carrier\":\"TCC\",\"valueCop\":90000}}"));
    }

    @Test
    void aQuestionIsAnsweredWithItsShipmentsAndWhatIsTiedToThem() throws Exception {
        ended("GKNOW1", "RETURNED");
        ended("GKNOW2", "DELIVERED");
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/");
            vera.page().locator(".places a").getByText("Conocimiento").click();
            vera.page().waitForURL(url -> url.endsWith("/knowledge"));
            assertThat(vera.page().locator(".examples li").count()).isGreaterThanOrEqualTo(15);

            vera.page().locator("input[name=question]").fill("¿Cuántos envíos a Pasto tienen novedad?");
            vera.page().locator("input[name=question]").press("Enter");
            vera.page().waitForURL(url -> url.contains("question="));

            assertThat(vera.text()).contains("Cómo se llegó a esto").contains("Lo que se recuerda");
            Locator guide =
                    vera.page().locator(".steps a[href^='/shipments/GKNOW']").first();
            assertThat(guide.count()).isOne();
            assertThat(vera.page().locator(".graph a[aria-label=Pasto]").count())
                    .isOne();
            vera.assertNoComplaints();
            guide.click();
            vera.page().waitForURL(url -> url.contains("/shipments/GKNOW"));
        }
    }

    @Test
    void aNodeLeadsToItsNeighboursAndTheTableTellsTheSame() throws Exception {
        ended("GKNOW1", "RETURNED");
        ended("GKNOW2", "DELIVERED");
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/knowledge?around=CITY%3A52001");
            assertThat(vera.page().locator("#graph table").innerText())
                    .contains("TCC")
                    .contains("atiende")
                    .contains("Nariño");

            vera.page().locator(".graph a[aria-label=TCC]").focus();
            vera.page().keyboard().press("Enter");
            vera.page().waitForURL(url -> url.contains("CARRIER"));

            assertThat(vera.page().locator(".graph circle.centre").count()).isOne();
            assertThat(vera.page().locator("#graph table").innerText()).contains("Pasto");
            vera.assertNoComplaints();
        }
    }

    @Test
    void whatCannotBeReadAsANodeIsToldAsAPage() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/knowledge?around=DRAGON:1");

            assertThat(vera.text()).contains("around");
            assertThat(vera.takeComplaints()).allMatch(text -> text.contains("400"));
        }
    }
}
