package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.SettingsSync;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.server.http.RunningService.Start;
import co.litper.cerebro.world.Clock;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of autonomy under a configuration that fixes some of it, and pages that tell of problems. */
class AutonomyPageTest {
    private static final String HTML = "text/html,*/*;q=0.8";

    @TempDir
    private Path folder;

    private RunningService fixed() throws Exception {
        Map<String, String> environment = Map.of("CEREBRO_AUTONOMY_REDELIVER", "act", "CEREBRO_PAUSE_ESCALATE", "true");
        Configuration configuration =
                ((Configuration.Usable) Configuration.read(Optional.empty(), environment)).configuration();
        RunningService service = new RunningService(Start.in(folder).configuration(configuration));
        SettingsSync.append(
                service.installation(), SettingsSync.changes(configuration, new TreeMap<>()), Clock.system());
        return service;
    }

    private static Reply ask(RunningService service, String path, String language) throws Exception {
        return service.send(service.request("admin-all", path)
                .header("Accept", HTML)
                .header("Cookie", "lang=" + language)
                .build());
    }

    private static Reply press(RunningService service, String key, String path, String form) throws Exception {
        return service.send(service.request(key, path)
                .header("Accept", HTML)
                .header("Cookie", "lang=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static String line(String page, String action) {
        int from = page.indexOf("<tr><th scope=\"row\">" + action);
        assertThat(from).as(action + " in " + page).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    @Test
    void whatTheConfigurationFixesIsShownAsFixedAndCannotBeChosen() throws Exception {
        try (RunningService service = fixed()) {
            String page = ask(service, "/autonomy", "es").text();

            assertThat(line(page, "Volver a ofrecer")).contains(" disabled").contains("fijado en la configuración");
            assertThat(line(page, "Devolver al remitente"))
                    .doesNotContain("disabled")
                    .doesNotContain("fijado");
            assertThat(line(page, "Pasar a una persona"))
                    .contains("en pausa")
                    .contains("fijado en la configuración")
                    .doesNotContain("name=\"resume\"");
            assertThat(line(ask(service, "/autonomy", "en").text(), "Deliver again"))
                    .contains("fixed in the configuration");
        }
    }

    @Test
    void thatNothingLeavesByItselfIsSaidOnlyWhereNothingActs() throws Exception {
        try (RunningService service = fixed()) {
            assertThat(ask(service, "/autonomy", "es").text())
                    .contains("salen solas porque así se fijó")
                    .doesNotContain("nada sale solo");
        }
    }

    @Test
    void aChangeThatTheConfigurationForbidsIsRefusedInTheReadersLanguageOnAPageWithTheMenu() throws Exception {
        try (RunningService service = fixed()) {
            Reply refused = press(service, "admin-all", "/autonomy/levels", "level.redeliver=observe");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text())
                    .contains("<html lang=\"en\"")
                    .contains("The configuration fixes this")
                    .contains("<nav class=\"places\"")
                    .contains("Back to Autonomy")
                    .doesNotContain("misspelt")
                    .doesNotContain("stands in the configuration and would come back. Maybe");
            Reply forbidden = press(service, "viewer", "/autonomy/levels", "level.redeliver=observe");
            assertThat(forbidden.status()).isEqualTo(403);
            assertThat(forbidden.text()).contains("<nav class=\"places\"").contains("Your role does not allow this");
        }
    }

    @Test
    void whoLoadsTheAddressOfAFormIsLedToItsPage() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            Map<String, String> pages = Map.of(
                    "/autonomy/cities", "/autonomy",
                    "/rescue/G1", "/rescue",
                    "/shipments/G1/note", "/shipments/G1",
                    "/preferences", "/");
            for (Map.Entry<String, String> each : pages.entrySet()) {
                Reply led = ask(service, each.getKey(), "es");
                assertThat(led.status()).as(each.getKey()).isEqualTo(303);
                assertThat(led.header("Location")).as(each.getKey()).isEqualTo(each.getValue());
            }
            assertThat(service.get("operator", "/autonomy/cities").status()).isEqualTo(405);
            assertThat(ask(service, "/api/v1/shipments/search", "es").status()).isNotEqualTo(303);
        }
    }

    @Test
    void whatPeopleDidIsToldInWords() throws Exception {
        try (RunningService service = fixed()) {
            press(service, "admin-all", "/autonomy/cities", "city=Cali");
            press(service, "admin-all", "/autonomy/levels", "level.redeliver=observe");

            assertThat(ask(service, "/system", "es").text())
                    .contains("Paró o reanudó mensajes y llamadas a una ciudad")
                    .contains("Cambió niveles de autonomía")
                    .contains("no se hizo (409)")
                    .doesNotContain("quietCityOnPage")
                    .doesNotContain("refused 409");
            assertThat(ask(service, "/system", "en").text())
                    .contains("Stopped or resumed messages and calls to a city");
        }
    }
}
