package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.backup.BackupException;
import co.litper.cerebro.server.backup.OneBackup;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Backups that are asked for from afar: made and proved beside the loop, kept in {@code backup.folder}, never sent. */
final class BackupRoutes {
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final OneBackup backups;

    BackupRoutes(OneBackup backups) {
        this.backups = backups;
    }

    List<Route> routes() {
        Doc make = Doc.of("makeBackup", "Backups", "Copies the store as it is now, and proves the copy.")
                .query(
                        "key",
                        "{\"type\":\"boolean\",\"default\":true}",
                        "false",
                        "False to leave `vault.key` out; who has it can read the customers' data.")
                .gives(201, "Backup", "It is made and proved.");
        Doc list = Doc.of("listBackups", "Backups", "Finished backups, newest first.")
                .gives(200, "BackupList", "At most a thousand.");
        return List.of(
                Route.post("/api/v1/backups", Role.ADMIN, make, this::make).with(Route.Trait.ENDLESS),
                Route.get("/api/v1/backups", Role.ADMIN, list, this::list));
    }

    private void make(Call call) throws IOException {
        call.requireAllMerchants();
        OneBackup.Made made;
        try {
            made = backups.make(withKey(call.query("key").orElse("true")))
                    .orElseThrow(() -> ApiProblem.of(Code.BUSY, "Another backup is being made.")
                            .retryAfter(COME_AGAIN));
        } catch (BackupException e) {
            throw ApiProblem.of(Code.UNAVAILABLE, "No backup was made: " + e.getMessage(), e);
        }
        call.reply(
                201,
                Json.object()
                        .put("name", made.name())
                        .put("madeAt", made.manifest().madeAt().toString())
                        .put("events", made.manifest().contents().events())
                        .put("people", made.manifest().contents().people())
                        .put("bytes", made.manifest().bytes()));
    }

    private static boolean withKey(String told) {
        return switch (told) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiProblem.of(Code.BAD_PARAMETER, "key: must be true or false");
        };
    }

    private void list(Call call) throws IOException {
        call.requireAllMerchants();
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        backups.names().forEach(name -> items.addObject().put("name", name));
        call.reply(200, json);
    }
}
