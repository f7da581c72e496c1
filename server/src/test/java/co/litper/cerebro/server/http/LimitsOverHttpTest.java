package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls a key may make, and that each act of one is written down. */
class LimitsOverHttpTest {
    private static final int AT_ONCE = 40;

    @Test
    void aKeyThatCallsTooOftenIsAskedToWaitAndOthersAndProbesAreNot(@TempDir Path folder) throws Exception {
        HttpOptions options = RunningService.options().withCallsPerSecond(1);
        try (RunningService service = RunningService.start(folder, options)) {
            List<CompletableFuture<Reply>> calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> me(service)))
                    .toList();
            List<Reply> refused = calls.stream()
                    .map(CompletableFuture::join)
                    .filter(reply -> reply.status() != 200)
                    .toList();
            assertThat(refused).isNotEmpty();
            refused.forEach(reply -> {
                assertThat(reply.status()).isEqualTo(429);
                assertThat(reply.code()).isEqualTo("too-many");
                assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
            });
            assertThat(service.get("operator", "/api/v1/me").status()).isEqualTo(200);
            for (int i = 0; i < AT_ONCE; i++) {
                assertThat(service.get("", "/health/ready").status()).isEqualTo(200);
            }
        }
    }

    private static Reply me(RunningService service) {
        try {
            return service.get("viewer", "/api/v1/me");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyRouteThatChangesSomethingLeavesAnActWhateverCameOfIt(@TempDir Path folder) throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            service.tell(RunningService.issue("a-1", "G1", "3001112233"));
            List<Operation> changing = Operation.of(
                            service.get("", "/openapi.json").json())
                    .stream()
                    .filter(o -> !o.method().equals("GET") && !o.role().isEmpty())
                    .filter(o -> !o.id().equals("postEvents")) // what it does stands in the log itself
                    .toList();
            assertThat(changing).hasSizeGreaterThan(10);
            for (Operation operation : changing) {
                service.call(operation.method(), "admin-all", operation.filled(java.util.Map.of()), "{}");
                assertThat(service.get("admin-all", "/api/v1/audit?limit=20").text())
                        .as(operation.id())
                        .contains("\"" + operation.id() + "\"")
                        .contains("ka-admin");
            }
        }
    }
}
