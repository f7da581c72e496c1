package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A page with all that it loads is light enough for a telephone on a poor network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWeightTest {
    private static final long MOST_BYTES = 700_000;

    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(folder);
        for (int i = 0; i < 60; i++) {
            service.tell(RunningService.issue("w-" + i, "GW" + i, "30011122" + (10 + i)));
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** Bytes on the wire of an address, packed. */
    private long weight(String path) throws IOException, InterruptedException {
        return service.client()
                .send(
                        service.request("admin-all", path)
                                .header("Accept", "*/*")
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    @Test
    void everyPageWithAllThatItLoadsStaysBelowItsLimitWithTheChartsToo() throws Exception {
        Pattern assets = Pattern.compile("(/assets/[a-z.]+\\?v=[0-9a-f]+)");
        Set<String> charts = Set.of("/assets/echarts.js", "/assets/charts.js");
        long drawn = 0;
        for (String chart : charts) {
            drawn += weight(chart);
        }
        assertThat(drawn).isPositive();
        for (String page :
                List.of("/", "/rescue", "/shipments", "/shipments/GW1", "/approvals", "/decisions", "/carriers")) {
            Set<String> loaded = assets.matcher(service.get("admin-all", page).text())
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(loaded).as(page).hasSizeGreaterThanOrEqualTo(4);
            long bytes = weight(page) + drawn;
            for (String asset : loaded) {
                bytes += weight(asset);
            }
            assertThat(bytes).as(page).isLessThan(MOST_BYTES);
        }
    }
}
