package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.world.Clock;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class EventsInBrowserTest {
    private static long refused(String guide, String status) throws Exception {
        String event = RunningService.issue("letter-" + guide, guide, "3005550101")
                .replace("{\"specversion\"", "{\"merchantid\":\"principal\",\"specversion\"")
                .replace("\"state\":\"ISSUE\"", "\"state\":\"" + status + "\"")
                .replace("\"valueCop\":90000", "\"valueCop\":\"noventa mil\"");
        return letters().add(Clock.system().now(), "webhook:n8n", 0, "/data/state must be one of its words", event);
    }

    private static DeadLetters letters() throws Exception {
        return FaceService.shared().installation().store().deadLetters();
    }

    @Test
    void aRefusedEventIsRepairedFieldByFieldAndTakenIn() throws Exception {
        long number = refused("GLETTER", "PERDIDISIMO");
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/events");
            ana.page().locator("#letters a").getByText(Long.toString(number)).click();
            ana.page().waitForURL(url -> url.contains("/events/letters/"));
            assertThat(ana.page().locator("[aria-invalid]").count()).isEqualTo(2);
            ana.assertOpenToAll();

            ana.page().locator("[name=\"set./data/state\"]").fill("ISSUE");
            ana.page().getByText("Recibir de nuevo").click();
            ana.page().getByText("Sigue sin cumplir su contrato.").waitFor();
            assertThat(ana.page().locator("[aria-invalid]").count()).isOne();
            assertThat(ana.page().locator("[name=\"set./data/state\"]").inputValue())
                    .isEqualTo("ISSUE");

            ana.page().locator("[name=\"set./data/parcel/valueCop\"]").fill("90000");
            ana.page().getByText("Recibir de nuevo").click();
            ana.page().getByText("Recibido: ya está en el registro").waitFor();
            assertThat(letters().find(number).orElseThrow().status()).isEqualTo(DeadLetters.Status.REPLAYED);

            ana.open("/shipments/GLETTER");
            assertThat(ana.text()).contains("Novedad: Dirección errada").contains("$ 90.000");
            ana.assertNoComplaints();
        }
    }

    @Test
    void aRefusedEventIsGivenUpByAdminsOnlyAndSeenByOperators() throws Exception {
        long number = refused("GDROP", "NADA");
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar");
                Visitor vera = Visitor.at(FaceService.shared()).signIn("vera");
                Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            omar.open("/events/letters/" + number);
            assertThat(omar.text()).contains("Solo quien administra repara o descarta.");
            assertThat(omar.page().locator("main form button").count()).isZero();
            vera.open("/events");
            assertThat(vera.page().locator("#letters a").count()).isZero();

            ana.open("/events/letters/" + number);
            ana.page().getByText("Descartar").click();
            ana.page().getByText("Descartado.").waitFor();
            assertThat(letters().find(number).orElseThrow().status()).isEqualTo(DeadLetters.Status.DROPPED);
            ana.assertNoComplaints();
        }
    }

    @Test
    void aRowOfATableIsRepairedInItsFile() throws Exception {
        long number = letters()
                .add(Clock.system().now(), "ordenes.csv", 17, "numero_de_guia is missing", "<b>31/02/2026</b>;;ENVIA");
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/events/letters/" + number);

            assertThat(ana.text()).contains("corríjala en ordenes.csv").contains("<b>31/02/2026</b>;;ENVIA");
            assertThat(ana.page().getByText("Recibir de nuevo").count()).isZero();
            ana.assertOpenToAll();
            letters().mark(number, DeadLetters.Status.DROPPED);
        }
    }

    @Test
    void theCatalogueLeadsToWhatEachContractAsks() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/events");
            assertThat(vera.page().locator("#feeds").innerText())
                    .contains("/prueba")
                    .contains("al día");
            vera.page().locator("#catalogue a").getByText("issue.reported").click();
            vera.page().waitForURL(url -> url.endsWith("/events/contracts/issue.reported"));

            assertThat(vera.text())
                    .contains("La transportadora reportó una novedad.")
                    .contains("BAD_ADDRESS");
            vera.assertNoComplaints();
        }
    }

    @Test
    void anEffectThatNobodyKnowsOfIsSettledByWhoAsked() throws Exception {
        RunningService service = FaceService.shared();
        service.tell(RunningService.issue("unknown-1", "GUNKNOWN", "3006660101"));
        try (Visitor omar = Visitor.at(service).signIn("omar")) {
            omar.open("/approvals");
            String label = omar.page()
                    .locator("#approvals .card")
                    .filter(new Locator.FilterOptions().setHasText("GUNKNOWN"))
                    .getAttribute("id")
                    .substring(2);
            PlannedEffect plan = FaceService.plan(label);
            service.installation()
                    .submitOwn(
                            "lost-" + plan.id(),
                            Subjects.home(plan.homeKey()),
                            new ActionExecuted(plan.id(), plan.action(), "webhook", EffectStatus.UNKNOWN))
                    .get();
            omar.open("/events");
            Locator card =
                    omar.page().locator("#unknown .card").filter(new Locator.FilterOptions().setHasText("GUNKNOWN"));
            card.getByText("Sí salió").click();
            omar.page().getByText("Registrado.").waitFor();

            assertThat(omar.page().locator("#unknown").getByText("GUNKNOWN").count())
                    .isZero();
            omar.assertNoComplaints();
        }
    }
}
