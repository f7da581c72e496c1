package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.ErrorPages;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.OwnPath;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.http.route.Strict;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes pages: templates made into classes at build time, filled with a model. What comes from outside is escaped by the template,
 * where it stands. Thread-safe.
 */
public final class Press implements ErrorPages {
    static final String HTML = "text/html; charset=utf-8";

    private static final String TAG = "Pages";
    private static final int MOST_FORM_BYTES = 2_048;
    private static final int YEAR_S = 31_536_000;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets = new Assets();
    private final Optional<DemoWorld> demo;

    /** @param demo the world of a demonstration, whose bar every page then has */
    public Press(Optional<DemoWorld> demo) {
        this.demo = demo;
    }

    /** What belongs to no page of its own: files, language and theme. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(assets.routes());
        routes.add(preferences());
        return routes;
    }

    /** What the document tells of a page. */
    public static Doc doc(String id, String told) {
        return Doc.of(id, TAG, told).gives(200, "text/html", "", "The page.");
    }

    /** A page for callers of at least this role. */
    public static Route get(String path, Role needed, Doc doc, Route.Handler handler) {
        return Route.get(path, needed, doc, handler).with(Route.Trait.PAGE);
    }

    /** What a form of a page, or a button, does, for callers of at least this role. */
    public static Route post(String path, Role needed, Doc doc, Route.Handler handler) {
        return Route.post(path, needed, doc.takes(Form.TYPE, ""), handler).with(Route.Trait.PAGE);
    }

    /** The frame of a page of the navigation, with the place's name as its title. */
    public Frame frame(Call call, Place place) {
        return frame(call, place, place);
    }

    /** The frame of a page. */
    public Frame frame(Call call, Place place, Said title, Object... values) {
        Preferences likes = likes(call);
        Texts texts = new Texts(likes.language());
        Optional<Caller> reader =
                Optional.of(call.caller()).filter(who -> !who.actor().isEmpty());
        String told = texts.say(title, values);
        String back = place.path().isEmpty() ? "/" : place.path();
        String here = call.changes() ? back : call.here();
        return new Frame(reader, texts, likes, assets, place, told, here, false, demo.map(DemoBar::of));
    }

    /** The reader's language. */
    public Texts texts(Call call) {
        return new Texts(likes(call).language());
    }

    private static Preferences likes(Call call) {
        return Preferences.of(name -> Optional.ofNullable(call.cookie(name)));
    }

    /**
     * Answers with a page.
     *
     * @param template its name without ending, such as {@code today/page}
     * @param model what the template's parameter {@code model} gets
     */
    public void page(Call call, Frame frame, String template, Object model) {
        Strict.apply(call::header);
        call.header("Cache-Control", "no-store");
        call.reply(200, HTML, written(template, Map.of("frame", frame, "model", model)));
    }

    /** What a template makes of a frame and a model, for streams. */
    public byte[] written(Frame frame, String template, Object model) {
        return written(template, Map.of("frame", frame, "model", model));
    }

    private byte[] written(String template, Map<String, Object> parameters) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, out);
        return out.toByteArray();
    }

    @Override
    public byte[] page(ApiProblem problem, Asked asked) {
        Preferences likes = Preferences.of(asked.cookies());
        Texts texts = new Texts(likes.language());
        ProblemText told = ProblemText.of(problem, asked.call(), texts);
        Optional<Caller> reader = asked.reader().filter(who -> !who.actor().isEmpty());
        Place place = reader.isEmpty() ? Place.ELSEWHERE : Place.of(asked.path());
        Frame frame = new Frame(
                reader,
                texts,
                likes,
                assets,
                place,
                told.title(),
                place.path().isEmpty() ? "/" : place.path(),
                false,
                reader.isEmpty() ? Optional.empty() : demo.map(DemoBar::of));
        return written(asked.part() ? "frame/problem" : "frame/problemPage", Map.of("frame", frame, "model", told));
    }

    /** Lets a reader choose language and theme. */
    private static Route preferences() {
        Doc doc = Doc.of("setPreferences", TAG, "Chooses language and theme of the pages.")
                .takes(Form.TYPE, "")
                .gives(303, "", "", "Back to the page.");
        return Route.open(Route.Method.POST, "/preferences", doc, Press::choose)
                .with(Route.Trait.PAGE)
                .with(Route.Trait.FROM_OWN_PAGE);
    }

    private static void choose(Call call) throws IOException {
        Form form = call.form(MOST_FORM_BYTES);
        String theme = form.field("theme");
        if (Preferences.THEMES.contains(theme)) {
            remember(call, Preferences.THEME_COOKIE, theme);
        }
        co.litper.cerebro.server.text.Language.of(form.field("lang"))
                .ifPresent(language -> remember(call, Preferences.LANGUAGE_COOKIE, language.code()));
        call.redirect(OwnPath.orFirstPage(form.field("back")));
    }

    private static void remember(Call call, String name, String value) {
        call.header("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + YEAR_S);
    }
}
