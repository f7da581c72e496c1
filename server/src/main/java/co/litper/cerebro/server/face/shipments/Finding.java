package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.read.ParcelFilter;
import co.litper.cerebro.server.read.Parcels;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which shipments are meant, and finds them. */
final class Finding {
    static final String KIND = "shipment";
    static final int SHOWN = 50;

    private static final int LONGEST_WORD = 64;
    private static final int MOST_STILL_HOURS = 10_000;
    private static final String WORD = "{\"type\":\"string\",\"maxLength\":" + LONGEST_WORD + "}";

    private final FaceDesk desk;

    Finding(FaceDesk desk) {
        this.desk = desk;
    }

    static Doc doc(Doc doc) {
        String states = Arrays.stream(ShipmentState.values())
                .map(s -> '"' + s.name() + '"')
                .collect(Collectors.joining(","));
        return doc.merchant()
                .query("number", WORD, "G1", "How the guide begins, or the order.")
                .query("state", "{\"type\":\"string\",\"enum\":[" + states + ",\"\"]}", "ISSUE", "That stand so.")
                .query("carrier", WORD, "TCC", "With this carrier's code.")
                .query("city", WORD, "11001", "To this city's code.")
                .query("open", "{\"type\":\"string\",\"enum\":[\"true\",\"\"]}", "true", "With an open novedad only.")
                .query("late", "{\"type\":\"string\",\"enum\":[\"true\",\"\"]}", "true", "That came late only.")
                .query(
                        "still",
                        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + MOST_STILL_HOURS + "}",
                        "48",
                        "Under way and without movement for so many hours.")
                .query("cursor", "{\"type\":\"string\",\"maxLength\":200}", "", "Where the page begins.");
    }

    /** The filter that the query tells. */
    ParcelFilter filter(Call call) {
        Optional<Carrier> carrier = word(call, "carrier").map(Finding::carrier);
        ParcelFilter filter = ParcelFilter.of(call.merchant())
                .number(word(call, "number").map(String::strip).orElse(""))
                .state(call.word("state", ShipmentState.values()))
                .carrier(carrier)
                .city(word(call, "city").map(Finding::city))
                .issue(Optional.empty(), flag(call, "open"))
                .endedOn(Optional.empty(), flag(call, "late"));
        int still = call.number("still", 1, MOST_STILL_HOURS, 0);
        return still == 0
                ? filter
                : filter.stillSince(desk.now().minus(Duration.ofHours(still)).toEpochMilli());
    }

    private static boolean flag(Call call, String name) {
        return call.query(name).filter("true"::equals).isPresent();
    }

    private static Optional<String> word(Call call, String name) {
        return call.query(name).map(text -> {
            if (text.length() > LONGEST_WORD) {
                throw ApiProblem.of(Code.BAD_PARAMETER, name + ": must have at most " + LONGEST_WORD + " characters");
            }
            return text;
        });
    }

    private static Carrier carrier(String code) {
        try {
            return new Carrier(code);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "carrier: must be a carrier's code");
        }
    }

    private static CityCode city(String code) {
        try {
            return new CityCode(code);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "city: must be a city's code");
        }
    }

    /** A page of those that fit. */
    ShipmentList list(ParcelFilter filter, String text, long before, String query, Texts texts)
            throws InterruptedException {
        ReadSide reads = desk.reads();
        Parcels.Page page = reads.parcels().page(filter, before, SHOWN);
        List<Carrier> carriers = reads.scorecards().carriers(filter.merchant()).stream()
                .map(card -> card.carrier())
                .filter(carrier -> !carrier.equals(Carrier.UNKNOWN))
                .toList();
        return new ShipmentList(
                text,
                filter.state(),
                filter.carrier(),
                filter.city().map(CityCode::code).orElse(""),
                filter.onlyOpen(),
                page.lines().stream()
                        .map(line -> ShipmentRow.of(line, desk, texts))
                        .toList(),
                page.next() == 0 ? "" : new Cursor(KIND, page.next()).text(),
                page.cut(),
                carriers,
                query,
                "");
    }
}
