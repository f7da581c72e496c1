package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.AccessKeys.Issued;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.KeyRequest;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the folder, shown over the network, at a clock that is set. */
class AccessOverHttpTest {
    private static final int BURST = 10;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-10T15:00:00Z"));
    private RunningService service;

    @BeforeEach
    void open() {
        service = new RunningService(
                RunningService.Start.in(folder).clock(now::get).withOwnKeys());
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Issued key(Role role, Optional<MerchantId> merchant, Optional<Instant> until) {
        return (Issued) service.keys().issue(new KeyRequest("n8n", role, merchant, until), Caller.COMMAND_LINE, "r1");
    }

    @Test
    void whoGuessesKeysIsSlowedDownAndWhoHasOneIsNot() throws Exception {
        String good = key(Role.VIEWER, Optional.empty(), Optional.empty()).token();
        for (int guess = 0; guess < BURST; guess++) {
            String wrong = good.substring(0, good.length() - 4) + "%04d".formatted(guess);
            assertThat(service.get(wrong, "/api/v1/me").code()).isEqualTo("unknown-key");
        }
        Reply slowed = service.get(good + "x", "/api/v1/me");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 6);
        assertThat(service.get(good, "/api/v1/me").status()).isEqualTo(200);

        now.updateAndGet(at -> at.plus(Duration.ofSeconds(7)));
        assertThat(service.get("wrong", "/api/v1/me").status()).isEqualTo(401);
        assertThat(service.get("wrong", "/api/v1/me").status()).isEqualTo(429);
    }

    @Test
    void whatIsNoKeyIsToldNothingElseThanThat() throws Exception {
        String good = key(Role.ADMIN, Optional.empty(), Optional.empty()).token();
        String first = service.get(good.substring(1), "/api/v1/me")
                .json()
                .path("detail")
                .asText();
        for (String wrong : new String[] {good.toLowerCase(Locale.ROOT) + "q", "x".repeat(600), "'--", "%00"}) {
            Reply reply = service.get(wrong, "/api/v1/me");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().path("detail").asText()).isEqualTo(first);
            assertThat(reply.text()).doesNotContain(wrong);
        }
        assertThat(service.get("", "/api/v1/me?key=" + good).status()).isEqualTo(400);
    }

    @Test
    void aKeyOpensWhatItsRoleAndMerchantSayUntilItEndsOrIsTakenBack() throws Exception {
        Issued viewer = key(
                Role.VIEWER,
                Optional.of(RunningService.MERCHANT),
                Optional.of(now.get().plus(Duration.ofHours(1))));
        Issued operator = key(Role.OPERATOR, Optional.empty(), Optional.empty());

        assertThat(service.get(viewer.token(), "/api/v1/me")
                        .json()
                        .path("merchant")
                        .asText())
                .isEqualTo("principal");
        assertThat(service.get(viewer.token(), "/api/v1/decisions?merchant=vecina")
                        .code())
                .isEqualTo("other-merchant");
        assertThat(service.call("PUT", operator.token(), "/api/v1/pauses/all", "")
                        .code())
                .isEqualTo("role-too-low");
        assertThat(service.get(operator.token(), "/api/v1/decisions?merchant=vecina")
                        .status())
                .isEqualTo(200);

        service.keys().revoke(operator.key().id(), Caller.COMMAND_LINE, "r2");
        assertThat(service.get(operator.token(), "/api/v1/me").status()).isEqualTo(401);
        now.updateAndGet(at -> at.plus(Duration.ofHours(2)));
        assertThat(service.get(viewer.token(), "/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void noSecretStandsInAnyFileOrInTheTrail() throws Exception {
        Issued admin = key(Role.ADMIN, Optional.empty(), Optional.empty());
        service.call("PUT", admin.token(), "/api/v1/pauses/all", "");
        assertThat(service.get(admin.token(), "/api/v1/audit").text())
                .contains("putPause")
                .doesNotContain(admin.token());
        byte[] secret = admin.token().substring(admin.token().length() - 20).getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
