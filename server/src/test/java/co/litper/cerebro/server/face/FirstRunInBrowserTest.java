package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunInBrowserTest {
    private static final int GUIDES = 600;

    @Test
    void anEmptyInstallationLeadsFromTheFirstFileToTheWorklistAndAnHonestLookBack(
            @TempDir Path store, @TempDir Path files) throws Exception {
        Path export = files.resolve("ordenes.xlsx");
        DemoExport.of(7, Clock.system().now(), GUIDES).write(export, DemoColumns.ORDERS);
        try (RunningService fresh = RunningService.start(store);
                Visitor ana = Visitor.at(fresh)) {
            fresh.users().add(new UserRequest("ana", Visitor.PASSWORD, Role.ADMIN, Optional.empty()), Caller.LOCAL, "");
            ana.signIn("ana");
            assertThat(ana.path()).isEqualTo("/start");
            ana.assertOpenToAll();

            ana.page().locator(".drop input").setInputFiles(export);
            ana.page().waitForURL(url -> url.contains("/start/i-"));
            ana.page().getByText("Ver qué hay que hacer hoy").waitFor();
            assertThat(ana.text()).contains("Listo").contains("600 filas");
            ana.assertOpenToAll();

            ana.page().getByText("Mirar atrás").click();
            ana.page().waitForURL(url -> url.endsWith("/history"));
            assertThat(ana.text())
                    .contains("volvieron")
                    .contains("Por transportadora")
                    .contains("supuesto");
            ana.assertOpenToAll();
            ana.open("/rescue");
            assertThat(ana.page().locator("#rescue .card").count()).isPositive();
            ana.page().locator("#rescue a").getByText("¿Por qué?").first().click();
            ana.page().waitForURL(url -> url.contains("/decisions/"));
            assertThat(ana.text()).contains("Qué se esperaba");
            ana.open("/");
            assertThat(ana.text()).contains("Desde el").contains("Indicadores");
            ana.assertOpenToAll();
            ana.assertNoComplaints();
        }
    }
}
