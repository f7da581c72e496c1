package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.Operation;
import com.microsoft.playwright.Locator;
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

    /** Pages that need what this service has none of, or nobody who signed in, with a journey of their own. */
    private static final List<String> VISITED_ELSEWHERE =
            List.of("/login", "/welcome", "/demo", "/start/{", "/events/letters/", "/api-docs/", "/knowledge/graph");

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
    void everyPageSpeaksEnglishWhenAskedAndIsOpenToAllThenToo() throws Exception {
        try (Visitor day = Visitor.at(FaceService.shared()).signIn("ana");
                Visitor night = Visitor.atNight(FaceService.shared()).signIn("ana")) {
            for (Visitor ana : List.of(day, night)) {
                ana.open("/approvals");
                ana.page().getByText("English").click();
                ana.page().waitForURL(url -> url.endsWith("/approvals"));

                assertThat(ana.page().locator("html").getAttribute("lang")).isEqualTo("en");
                assertThat(ana.text()).contains("Approvals");
                for (String page : PAGES) {
                    ana.open(page).assertOpenToAll();
                }
                ana.assertNoComplaints();
            }
        }
    }

    @Test
    void everyPageOfTheServiceIsAmongThem() throws Exception {
        assertThat(Operation.of(FaceService.shared().get("", "/openapi.json").json()).stream()
                        .filter(o -> o.method().equals("GET") && o.isPage() && !o.isStream())
                        .map(Operation::path)
                        .filter(path -> VISITED_ELSEWHERE.stream().noneMatch(path::startsWith))
                        .filter(path -> PAGES.stream()
                                .noneMatch(page -> page.replaceFirst("\\?.*", "")
                                        .matches(path.replaceAll("\\{[a-z]+}", "[^/]+")))))
                .isEmpty();
    }

    @Test
    void theFirstPageTellsHowSoonTheServiceAnswersAndHowFreshItsDataAre() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/");
            for (String name : List.of("Tiempo de respuesta a un evento", "Frescura de los datos")) {
                assertThat(ana.page()
                                .locator(".tile")
                                .filter(new Locator.FilterOptions().setHasText(name))
                                .innerText())
                        .containsPattern("\\d+ (ms|s|min)")
                        .contains("meta <")
                        .doesNotContain("aún no hay datos");
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
