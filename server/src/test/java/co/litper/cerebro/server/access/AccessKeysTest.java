package co.litper.cerebro.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.access.AccessKeys.Denied;
import co.litper.cerebro.server.access.AccessKeys.Granted;
import co.litper.cerebro.server.access.AccessKeys.Issued;
import co.litper.cerebro.server.access.AccessKeys.Refused;
import co.litper.cerebro.server.access.AccessKeys.Revocation;
import co.litper.cerebro.server.access.AccessKeys.Throttled;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {
    private static final Instant START = Instant.parse("2026-03-10T15:00:00Z");
    private static final MerchantId MINE = new MerchantId("mine");

    @TempDir
    private Path folder;

    private Instant now = START;
    private SqliteAccess file = closed();
    private AccessKeys keys = new AccessKeys(file, () -> now);

    private SqliteAccess closed() {
        try {
            return SqliteAccess.open(Files.createTempDirectory("access"), SqliteStore.Options.standard());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() {
        file.close();
        file = SqliteAccess.open(folder, SqliteStore.Options.standard());
        keys = new AccessKeys(file, () -> now);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private static KeyRequest request(Role role) {
        return new KeyRequest("n8n", role, Optional.empty(), Optional.empty());
    }

    private Issued issued(KeyRequest request) {
        return (Issued) keys.issue(request, Caller.COMMAND_LINE, "r1");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aKeyOpensWhatItsRoleAndMerchantSay(Role role) {
        Issued key = issued(new KeyRequest("n8n", role, Optional.of(MINE), Optional.empty()));

        Caller caller = ((Granted) keys.admit(key.token(), "10.0.0.1")).caller();

        assertThat(caller).isEqualTo(new Caller("key:" + key.key().id(), "n8n", role, Optional.of(MINE)));
        assertThat(caller.mayTouch(MINE)).isTrue();
        assertThat(caller.mayTouch(new MerchantId("other"))).isFalse();
        for (Role needed : Role.values()) {
            assertThat(caller.may(needed)).isEqualTo(role.ordinal() >= needed.ordinal());
        }
    }

    @Test
    void aSecretStandsNowhereInTheFolderAndInNoText() throws IOException {
        Issued key = issued(request(Role.ADMIN));
        String secret = key.token().substring("crb_".length() + 12 + 1);
        file.close();

        try (var files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret);
            }
        }
        assertThat(key.toString()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crb_",
                "Bearer crb_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "crb_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "crb_' OR 1=1 --__AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "crb_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            })
    void whatIsNotAKeyIsDenied(String token) {
        issued(request(Role.ADMIN));

        assertThat(keys.admit(token, "10.0.0.1")).isInstanceOf(Denied.class);
    }

    @Test
    void everyCharacterOfAKeyCounts() {
        String token = issued(request(Role.VIEWER)).token();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String wrong = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(keys.admit(wrong, "10.0.0." + i)).as(wrong).isNotInstanceOf(Granted.class);
        }
        assertThat(keys.admit(token, "10.0.0.1")).isInstanceOf(Granted.class);
    }

    @Test
    void aKeyThatAnotherProcessRevokedIsDeniedASecondLater() {
        Issued key = issued(request(Role.OPERATOR));
        try (SqliteAccess second = SqliteAccess.open(folder, SqliteStore.Options.standard())) {
            AccessKeys elsewhere = new AccessKeys(second, () -> now);
            assertThat(elsewhere.revoke(key.key().id(), Caller.COMMAND_LINE, ""))
                    .isEqualTo(Revocation.REVOKED);
        }
        now = now.plus(AccessKeys.REFRESH);

        assertThat(keys.admit(key.token(), "a")).isEqualTo(new Denied("revoked"));
    }

    @Test
    void aKeyThatAnotherProcessMadeIsTakenASecondLater() {
        String token;
        try (SqliteAccess second = SqliteAccess.open(folder, SqliteStore.Options.standard())) {
            token = ((Issued) new AccessKeys(second, () -> now).issue(request(Role.VIEWER), Caller.COMMAND_LINE, ""))
                    .token();
        }
        now = now.plus(AccessKeys.REFRESH);

        assertThat(keys.admit(token, "a")).isInstanceOf(Granted.class);
    }

    @Test
    void theClockSetBackDoesNotReviveARevokedKeyNorStopTheReading() {
        Issued key = issued(request(Role.OPERATOR));
        now = now.minus(Duration.ofDays(400));
        try (SqliteAccess second = SqliteAccess.open(folder, SqliteStore.Options.standard())) {
            new AccessKeys(second, () -> now).revoke(key.key().id(), Caller.COMMAND_LINE, "");
        }

        assertThat(keys.admit(key.token(), "a")).isEqualTo(new Denied("revoked"));
    }

    @Test
    void aKeyEndsAtItsExpiry() {
        Instant end = START.plus(Duration.ofDays(30));
        Issued key = issued(new KeyRequest("x", Role.VIEWER, Optional.empty(), Optional.of(end)));
        now = end.minusMillis(1);
        assertThat(keys.admit(key.token(), "a")).isInstanceOf(Granted.class);
        now = end;

        assertThat(keys.admit(key.token(), "a")).isEqualTo(new Denied("expired"));
        assertThat(keys.anyActive()).isFalse();
    }

    @Test
    void revokingTwiceIsToldAndAnUnknownKeyToo() {
        Issued key = issued(request(Role.VIEWER));
        String id = key.key().id();

        assertThat(keys.revoke(id, Caller.COMMAND_LINE, "")).isEqualTo(Revocation.REVOKED);
        assertThat(keys.revoke(id, Caller.COMMAND_LINE, "")).isEqualTo(Revocation.ALREADY);
        assertThat(keys.revoke("nobody", Caller.COMMAND_LINE, "")).isEqualTo(Revocation.UNKNOWN);
        assertThat(keys.admit(key.token(), "a")).isEqualTo(new Denied("revoked"));
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave() {
        Caller scoped = new Caller("key:1", "x", Role.OPERATOR, Optional.of(MINE));

        Refused all = (Refused) keys.issue(request(Role.ADMIN), scoped, "");
        KeyRequest own = new KeyRequest("x", Role.VIEWER, Optional.of(MINE), Optional.empty());

        assertThat(all.problems()).anyMatch(p -> p.contains("role admin")).anyMatch(p -> p.contains("merchant *"));
        assertThat(keys.issue(own, scoped, "")).isInstanceOf(Issued.class);
    }

    @Test
    void nobodySeesOrRevokesKeysOutsideTheirScope() {
        Issued other = issued(new KeyRequest("x", Role.VIEWER, Optional.of(new MerchantId("other")), Optional.empty()));
        Issued everybodys = issued(request(Role.ADMIN));
        Caller scoped = new Caller("key:1", "x", Role.ADMIN, Optional.of(MINE));

        assertThat(keys.list(scoped)).isEmpty();
        assertThat(keys.revoke(other.key().id(), scoped, "")).isEqualTo(Revocation.UNKNOWN);
        assertThat(keys.revoke(everybodys.key().id(), scoped, "")).isEqualTo(Revocation.UNKNOWN);
    }

    @Test
    void allProblemsOfARequestAreToldTogether() {
        KeyRequest wrong = new KeyRequest(" \n ", Role.VIEWER, Optional.empty(), Optional.of(START));

        Refused refused = (Refused) keys.issue(wrong, Caller.COMMAND_LINE, "");

        assertThat(refused.problems()).hasSize(2).allMatch(p -> p.contains("Maybe"));
        assertThat(keys.list(Caller.COMMAND_LINE)).isEmpty();
    }

    @Test
    void wrongKeysFromOneAddressAreSlowedDownAndAGoodOneIsNot() {
        Issued key = issued(request(Role.VIEWER));
        for (int i = 0; i < GuessLimiter.BURST; i++) {
            assertThat(keys.admit(Token.random().text(), "proxy")).isInstanceOf(Denied.class);
        }

        assertThat(keys.admit(Token.random().text(), "proxy")).isEqualTo(new Throttled(GuessLimiter.REFILL));
        assertThat(keys.admit(Token.random().text(), "elsewhere")).isInstanceOf(Denied.class);
        assertThat(keys.admit(key.token(), "proxy")).isInstanceOf(Granted.class);
        now = now.plus(GuessLimiter.REFILL);
        assertThat(keys.admit(Token.random().text(), "proxy")).isInstanceOf(Denied.class);
    }

    @Test
    void theLimiterForgetsTheQuietestAddressAtItsBound() {
        GuessLimiter limiter = new GuessLimiter();
        for (int i = 0; i < GuessLimiter.ADDRESSES + 50; i++) {
            limiter.wrongKey("address " + i, now);
        }

        assertThat(limiter.addresses()).isEqualTo(GuessLimiter.ADDRESSES);
    }

    @Test
    void lastUseIsToldToTheHourAndNeverGoesBack() {
        Issued key = issued(request(Role.VIEWER));
        keys.admit(key.token(), "a");
        now = now.plus(Duration.ofMinutes(59));
        keys.admit(key.token(), "a");
        assertThat(keys.list(Caller.COMMAND_LINE).getFirst().usedAt()).contains(START);
        now = START.plus(AccessKeys.USE_GRAIN);
        keys.admit(key.token(), "a");
        assertThat(keys.list(Caller.COMMAND_LINE).getFirst().usedAt()).contains(now);
        Instant latest = now;
        now = START.minus(Duration.ofDays(2));
        open();
        keys.admit(key.token(), "a");

        assertThat(keys.list(Caller.COMMAND_LINE).getFirst().usedAt()).contains(latest);
    }
}
