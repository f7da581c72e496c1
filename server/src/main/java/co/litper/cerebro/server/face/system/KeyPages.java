package co.litper.cerebro.server.face.system;

import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.KeyInfo;
import co.litper.cerebro.server.access.KeyRequest;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page of the keys that programs come in with. */
public final class KeyPages {
    private static final int FORM_BYTES = 1_024;
    /** Ten years; who wants more wants a key without end. */
    private static final int MOST_DAYS = 3_650;

    private final FaceDesk desk;
    private final AccessKeys keys;

    public KeyPages(FaceDesk desk, AccessKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/system/keys",
                        Role.ADMIN,
                        Press.doc("pageKeys", "Keys of programs, without their secrets."),
                        call -> show(call, "", "", false)),
                Press.post(
                        "/system/keys",
                        Role.ADMIN,
                        Press.doc("makeKeyOnPage", "Makes a key and shows its secret once."),
                        this::make),
                Press.post(
                        "/system/keys/revoke",
                        Role.ADMIN,
                        Press.doc("revokeKeyOnPage", "Takes a key back."),
                        this::revoke));
    }

    private void show(Call call, String token, String told, boolean failed) {
        Frame frame = desk.press().frame(call, Place.SYSTEM, KeyWords.KEYS);
        Instant now = desk.now();
        List<KeyModel.Key> known = keys.list(call.caller()).reversed().stream()
                .map(key -> key(key, now, frame))
                .toList();
        desk.press().page(call, frame, "system/keys", new KeyModel(known, token, told, failed));
    }

    private static KeyModel.Key key(KeyInfo key, Instant now, Frame frame) {
        KeyInfo.Standing standing = key.standing(now);
        return new KeyModel.Key(
                key.id(),
                key.label(),
                frame.say(SystemPages.role(key.role())),
                key.merchant().map(MerchantId::value).orElseGet(() -> frame.say(KeyWords.ALL)),
                moment(Optional.of(key.madeAt()), KeyWords.NEVER, frame),
                moment(key.expiresAt(), KeyWords.NEVER, frame),
                moment(key.usedAt(), KeyWords.NEVER, frame),
                frame.say(word(standing)),
                standing == KeyInfo.Standing.ACTIVE);
    }

    private static String moment(Optional<Instant> at, Said none, Frame frame) {
        return at.map(when -> Figures.dayYearTime(when, frame.texts().language()))
                .orElseGet(() -> frame.say(none));
    }

    private static Said word(KeyInfo.Standing standing) {
        return switch (standing) {
            case ACTIVE -> KeyWords.ACTIVE;
            case EXPIRED -> KeyWords.EXPIRED;
            case REVOKED -> KeyWords.REVOKED;
        };
    }

    private void make(Call call) throws IOException {
        Form form = call.form(FORM_BYTES);
        Role role = Role.of(form.field("role"))
                .orElseThrow(() -> ApiProblem.of(Code.BAD_BODY, "role: must be one of " + Role.all()));
        KeyRequest wanted = new KeyRequest(
                form.field("label"), role, merchant(call, form.field("merchant")), end(form.field("days")));
        switch (keys.issue(wanted, call.caller(), call.id())) {
            case AccessKeys.Issued(String token, KeyInfo _) ->
                show(call, token, desk.press().texts(call).say(KeyWords.MADE), false);
            case AccessKeys.Refused(List<String> problems) -> show(call, "", String.join(" ", problems), true);
        }
    }

    private static Optional<MerchantId> merchant(Call call, String text) {
        if (text.isBlank()) {
            return call.caller().merchant();
        }
        try {
            return Optional.of(new MerchantId(text.strip()));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_BODY, "merchant: must have 1 to 64 characters", e);
        }
    }

    private Optional<Instant> end(String days) {
        if (days.isBlank()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(days.strip());
            if (number >= 1 && number <= MOST_DAYS) {
                return Optional.of(desk.now().plus(Duration.ofDays(number)));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw ApiProblem.of(Code.BAD_BODY, "days: must be a whole number from 1 to " + MOST_DAYS + ", or empty");
    }

    private void revoke(Call call) throws IOException {
        String id = call.form(FORM_BYTES).field("id");
        if (keys.revoke(id, call.caller(), call.id()) == AccessKeys.Revocation.UNKNOWN) {
            throw ApiProblem.of(Code.NOT_FOUND, "No key has this id.");
        }
        show(call, "", desk.press().texts(call).say(KeyWords.REVOKED_NOW, id), false);
    }
}
