package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessesOfPasswordsTest {
    private static final String RIGHT = "la frase de siempre";

    private Instant now = Instant.parse("2026-03-02T15:00:00Z");

    private Users users(SqliteAccess file) {
        Clock clock = () -> now;
        return new Users(file, clock);
    }

    private static SqliteAccess open(Path folder) {
        return SqliteAccess.open(folder, SqliteStore.Options.standard());
    }

    private static UserRequest request(String name, String password, Role role) {
        return new UserRequest(name, password, role, Optional.empty());
    }

    @Test
    void whoGuessesIsStoppedEvenWithTheRightPasswordUntilSomeTimeHasPassed(@TempDir Path folder) {
        try (SqliteAccess file = open(folder)) {
            Users users = users(file);
            users.add(request("ana", RIGHT, Role.ADMIN), Caller.LOCAL, "");
            int wrong = 0;
            while (users.signIn("ana", "adivinanza " + wrong, "10.0.0.9") instanceof Users.Wrong) {
                wrong++;
            }
            assertThat(wrong).isEqualTo(10);
            assertThat(users.signIn("ana", RIGHT, "10.0.0.9")).isInstanceOf(Users.Wait.class);
            assertThat(users.signIn("ana", RIGHT, "10.0.0.8")).isInstanceOf(Users.Wait.class);

            now = now.plus(Duration.ofSeconds(7));
            assertThat(users.signIn("ANA ", RIGHT, "10.0.0.9")).isInstanceOf(Users.Welcome.class);
        }
    }

    @Test
    void noPasswordStandsInAnyFile(@TempDir Path folder) throws Exception {
        try (SqliteAccess file = open(folder)) {
            Users users = users(file);
            users.add(request("ana", RIGHT, Role.ADMIN), Caller.LOCAL, "");
            users.signIn("ana", RIGHT, "10.0.0.9");
        }
        try (var files = Files.list(folder)) {
            for (Path path : files.toList()) {
                assertThat(new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(path.toString())
                        .doesNotContain(RIGHT);
            }
        }
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave(@TempDir Path folder) {
        try (SqliteAccess file = open(folder)) {
            Users users = users(file);
            MerchantId own = new MerchantId("mia");
            Caller limited = new Caller("user:1", "jefa", Role.OPERATOR, Optional.of(own));
            assertThat(users.add(request("x", RIGHT, Role.ADMIN), limited, ""))
                    .isEqualTo(new Users.Refused(List.of(Users.Problem.ROLE_ABOVE, Users.Problem.OTHER_MERCHANT)));
            assertThat(users.add(new UserRequest("x", RIGHT, Role.VIEWER, Optional.of(own)), limited, ""))
                    .isEqualTo(new Users.Done("x"));
            users.add(request("ana", RIGHT, Role.ADMIN), Caller.LOCAL, "");
            assertThat(users.remove("ana", limited, "")).isEqualTo(new Users.Refused(List.of(Users.Problem.UNKNOWN)));
            assertThat(users.changePassword("ana", "una clave nueva", limited, ""))
                    .isEqualTo(new Users.Refused(List.of(Users.Problem.UNKNOWN)));
        }
    }

    @Test
    void onlyOneCanBeTheFirst(@TempDir Path folder) {
        try (SqliteAccess file = open(folder)) {
            Users users = users(file);
            assertThat(users.isEmpty()).isTrue();
            assertThat(users.addFirst("ana", "corta", ""))
                    .isEqualTo(new Users.Refused(List.of(Users.Problem.PASSWORD_SHORT)));
            assertThat(users.addFirst("ana", RIGHT, "")).isEqualTo(new Users.Done("ana"));
            assertThat(users.addFirst("eva", RIGHT, "")).isEqualTo(new Users.Refused(List.of(Users.Problem.NOT_FIRST)));
            assertThat(users.list(Caller.LOCAL)).hasSize(1);
        }
    }

    @Test
    void whatAnotherProcessChangesCountsWithinASecond(@TempDir Path folder) {
        try (SqliteAccess file = open(folder);
                SqliteAccess other = open(folder)) {
            Users serving = users(file);
            Users commandLine = users(other);
            commandLine.add(request("ana", RIGHT, Role.ADMIN), Caller.COMMAND_LINE, "");
            now = now.plus(Duration.ofSeconds(2));
            Users.SignIn first = serving.signIn("ana", RIGHT, "10.0.0.9");
            assertThat(first).isInstanceOf(Users.Welcome.class);

            commandLine.remove("ana", Caller.COMMAND_LINE, "");
            now = now.plus(Duration.ofSeconds(2));
            assertThat(serving.caller(((Users.Welcome) first).user().id(), 1)).isEmpty();
        }
    }
}
