package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.livedemo.DemoPlan;
import co.litper.cerebro.server.livedemo.RunningDemo;
import co.litper.cerebro.vocabulary.Carrier;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer before the demonstration. */
class DemoInBrowserTest {
    @TempDir
    static Path folder;

    private static RunningDemo demo;

    @BeforeAll
    static void begin() throws Exception {
        demo = RunningDemo.lived(new DemoPlan(1, 15, 35, 30, 35), folder);
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    void theCurvesAndSharesAreDrawnForAllByDayAndByNightAndOnATelephone() {
        for (boolean night : new boolean[] {false, true}) {
            try (Visitor visitor = Visitor.at(demo.address(), false, night).open("/demo")) {
                visitor.page().locator(".chart canvas").first().waitFor();
                assertThat(visitor.page().locator(".chart canvas").count()).isEqualTo(2);
                assertThat(visitor.text()).contains("política fija", "Coordinadora", "día 35");
                visitor.assertOpenToAll();
                visitor.assertNoComplaints();
                String picture = night ? "demo-noche.png" : "demo-es.png";
                PicturesInBrowserTest.folder().ifPresent(folder -> visitor.picture(folder.resolve(picture)));
            }
        }
        try (Visitor phone = Visitor.at(demo.address(), true, false)) {
            for (String page : new String[] {"/demo", "/"}) {
                phone.open(page).assertFitsItsWidth();
            }
            phone.assertNoComplaints();
        }
    }

    @Test
    void aCarrierIsBrokenAndMendedAndTimeIsSpedByTheBarOfAnyPage() {
        try (Visitor ana = Visitor.at(demo.address(), false, false).open("/approvals")) {
            ana.page().locator(".demo select").selectOption("TCC");
            ana.page().locator(".demo button.danger").click();
            ana.page().locator(".demo form[action='/demo/mend'] button").waitFor();

            assertThat(ana.path()).isEqualTo("/approvals");
            assertThat(demo.world().standing().broken()).containsOnlyKeys(Carrier.TCC);
            ana.assertOpenToAll();

            ana.page().locator(".demo form[action='/demo/mend'] button").click();
            ana.page()
                    .waitForCondition(() ->
                            ana.page().locator(".demo option[value='TCC']").count() == 1);
            assertThat(demo.world().standing().broken()).isEmpty();

            ana.page().locator(".demo button[value='120.0']").click();
            ana.page()
                    .locator(".demo button[value='120.0'][aria-pressed='true']")
                    .waitFor();
            assertThat(demo.world().standing().daysPerMinute()).isEqualTo(120);
            ana.assertNoComplaints();
        }
    }
}
