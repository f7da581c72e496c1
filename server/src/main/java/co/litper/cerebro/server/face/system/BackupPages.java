package co.litper.cerebro.server.face.system;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.backup.BackupException;
import co.litper.cerebro.server.backup.OneBackup;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The page of backups. */
public final class BackupPages {
    private static final int FORM_BYTES = 64;
    private static final double MEGA = 1e6;

    private final FaceDesk desk;
    private final OneBackup backups;

    public BackupPages(FaceDesk desk, OneBackup backups) {
        this.desk = desk;
        this.backups = backups;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/system/backups",
                        Role.ADMIN,
                        Press.doc("pageBackups", "Finished backups, newest first."),
                        call -> show(call, "", false)),
                Press.post(
                                "/system/backups",
                                Role.ADMIN,
                                Press.doc("makeBackupOnPage", "Copies the store as it is now, and proves the copy."),
                                this::make)
                        .with(Route.Trait.ENDLESS));
    }

    private void show(Call call, String told, boolean failed) throws IOException {
        call.requireAllMerchants();
        Frame frame = desk.press().frame(call, Place.SYSTEM, KeyWords.BACKUPS);
        desk.press().page(call, frame, "system/backups", new BackupModel(backups.names(), told, failed));
    }

    private void make(Call call) throws IOException {
        call.requireAllMerchants();
        boolean withKey = call.form(FORM_BYTES).field("key").equals("true");
        try {
            Optional<OneBackup.Made> made = backups.make(withKey);
            Texts texts = desk.press().texts(call);
            show(call, made.map(one -> told(one, texts)).orElseGet(() -> texts.say(KeyWords.BUSY)), made.isEmpty());
        } catch (BackupException e) {
            throw ApiProblem.of(Code.UNAVAILABLE, "No backup was made: " + e.getMessage(), e);
        }
    }

    private static String told(OneBackup.Made made, Texts texts) {
        return texts.say(
                KeyWords.BACKED_UP,
                made.name(),
                Figures.count(made.manifest().contents().events()),
                Figures.decimal(made.manifest().bytes() / MEGA, 1));
    }
}
