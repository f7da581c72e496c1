package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the layout needs of a page. Immutable.
 *
 * @param caller who reads; empty outside
 * @param texts the reader's language
 * @param place where the navigation stands
 * @param title the page's own, in the reader's language
 * @param here the page's address, for coming back
 * @param charts true if the page draws charts
 * @param demo the bar of a demonstration; empty in a real service
 */
public record Frame(
        Optional<Caller> caller,
        Texts texts,
        Preferences preferences,
        Assets assets,
        Place place,
        String title,
        String here,
        boolean charts,
        Optional<DemoBar> demo) {

    /** A sentence in the reader's language. */
    public String say(Said sentence, Object... values) {
        return texts.say(sentence, values);
    }

    /** A number as a segment of a path: whoever numbers guides may write anything into them. */
    public String segment(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Where the navigation leads. */
    public List<Place> places() {
        return Arrays.stream(Place.values())
                .filter(each -> !each.path().isEmpty())
                .filter(each -> each != Place.DEMO || demo.isPresent())
                .toList();
    }

    /** True if the reader may do what the role may. */
    public boolean may(Role role) {
        return caller.filter(who -> who.may(role)).isPresent();
    }

    /** True if the reader may act and see people. */
    public boolean acts() {
        return may(Role.OPERATOR);
    }

    /** True if the reader may change how things are. */
    public boolean rules() {
        return may(Role.ADMIN);
    }

    /** The reader's name, or nothing outside. */
    public String reader() {
        return caller.map(Caller::label).orElse("");
    }

    /** What the reader's role is called. */
    public Said role() {
        return switch (caller.map(Caller::role).orElse(Role.VIEWER)) {
            case VIEWER -> FrameWords.ROLE_VIEWER;
            case OPERATOR -> FrameWords.ROLE_OPERATOR;
            case ADMIN -> FrameWords.ROLE_ADMIN;
        };
    }

    /** This for a page that draws charts. */
    public Frame withCharts() {
        return new Frame(caller, texts, preferences, assets, place, title, here, true, demo);
    }
}
