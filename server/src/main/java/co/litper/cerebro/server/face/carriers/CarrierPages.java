package co.litper.cerebro.server.face.carriers;

import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.ParcelFilter;
import co.litper.cerebro.server.read.ParcelLine;
import co.litper.cerebro.server.read.Parcels;
import co.litper.cerebro.server.read.Scorecard;
import co.litper.cerebro.server.read.Scorecards;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.List;
import java.util.Optional;

/** The page of carriers and lanes. */
public final class CarrierPages {
    private static final int SHOWN = 50;
    /** Of one carrier on the map; Colombia has 1,122 municipalities. */
    private static final int MOST_CITIES = 1_200;

    private static final int MOST_SKIPPED = 100_000;

    private final FaceDesk desk;

    public CarrierPages(FaceDesk desk) {
        this.desk = desk;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Press.get(
                "/carriers",
                Role.VIEWER,
                Press.doc("pageCarriers", "How carriers do, over all and by city.")
                        .merchant()
                        .query("carrier", "{\"type\":\"string\",\"maxLength\":40}", "TCC", "Lanes of this one only.")
                        .query(
                                "city",
                                "{\"type\":\"string\",\"maxLength\":60}",
                                "Pasto",
                                "Lanes to this city only, by its name or DANE code.")
                        .query(
                                "skip",
                                "{\"type\":\"integer\",\"minimum\":0,\"maximum\":" + MOST_SKIPPED + "}",
                                "50",
                                "Lanes to leave out."),
                this::page));
    }

    private void page(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.CARRIERS);
        Scorecards cards = desk.reads().scorecards();
        Optional<Carrier> chosen = call.query("carrier").map(CarrierPages::carrier);
        String told = call.query("city").map(String::strip).orElse("");
        Optional<CityCode> city = Optional.of(told)
                .filter(name -> !name.isEmpty())
                .map(name -> CityDirectory.packaged().find(name).code());
        int skip = call.number("skip", 0, MOST_SKIPPED, 0);
        List<Scorecard> lanes = city.filter(code -> !code.isKnown()).isPresent()
                ? List.of()
                : cards.lanes(call.merchant(), chosen, city, SHOWN + 1, skip);
        desk.press()
                .page(
                        call,
                        frame,
                        "carriers/page",
                        new CarrierModel(
                                cards.carriers(call.merchant()).stream()
                                        .map(card -> CarrierModel.card(
                                                card,
                                                "/carriers?carrier="
                                                        + card.carrier().code(),
                                                desk,
                                                frame.texts()))
                                        .toList(),
                                title(frame, chosen, city),
                                told,
                                lanes.stream()
                                        .limit(SHOWN)
                                        .map(card -> CarrierModel.card(card, shipments(card), desk, frame.texts()))
                                        .toList(),
                                chosen.map(Carrier::code).orElse(""),
                                lanes.size() > SHOWN && city.isEmpty() ? skip + SHOWN : 0,
                                map(call.merchant(), chosen, cards, frame)));
    }

    private String title(Frame frame, Optional<Carrier> chosen, Optional<CityCode> city) {
        if (city.isPresent()) {
            return city.get().isKnown()
                    ? frame.say(CarrierWords.LANES_TO, desk.cities().apply(city.get()))
                    : frame.say(CarrierWords.NO_CITY);
        }
        return chosen.map(one -> frame.say(CarrierWords.LANES_OF, frame.texts().carrier(one)))
                .orElseGet(() -> frame.say(CarrierWords.LANES));
    }

    private MapModel map(MerchantId merchant, Optional<Carrier> chosen, Scorecards cards, Frame frame)
            throws InterruptedException {
        List<Scorecard> cities = chosen.isEmpty()
                ? cards.cities(merchant)
                : cards.lanes(merchant, chosen, Optional.empty(), MOST_CITIES, 0);
        Parcels parcels = desk.reads().parcels();
        ParcelFilter filter = ParcelFilter.of(merchant).carrier(chosen);
        List<Long> newest = parcels.page(filter, Long.MAX_VALUE, Parcels.MOST_LINES).lines().stream()
                .map(ParcelLine::id)
                .toList();
        return new MapReading(frame.texts()).map(cities, parcels.homes(newest));
    }

    private static String shipments(Scorecard card) {
        return card.city().isKnown()
                ? "/shipments?carrier=" + card.carrier().code() + "&city="
                        + card.city().code()
                : "";
    }

    private static Carrier carrier(String code) {
        try {
            return new Carrier(code);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "carrier: must be a carrier's code", e);
        }
    }
}
