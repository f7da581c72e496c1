package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A person with a browser of its own: own cookies, own window. What the browser's console complains of, and what the pages fail
 * to load, is kept and must be nothing.
 */
final class Visitor implements AutoCloseable {
    static final String PASSWORD = "una frase bien larga";

    /** What WCAG 2.2 AA asks for and axe-core can tell. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The name of the cookie that a session is. */
    private static final String SESSION = "cerebro";

    /** Cookies of sessions by service and name: of the tests of this process, which run one after the other. */
    private static final Map<String, String> SESSIONS = new HashMap<>();

    /** Only a test that fails waits so long, or a machine with much else to do. */
    private static final double PATIENCE_MS = 60_000;

    private final URI service;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(URI service, int width, int height, String theme) {
        this.service = service;
        this.context = Browsers.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setTimezoneId("America/Bogota")
                        .setLocale("es-CO"));
        context.setDefaultTimeout(PATIENCE_MS);
        // By cookie: the driver writes its own words in the letters of the machine's language, which may be Turkish.
        context.addCookies(List.of(new Cookie("theme", theme).setUrl(service.toString())));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Somebody at a desk, outside. */
    static Visitor at(RunningService service) {
        return new Visitor(service.address(), 1280, 900, "light");
    }

    /** Somebody with a telephone of the narrowest kind, outside. */
    static Visitor onPhone(RunningService service) {
        return new Visitor(service.address(), 320, 640, "light");
    }

    /** Somebody at night, outside. */
    static Visitor atNight(RunningService service) {
        return new Visitor(service.address(), 1280, 900, "dark");
    }

    /** Somebody at this machine, at a desk or with a telephone, before a service that lets this machine in. */
    static Visitor at(URI service, boolean phone, boolean night) {
        return new Visitor(service, phone ? 320 : 1280, phone ? 640 : 900, night ? "dark" : "light");
    }

    /**
     * Signs in and is at the first page then: by the form the first time, and in that session as long as the service knows it. A slow
     * digest is made for each form.
     */
    Visitor signIn(String name) {
        String known = SESSIONS.get(service + name);
        if (known != null) {
            context.addCookies(List.of(new Cookie(SESSION, known).setUrl(service.toString())));
            open("/");
            if (!path().equals("/login")) {
                return this;
            }
        }
        signInByForm(name);
        SESSIONS.put(service + name, session());
        return this;
    }

    /** The session's cookie; read as JSON, since the driver reads the letters of a cookie's fields in the machine's language too. */
    private String session() {
        try {
            for (JsonNode cookie : JSON.readTree(context.storageState()).path("cookies")) {
                if (cookie.path("name").asText().equals(SESSION)) {
                    return cookie.path("value").asText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("signed in without a cookie " + SESSION);
    }

    /** Signs in by the form and is at the first page then. */
    Visitor signInByForm(String name) {
        open("/login");
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    Visitor open(String path) {
        Response response = page.navigate(service.resolve(path).toString());
        assertThat(response).isNotNull();
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Brings the list of the page up to date, as the live stream does now and then; returns when it is. */
    void refresh(String path) {
        page.evaluate(
                "path => new Promise(done => { document.addEventListener('htmx:afterSettle', done, {once: true});"
                        + " htmx.ajax('GET', path, {target: '[data-list]', swap: 'innerHTML'}); })",
                path);
    }

    /** The text of the page's content. */
    String text() {
        return page.locator("main").innerText();
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Nothing that axe-core knows of keeps anybody out. */
    @SuppressWarnings("unchecked")
    void assertOpenToAll() {
        page.evaluate(axe());
        Map<String, Object> found = (Map<String, Object>) page.evaluate(
                "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
                        + ".then(r => ({violations: r.violations.map(v => v.id + ': ' + v.help + ' '"
                        + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '))}))",
                RULES);
        assertThat((List<String>) found.get("violations")).as(page.url()).isEmpty();
    }

    /** Nothing is wider than the window. */
    void assertFitsItsWidth() {
        Object over =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) Objects.requireNonNull(over)).intValue())
                .as(page.url())
                .isZero();
    }

    /** The console said nothing. */
    void assertNoComplaints() {
        assertThat(complaints).as(page.url()).isEmpty();
    }

    /** Takes what the console said, where a test provoked it. */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(Visitor.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
