package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.backup.BackupException;
import co.litper.cerebro.server.backup.BackupShelf;
import co.litper.cerebro.server.backup.Backups;
import co.litper.cerebro.server.backup.Manifest;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Backups that are asked for from afar: made and proved beside the loop, kept in {@code backup.folder}, never sent. */
final class BackupRoutes {
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Backups backups;
    private final BackupShelf shelf;
    /** Each reads every byte of the store, so one at a time. */
    private final Semaphore one = new Semaphore(1);

    BackupRoutes(Backups backups, BackupShelf shelf) {
        this.backups = backups;
        this.shelf = shelf;
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
        boolean withKey = withKey(call.query("key").orElse("true"));
        if (!one.tryAcquire()) {
            throw ApiProblem.of(Code.BUSY, "Another backup is being made.").retryAfter(COME_AGAIN);
        }
        try {
            Path target = shelf.next();
            Manifest made = backups.make(target, withKey);
            call.reply(
                    201,
                    Json.object()
                            .put("name", String.valueOf(target.getFileName()))
                            .put("madeAt", made.madeAt().toString())
                            .put("events", made.contents().events())
                            .put("people", made.contents().people())
                            .put("bytes", made.bytes()));
        } catch (BackupException e) {
            throw ApiProblem.of(Code.UNAVAILABLE, "No backup was made: " + e.getMessage(), e);
        } finally {
            one.release();
        }
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
        shelf.names().forEach(name -> items.addObject().put("name", name));
        call.reply(200, json);
    }
}
