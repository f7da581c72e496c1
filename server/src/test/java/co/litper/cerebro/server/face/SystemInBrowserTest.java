package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class SystemInBrowserTest {
    @Test
    void aKeyIsMadeShownOnceAndTakenBack() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/system");
            ana.page().getByText("Claves de programas").click();
            ana.page().waitForURL(url -> url.endsWith("/system/keys"));
            ana.page().locator("[name=label]").fill("n8n de prueba");
            ana.page().locator("[name=days]").fill("30");
            ana.page().getByText("Crear clave").click();
            ana.page().getByText("Cópiela ahora").waitFor();
            String token = ana.page().locator("#token").inputValue();
            assertThat(token).isNotBlank();

            ana.open("/system/keys");
            assertThat(ana.page().content()).doesNotContain(token);
            Locator row =
                    ana.page().locator("#keys tr").filter(new Locator.FilterOptions().setHasText("n8n de prueba"));
            assertThat(row.innerText()).contains("activa").contains("consulta");
            row.locator("button").click();
            ana.page().getByText(": revocada.").waitFor();
            assertThat(row.innerText()).contains("revocada");
            ana.assertNoComplaints();
        }
    }

    @Test
    void aBackupIsMadeAndProved() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/system/backups");
            ana.page().getByText("Hacer una copia ahora").click();
            ana.page().getByText("hecha y probada").waitFor();

            assertThat(ana.page().locator("#backups tbody tr").count()).isPositive();
            ana.assertNoComplaints();
        }
    }

    @Test
    void onlyAdminsReachKeysAndBackups() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            for (String page : new String[] {"/system/keys", "/system/backups"}) {
                omar.open(page);
                assertThat(omar.page().locator("h1").innerText()).isEqualTo("Su rol no permite esto");
            }
            assertThat(omar.takeComplaints()).allMatch(text -> text.contains("403"));
        }
    }

    @Test
    void aLevelSetByHandHoldsAndIsGivenBackToTheEvidence() throws Exception {
        try (Visitor ana = Visitor.at(FaceService.shared()).signIn("ana")) {
            ana.open("/autonomy");
            Locator level = ana.page().locator("select[name=\"level.notify_customer\"]");
            assertThat(level.inputValue()).isEqualTo("earned");
            level.selectOption("recommend");
            ana.page().getByText("Guardar niveles").click();
            ana.page().getByText("Nivel guardado: Avisar al cliente.").waitFor();

            assertThat(FaceService.shared().get("viewer", "/api/v1/autonomy").text())
                    .contains("recommend");
            assertThat(level.inputValue()).isEqualTo("recommend");
            ana.page().getByText("Deshacer").click();
            ana.page()
                    .waitForFunction(
                            "() => document.querySelector('select[name=\"level.notify_customer\"]')?.value === 'earned'");
            ana.open("/autonomy");
            assertThat(level.inputValue()).isEqualTo("earned");
            ana.assertNoComplaints();
        }
    }
}
