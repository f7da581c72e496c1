package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every page: open to all, no complaint, narrow enough, in both languages and both themes. */
class EveryPageInBrowserTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/approvals",
            "/rescue",
            "/shipments",
            "/shipments?open=true",
            "/shipments/G1",
            "/decisions",
            "/decisions/G1",
            "/start",
            "/history",
            "/carriers",
            "/autonomy",
            "/learning",
            "/knowledge",
            "/knowledge?question=%C2%BFCu%C3%A1ntos%20env%C3%ADos%20tienen%20novedad%3F",
            "/knowledge?around=CARRIER:ENVIA",
            "/messages",
            "/events",
            "/events/contracts/guide.updated",
            "/system",
            "/system/keys",
            "/system/backups");

    @Test
    void everyPageIsOpenToAllByDayAndByNight() throws Exception {
        try (Visitor day = Visitor.at(FaceService.shared()).signIn("ana");
                Visitor night = Visitor.atNight(FaceService.shared()).signIn("ana")) {
            for (String page : PAGES) {
                day.open(page).assertOpenToAll();
                night.open(page).assertOpenToAll();
            }
            day.assertNoComplaints();
            night.assertNoComplaints();
        }
    }

    @Test
    void everyPageFitsTheNarrowestTelephone() throws Exception {
        try (Visitor phone = Visitor.onPhone(FaceService.shared()).signIn("ana")) {
            for (String page : PAGES) {
                phone.open(page).assertFitsItsWidth();
            }
            phone.assertOpenToAll();
            phone.assertNoComplaints();
        }
    }

    @Test
    void everyPageSpeaksEnglishWhenAsked() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/approvals");
            ana.page().getByText("English").click();
            ana.page().waitForURL(url -> url.endsWith("/approvals"));

            assertThat(ana.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(ana.text()).contains("Approvals");
            for (String page : PAGES) {
                ana.open(page).assertOpenToAll();
            }
        }
    }

    @Test
    void thePageSaysThatItIsLive() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/");
            ana.page().locator("#live.on").waitFor();
            assertThat(ana.page().locator("#live").innerText()).isEqualTo("En vivo");

            FaceService.shared()
                    .tell(co.litper.cerebro.server.http.RunningService.issue("live-1", "GLIVE1", "3009998877"));
            ana.page().locator("#decisions").getByText("GLIVE1").first().waitFor();
            ana.assertNoComplaints();
        }
    }

    @Test
    void aPageThatIsNotThereIsToldAsAPage() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            Page page = ana.open("/no-such-page").page();

            assertThat(page.locator("h1").innerText()).isEqualTo("Aquí no hay nada");
            assertThat(ana.takeComplaints()).allMatch(text -> text.contains("404"));
            ana.assertOpenToAll();
        }
    }
}
