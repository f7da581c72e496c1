package co.litper.cerebro.server.face;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser of this process: Chromium as the system has it, nothing is fetched. Where it is missing, tests are skipped with the
 * reason on a laptop, and fail in CI.
 */
final class Browsers {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static @Nullable Browser browser;

    private Browsers() {}

    /** The browser; not to be closed. */
    static synchronized Browser shared() {
        Browser known = browser;
        if (known == null) {
            known = start();
            browser = known;
        }
        return known;
    }

    private static Browser start() {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            String told = "there is no Chromium at " + PLACES + ". Maybe: apt-get install chromium";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(told);
            }
            Assumptions.abort(told);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(OPTIONS));
    }

    private static Optional<Path> program() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
