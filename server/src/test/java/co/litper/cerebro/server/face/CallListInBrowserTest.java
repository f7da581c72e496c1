package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.vocabulary.Action;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The list of calls, at ten in the morning of a Tuesday in Bogotá. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallListInBrowserTest {
    private volatile Instant now = Instant.parse("2026-03-10T15:00:00Z");
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new RunningService(RunningService.Start.in(folder).clock(() -> now));
        service.users()
                .add(new UserRequest("omar", Visitor.PASSWORD, Role.OPERATOR, Optional.empty()), Caller.LOCAL, "");
        service.users().add(new UserRequest("ana", Visitor.PASSWORD, Role.ADMIN, Optional.empty()), Caller.LOCAL, "");
        service.call("PUT", "admin-all", "/api/v1/settings/exploration.rate", "{\"value\":\"0\"}");
        service.call("PUT", "admin-all", "/api/v1/autonomy/call_customer", "{\"level\":\"approve\"}");
        for (Action action : Action.values()) {
            if (action != Action.NONE && action != Action.CALL_CUSTOMER) {
                service.call("PUT", "admin-all", "/api/v1/pauses/" + action.wire(), "");
            }
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void approve(Visitor omar, String guide) {
        omar.open("/approvals");
        Locator card = omar.page().locator("#approvals .card[aria-label$='" + guide + "']");
        assertThat(card.innerText()).contains("Llamar al cliente");
        card.focus();
        omar.page().keyboard().press("s");
        omar.page().getByText(": aprobada.").waitFor();
    }

    @Test
    void aCallThatWasApprovedStandsOnTheListUntilSomebodySaysHowItWent() throws Exception {
        service.tell(RunningService.issue("call-1", "GCALL", "3007772004", now, "76001"));
        try (Visitor omar = Visitor.at(service).signIn("omar")) {
            approve(omar, "GCALL");
            omar.open("/rescue");
            Locator card = omar.page().locator("#calls #r-GCALL");
            assertThat(card.innerText())
                    .contains("Llamar a Ana María · 3007772004")
                    .contains("Número equivocado");
            assertThat(omar.text()).contains("Ahora se puede llamar.").contains("Llamadas por hacer (");
            omar.assertOpenToAll();
            card.getByText("No contesta").click();
            omar.page().getByText("GCALL: No contesta.").waitFor();
            assertThat(omar.page().locator("#calls #r-GCALL").count()).isZero();

            omar.open("/shipments/GCALL");
            assertThat(omar.text()).contains("Llamada al cliente: No contesta.");
            omar.assertNoComplaints();
        }
    }

    @Test
    void inQuietHoursThePageSaysWhenCallsMayBeMadeAndListsNone() throws Exception {
        service.tell(RunningService.issue("call-2", "GQUIET", "3007772005", now, "76001"));
        try (Visitor omar = Visitor.at(service).signIn("omar")) {
            approve(omar, "GQUIET");
            omar.open("/rescue");
            assertThat(omar.page().locator("#calls #r-GQUIET").count()).isEqualTo(1);
            Instant morning = now;
            now = morning.plus(Duration.ofHours(10));
            try {
                omar.open("/rescue");
                assertThat(omar.text()).contains("Horas de silencio: no llame antes del 11 mar 07:00.");
                assertThat(omar.page().locator("#calls").count()).isZero();
                assertThat(omar.page().locator("#r-GQUIET").count()).isEqualTo(1);
            } finally {
                now = morning;
            }
            omar.assertNoComplaints();
        }
    }

    @Test
    void messagesAndCallsToACityAreStoppedByItsNameAndLetGoAgain() throws Exception {
        service.tell(RunningService.issue("call-3", "GCITY", "3007772006", now, "76001"));
        try (Visitor ana = Visitor.at(service).signIn("ana")) {
            approve(ana, "GCITY");
            ana.open("/autonomy");
            ana.page().locator("#city").fill("Caliii de la nada");
            ana.page().locator("#city").press("Enter");
            ana.page().getByText("No se conoce la ciudad «Caliii de la nada».").waitFor();
            ana.page().locator("#city").fill("cali");
            ana.page().locator("#city").press("Enter");
            ana.page().getByText("Cali: no salen mensajes ni llamadas.").waitFor();
            ana.assertOpenToAll();
            ana.open("/rescue");
            assertThat(ana.page().locator("#calls").count()).isZero();

            ana.open("/autonomy");
            ana.page().getByLabel("Reanudar: Cali").click();
            ana.page().getByText("Cali: vuelven a salir mensajes y llamadas.").waitFor();
            ana.open("/rescue");
            assertThat(ana.page().locator("#calls #r-GCITY").count()).isEqualTo(1);
            ana.assertNoComplaints();
        }
    }
}
