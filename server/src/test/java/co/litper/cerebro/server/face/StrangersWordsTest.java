package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.server.http.Operation;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.RunningService.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What carriers and customers write, in every field of every event that is taken from outside and every cell of a table, stays words:
 * on every page that can be reached, and in every workbook.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersWordsTest {
    private static final String MARKUP = "x\"' onfocus=alert(1)><script>alert(1)</script><img src=x onerror=alert(1)>";

    /** Each of the beginnings by which a spreadsheet program knows a formula. */
    private static final List<String> FORMULAS = List.of("=HYPERLINK(1)", "+1+cmd", "-1+cmd", "@SUM(1)", "\t=1+1");

    private static final Pattern LINK = Pattern.compile("(?:href|action|hx-get|hx-post)=\"(/[^\"#]*)");
    private static final Pattern TEXT = Pattern.compile("<t[^>]*>([^<]*)</t>");

    /** Pages that are only there at first, in a demonstration, or without end. */
    private static final Set<String> ELSEWHERE = Set.of("/welcome", "/demo", "/live");

    private static final int MOST_PAGES = 400;

    private RunningService service;
    /** What a page goes to by itself once its file is on the way. */
    private String importPage = "";

    private final List<String> taken = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(folder);
        for (String action : List.of("ask_address", "call_customer", "redeliver", "hold_in_office", "escalate")) {
            service.call("PUT", "admin-all", "/api/v1/autonomy/" + action, "{\"level\":\"approve\"}");
        }
        StrangersFields markup = new StrangersFields(MARKUP);
        for (EventType type : EventType.values()) {
            tell(type, markup, "markup-" + type.wire());
            for (String formula : FORMULAS) {
                tell(type, new StrangersFields(formula), "formula-" + type.wire() + formula.hashCode());
            }
        }
        service.tell(RunningService.event(
                "refused", "guide.updated", "{\"guideNumber\":\"GBAD\",\"state\":" + quoted(MARKUP) + "}"));
        upload();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void tell(EventType type, StrangersFields fields, String id) throws IOException, InterruptedException {
        List<String> filled = new ArrayList<>();
        Reply reply = service.tell(RunningService.event(
                id, type.wire(), fields.data(type.wire(), filled).toString()));
        if (reply.status() == 200) {
            taken.addAll(filled);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A table whose cells are markup and formulas; the rows that are refused become dead letters, which are shown too. */
    private void upload() throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("telefono;nombre;direccion;numero_de_guia;estatus;ciudad_de_destino;"
                + "transportadora;novedad;fecha_de_ultimo_movimiento;valor_facturado;<b>columna\n");
        int guide = 0;
        List<String> words = new ArrayList<>(FORMULAS);
        words.add(MARKUP);
        for (String word : words) {
            String cell = "\"" + word.replace("\"", "\"\"") + "\"";
            csv.append("3001112233;")
                    .append((cell + ";").repeat(2))
                    .append("GT")
                    .append(guide++);
            csv.append((";" + cell).repeat(4))
                    .append(";01/03/2026;90000;")
                    .append(cell)
                    .append('\n');
            csv.append((cell + ";").repeat(10)).append(cell).append('\n');
        }
        String imports = "/api/v1/imports?name=";
        assertThat(service.post(
                                "admin",
                                imports + URLEncoder.encode(MARKUP + ".csv", StandardCharsets.UTF_8),
                                "text/csv",
                                csv.toString(),
                                Map.of())
                        .status())
                .as("a name of markup")
                .isEqualTo(400);
        Reply reply = service.send(service.request("admin", imports + "pedidos.csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv.toString()))
                .build());
        String job = reply.header("Location");
        assertThat(job).as(reply.text()).isNotEmpty();
        importPage = "/start" + job.substring(job.lastIndexOf('/'));
        for (int i = 0; i < 200; i++) {
            String state = service.get("admin", job).json().path("state").asText();
            if (state.equals("done") || state.equals("failed")) {
                assertThat(state).isEqualTo("done");
                return;
            }
            service.get("admin", "/api/v1/shipments");
        }
        throw new AssertionError("the import did not end");
    }

    @Test
    void everyFieldOfWordsThatTheContractsLetInIsTried() {
        assertThat(new TreeSet<>(taken))
                .contains(
                        "guide.updated.guideNumber",
                        "guide.updated.orderId",
                        "guide.updated.rawStatus",
                        "guide.updated.rawIssue",
                        "guide.updated.parcel.customer",
                        "guide.updated.parcel.destination",
                        "guide.updated.parcel.category",
                        "guide.updated.parcel.shop",
                        "issue.reported.rawReason",
                        "tracking.updated.location",
                        "tracking.updated.rawStatus",
                        "order.created.orderId");
    }

    @Test
    void onEveryPageThatCanBeReachedTheWordsAreWords() throws Exception {
        Map<String, String> pages = crawl();
        pages.forEach((path, text) -> assertThat(text)
                .as(path)
                .doesNotContain("<script>alert")
                .doesNotContain("alert(1)</script>")
                .doesNotContain("<img src=x")
                .doesNotContainPattern("=\"[^\"<>]*\"' onfocus=")
                .doesNotContain("<b>columna"));
        assertThat(pages.values()).as("the words are shown").anyMatch(text -> text.contains("&lt;script&gt;alert(1)"));
        assertThat(unreached(pages.keySet())).isEmpty();
    }

    /** Every page that the links of others lead to, once for each kind of address with a number in it and few more. */
    private Map<String, String> crawl() throws IOException, InterruptedException {
        Map<String, String> pages = new LinkedHashMap<>();
        Deque<String> next =
                new ArrayDeque<>(List.of("/", "/shipments?open=true", "/login", "/knowledge/graph", importPage));
        Set<String> seen = new TreeSet<>(next);
        while (!next.isEmpty() && pages.size() < MOST_PAGES) {
            String path = next.remove();
            Reply reply = service.send(service.request(path.equals("/login") ? "" : "admin-all", path)
                    .header("Accept", "text/html")
                    .build());
            if (!reply.header("Content-Type").contains("html")) {
                continue;
            }
            pages.put(path, reply.text());
            LINK.matcher(reply.text())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.startsWith("/assets/") && !link.startsWith("/live"))
                    .filter(link -> link.chars().allMatch(c -> c > ' ' && c < 127 && "<>\"{}|\\^`".indexOf(c) < 0))
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return pages;
    }

    private List<String> unreached(Set<String> reached) throws IOException, InterruptedException {
        return Operation.of(service.get("", "/openapi.json").json()).stream()
                .filter(o -> o.method().equals("GET") && o.isPage() && !o.isStream())
                .map(Operation::path)
                .filter(path -> !path.startsWith("/api-docs/"))
                .filter(path -> ELSEWHERE.stream().noneMatch(path::startsWith))
                .filter(path -> {
                    Pattern pattern = Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/?]+") + "(\\?.*)?");
                    return reached.stream()
                            .noneMatch(each -> pattern.matcher(each).matches());
                })
                .toList();
    }

    @Test
    void inNoWorkbookAndNoTableAreTheWordsAFormula() throws Exception {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        int cells = 0;
        for (String path : List.of("/shipments.xlsx", "/rescue/answers.xlsx", "/api/v1/worklist")) {
            byte[] bytes = service.client()
                    .send(service.request("admin", path).header("Accept", sheet).build(), BodyHandlers.ofByteArray())
                    .body();
            for (String xml : sheets(bytes)) {
                assertThat(xml).as(path).doesNotContain("<f>").doesNotContain("<f ");
                for (String text : TEXT.matcher(xml)
                        .results()
                        .map(found -> found.group(1).strip())
                        .toList()) {
                    assertThat(text).as(path).doesNotMatch("(?s)[=+@].*").doesNotMatch("(?s)-.+");
                    cells++;
                }
            }
        }
        assertThat(cells).isGreaterThan(50);
    }

    private static List<String> sheets(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("cerebro-words", ".xlsx");
        List<String> sheets = new ArrayList<>();
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                sheets.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        assertThat(sheets).hasSizeGreaterThan(3);
        return sheets;
    }
}
