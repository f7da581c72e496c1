package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.RunningService.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rescue desk says of deadlines, stopped cities and calls, at ten in the morning of a Tuesday in Bogotá. */
class RescuePageTest {
    private static final String PHONE = "3007772010";

    @TempDir
    private Path folder;

    private volatile Instant now = Instant.parse("2026-03-10T15:00:00Z");

    private RunningService start() {
        return new RunningService(Start.in(folder).clock(() -> now));
    }

    private static String page(RunningService service, String language) throws Exception {
        return service.send(service.request("operator", "/rescue")
                        .header("Cookie", "lang=" + language)
                        .build())
                .text();
    }

    private static String card(String page, String guide) {
        int from = page.indexOf("id=\"r-" + guide + "\"");
        assertThat(from).as(guide + " in " + page).isPositive();
        return page.substring(from, page.indexOf("</li>", from));
    }

    private String inOffice(String guide, String city) {
        return RunningService.event(
                "office-" + guide,
                "guide.updated",
                "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"EN OFICINA\",\"state\":\"IN_OFFICE\","
                        + "\"parcel\":{\"customer\":{\"phone\":\"" + PHONE + "\",\"name\":\"Ana María\"},"
                        + "\"valueCop\":90000,\"cod\":true,\"carrier\":\"ENVIA\",\"destination\":\"" + city + "\"}}",
                now);
    }

    @Test
    void anOfficeDeadlineThatHasPassedSaysHowLongAgo() throws Exception {
        try (RunningService service = start()) {
            service.tell(inOffice("GOFF", "76001"));
            now = now.plus(Duration.ofDays(5)).minus(Duration.ofHours(3));
            assertThat(page(service, "es")).contains("recoger antes de 15 mar 10:00 (quedan 3 h 0 min)");

            now = now.plus(Duration.ofHours(18).plusMinutes(12));
            assertThat(page(service, "es"))
                    .contains("había que recoger antes de 15 mar 10:00 (vencido hace 15 h 12 min)")
                    .doesNotContain("quedan");
            assertThat(page(service, "en")).contains("(15 h 12 min overdue)").doesNotContain("left)");
        }
    }

    @Test
    void ofAStoppedCityTheCardSaysSoAndOffersNoCall() throws Exception {
        try (RunningService service = start()) {
            service.call("PUT", "admin-all", "/api/v1/settings/exploration.rate", "{\"value\":\"0\"}");
            for (String action : new String[] {"redeliver", "hold_in_office", "return_to_sender", "escalate"}) {
                service.call("PUT", "admin-all", "/api/v1/pauses/" + action, "");
            }
            service.tell(RunningService.issue("q-1", "GCALI", PHONE, now, "76001"));
            service.tell(RunningService.issue("q-2", "GPASTO", "3007772011", now, "52001"));
            service.tell(inOffice("GOFFICE", "76001"));
            now = now.plus(Duration.ofDays(4));
            assertThat(card(page(service, "es"), "GCALI"))
                    .contains("tel:+57" + PHONE)
                    .doesNotContain("parada");

            service.call("PUT", "admin-all", "/api/v1/pauses/contacts.76001", "");

            String page = page(service, "es");
            assertThat(page).contains("Menos en: Cali, ciudades paradas.").doesNotContain(PHONE);
            assertThat(card(page, "GCALI"))
                    .contains("Cali: parada, no se llama ni se escribe")
                    .doesNotContain("Guion de llamada")
                    .doesNotContain("No contesta")
                    .doesNotContain("El cerebro propone: Llamar")
                    .doesNotContain("El cerebro propone: Pedir")
                    .contains("¿Ya le respondió a la transportadora?");
            assertThat(card(page, "GPASTO")).contains("tel:+573007772011").doesNotContain("parada");
            assertThat(card(page(service, "en"), "GCALI")).contains("Cali: stopped, no calls and no messages");
        }
    }

    @Test
    void aCallThatNobodyAnsweredIsToldOnTheCardWhichGoesBehindThoseNotTriedToday() throws Exception {
        try (RunningService service = start()) {
            service.tell(RunningService.issue("c-1", "GFIRST", PHONE, now, "76001"));
            service.tell(RunningService.issue("c-2", "GSECOND", "3007772012", now.plusSeconds(600), "76001"));
            String before = page(service, "es");
            assertThat(before.indexOf("r-GFIRST")).isPositive().isLessThan(before.indexOf("r-GSECOND"));

            now = now.plus(Duration.ofHours(1));
            service.post(
                    "operator",
                    "/rescue/GFIRST",
                    "application/x-www-form-urlencoded",
                    "noted=call.no_answer",
                    Map.of());

            String after = page(service, "es");
            assertThat(card(after, "GFIRST")).contains("Llamada 10 mar 11:00 (k-operator): No contesta");
            assertThat(card(after, "GSECOND")).doesNotContain("Llamada 10 mar");
            assertThat(after.indexOf("r-GSECOND")).isPositive().isLessThan(after.indexOf("r-GFIRST"));
            assertThat(card(page(service, "en"), "GFIRST")).contains("Called 10 Mar 11:00 (k-operator): No answer");

            now = now.plus(Duration.ofDays(1));
            String nextDay = page(service, "es");
            assertThat(card(nextDay, "GFIRST")).contains("Llamada 10 mar 11:00");
            assertThat(nextDay.indexOf("r-GFIRST")).isPositive().isLessThan(nextDay.indexOf("r-GSECOND"));
        }
    }

    @Test
    void aWrongNumberIsToldToo() throws Exception {
        try (RunningService service = start()) {
            service.tell(RunningService.issue("w-1", "GWRONG", PHONE, now, "76001"));
            now = now.plus(Duration.ofHours(1));
            note(service, "GWRONG", "noted=call.wrong_number");

            assertThat(card(page(service, "es"), "GWRONG"))
                    .contains("Llamada 10 mar 11:00 (k-operator): Número equivocado");
        }
    }

    @Test
    void whoHasMoreNovedadesThanThePageShowsMayShowMoreAndKeepsThemAfterAButton() throws Exception {
        try (RunningService service = start()) {
            for (int i = 10; i < 40; i++) {
                service.tell(RunningService.issue("m-" + i, "GMORE" + i, "30077720" + i, now, "76001"));
            }
            assertThat(page(service, "es"))
                    .contains("<a class=\"button\" href=\"/rescue?shown=50\">Ver más (5 sin mostrar)</a>")
                    .doesNotContain("r-GMORE39");

            String more = service.get("operator", "/rescue?shown=50").text();
            assertThat(more)
                    .contains("r-GMORE39")
                    .contains("hx-get=\"/rescue?shown=50\"")
                    .doesNotContain("sin mostrar");
            assertThat(note(service, "GMORE10", "shown=50&noted=call.hung_up")).contains("r-GMORE39");
            assertThat(service.get("operator", "/rescue?shown=9999").status()).isEqualTo(400);
        }
    }

    private static String note(RunningService service, String guide, String form) throws Exception {
        return service.post("operator", "/rescue/" + guide, "application/x-www-form-urlencoded", form, Map.of())
                .text();
    }
}
