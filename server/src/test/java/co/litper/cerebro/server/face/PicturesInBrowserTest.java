package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.world.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the documents, over a made-up merchant. They are kept where {@code CEREBRO_PICTURES} says, such as {@code
 * docs/images}; without it they are taken and thrown away, which still shows that every page can be drawn.
 */
class PicturesInBrowserTest {
    private static final int GUIDES = 1_500;

    /** Where pictures are kept, if they are. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv("CEREBRO_PICTURES")).map(Path::of);
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("hoy", "/");
        pages.put("novedades", "/rescue");
        pages.put("envios", "/shipments");
        pages.put("aprobaciones", "/approvals");
        pages.put("historia", "/history");
        pages.put("transportadoras", "/carriers");
        pages.put("aprendizaje", "/learning");
        pages.put("conocimiento", "/knowledge?question=%C2%BFD%C3%B3nde%20hay%20m%C3%A1s%20novedades%3F");
        pages.put("conocimiento-ciudad", "/knowledge?around=CITY:05001");
        pages.put("eventos", "/events");
        pages.put("mensajes", "/messages");
        pages.put("autonomia", "/autonomy");
        return pages;
    }

    @Test
    void everyPageCanBeDrawnInBothLanguagesAndOnATelephone(@TempDir Path store, @TempDir Path files) throws Exception {
        Path folder = folder().orElse(files);
        Path export = files.resolve("ordenes.xlsx");
        DemoExport.of(3, Clock.system().now(), GUIDES).write(export, DemoColumns.ORDERS);
        try (RunningService service = RunningService.start(store);
                Visitor desk = Visitor.at(service);
                Visitor night = Visitor.atNight(service);
                Visitor phone = Visitor.onPhone(service)) {
            service.users()
                    .add(new UserRequest("ana", Visitor.PASSWORD, Role.ADMIN, Optional.empty()), Caller.LOCAL, "");
            desk.signIn("ana");
            desk.page().locator(".drop input").setInputFiles(export);
            desk.page().getByText("Ver qué hay que hacer hoy").waitFor();
            take(desk, folder, "es");
            desk.open("/rescue");
            desk.page().locator("#rescue a").getByText("¿Por qué?").first().click();
            desk.page().waitForURL(url -> url.contains("/decisions/"));
            desk.picture(folder.resolve("decision-es.png"));
            desk.page().getByText("English").click();
            take(desk, folder, "en");
            take(phone.signIn("ana"), folder, "telefono");
            take(night.signIn("ana"), folder, "noche");
            desk.assertNoComplaints();
            night.assertNoComplaints();
        }
        try (var pictures = Files.list(folder)) {
            assertThat(pictures.filter(file -> file.toString().endsWith(".png")))
                    .hasSizeGreaterThanOrEqualTo(41);
        }
    }

    private static void take(Visitor visitor, Path folder, String variant) {
        pages().forEach((name, path) -> visitor.open(path).picture(folder.resolve(name + "-" + variant + ".png")));
    }
}
