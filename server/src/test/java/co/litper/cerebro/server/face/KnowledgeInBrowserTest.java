package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.http.RunningService;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void thePastIsShownAsItWasKnownThen(@TempDir Path folder) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T15:00:00Z"));
        try (RunningService service =
                new RunningService(RunningService.Start.in(folder).clock(now::get))) {
            service.users()
                    .add(new UserRequest("vera", Visitor.PASSWORD, Role.VIEWER, Optional.empty()), Caller.LOCAL, "");
            service.tell(sent("G1", "TCC", now.get()));
            now.set(Instant.parse("2026-03-12T15:00:00Z"));
            service.tell(sent("G2", "ENVIA", now.get()));
            try (Visitor vera = Visitor.at(service).signIn("vera")) {
                vera.open("/knowledge?around=CITY%3A52001");
                assertThat(vera.page().locator("#graph table").innerText())
                        .contains("TCC")
                        .contains("Envía");

                vera.page().locator("input[name=day]").focus();
                vera.page().keyboard().press("Home");
                vera.page()
                        .locator("#graph label")
                        .getByText("Como se sabía el 2026-03-02")
                        .waitFor();

                assertThat(vera.page().locator("#graph table").innerText())
                        .contains("TCC")
                        .doesNotContain("Envía");
                vera.assertOpenToAll();
                vera.assertNoComplaints();
            }
        }
    }

    private static String sent(String guide, String carrier, Instant at) {
        return RunningService.event(
                "past-" + guide,
                "guide.updated",
                "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"ENTREGADO\",\"state\":\"DELIVERED\",\"parcel\":{"
                        + "\"destination\":\"52001\",\"carrier\":\"" + carrier + "\",\"valueCop\":90000}}",
                at);
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
