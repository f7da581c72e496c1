package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.world.Hash64;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What a service of many shipments is asked: each of its routes that reads, as its document lists them, with numbers of the store
 * that {@link PastTraffic} made, lists also filtered, and searches. The n-th question of a visit is a function of n.
 */
final class PageVisits {
    private static final String JSON = "application/json";
    private static final String CONTRACT = "guide.updated";
    private static final List<String> FILTERS = List.of(
            "state=ISSUE&open=true",
            "state=DELIVERED&carrier=TCC",
            "carrier=ENVIA&city=76001",
            "city=52001&state=RETURNED",
            "issue=LOST&state=ISSUE",
            "number=24000001");
    private static final List<String> SEARCHES = List.of(
            "phone",
            "guide",
            "order",
            "prefix",
            "maria gomez",
            "quintero salazar",
            "tcc pasto",
            "envia cali en novedad",
            "devuelto medellin servientrega");

    /** Questions that a route is asked; without one it would have nothing to do. */
    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "/api/v1/ask",
            List.of(
                    "question=%C2%BFPor+qu%C3%A9+los+env%C3%ADos+a+CITY+tienen+m%C3%A1s+retrasos%3F",
                    "question=%C2%BFQu%C3%A9+transportadora+conviene+para+CITY%3F"),
            "/knowledge",
            List.of(
                    "question=%C2%BFPor+qu%C3%A9+hay+m%C3%A1s+devoluciones+en+CITY%3F",
                    "question=%C2%BFC%C3%B3mo+van+los+retrasos+en+CITY%3F"),
            "/api/v1/recall",
            List.of("text=direcci%C3%B3n+errada+en+CITY+con+TCC", "text=cliente+no+contesta+CITY"));

    /** Asked about one after the other, so that few questions come twice. */
    private static final List<String> CITIES = List.of(
            "Pasto",
            "Barranquilla",
            "Cali",
            "Bogot%C3%A1",
            "Medell%C3%ADn",
            "Bucaramanga",
            "Pereira",
            "Cartagena",
            "Ibagu%C3%A9",
            "Neiva",
            "Villavicencio",
            "Manizales",
            "Armenia",
            "Santa+Marta",
            "Monter%C3%ADa",
            "Popay%C3%A1n");

    private final int shipments;

    /**
     * One kind of question.
     *
     * @param name as it is told
     * @param kind what is given back
     */
    record Visit(
            String name,
            String method,
            String accept,
            Kind kind,
            LongFunction<String> path,
            LongFunction<String> body) {}

    /** What a visit gives back. */
    enum Kind {
        /** What people see in a browser. */
        PAGE,
        /** A list or figure for programs. */
        LIST,
        SEARCH,
        /** A spreadsheet, which is whole before its first byte leaves. */
        SHEET
    }

    PageVisits(int shipments) {
        this.shipments = shipments;
    }

    /**
     * The visits.
     *
     * @param document of the API
     * @param labels of decisions that are in the store
     * @param customers that are in the store
     */
    List<Visit> all(JsonNode document, List<String> labels, List<String> customers) {
        List<Visit> visits = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            boolean stream = get.at("/responses/200/content").has("text/event-stream");
            if (get.isObject() && !stream && isOfTheStore(path.getKey())) {
                visits.add(get(path.getKey(), get, labels, customers));
            }
        });
        for (String filter : FILTERS) {
            visits.add(list("/api/v1/shipments?limit=50&" + filter));
        }
        visits.add(list("/api/v1/decisions?limit=50&action=redeliver"));
        visits.add(list("/api/v1/decisions?limit=50&carrier=TCC&agent=LOGISTICS"));
        for (String search : SEARCHES) {
            visits.add(new Visit(
                    "search " + search,
                    "POST",
                    JSON,
                    Kind.SEARCH,
                    n -> "/api/v1/shipments/search?limit=50",
                    n -> "{\"text\":\"" + text(search, n) + "\"}"));
        }
        return visits;
    }

    /** Files that a browser keeps, and things that this store has none of, are left out. */
    private static boolean isOfTheStore(String path) {
        return !path.startsWith("/assets/")
                && !path.startsWith("/api-docs/")
                && !path.contains("{number}/{answer}")
                && !path.startsWith("/api/v1/deadletters/")
                && !path.startsWith("/events/letters/")
                && !path.startsWith("/start/{")
                && !path.startsWith("/welcome")
                && !path.startsWith("/api/v1/imports/");
    }

    private static Visit list(String path) {
        return new Visit("GET " + path, "GET", JSON, Kind.LIST, n -> path, n -> "");
    }

    private Visit get(String path, JsonNode operation, List<String> labels, List<String> customers) {
        boolean page = operation.at("/responses/200/content").has("text/html");
        Kind kind = path.endsWith(".xlsx") ? Kind.SHEET : page ? Kind.PAGE : Kind.LIST;
        List<String> questions = QUESTIONS.getOrDefault(path, List.of());
        return new Visit(
                "GET " + path,
                "GET",
                page ? "text/html" : "*/*",
                kind,
                n -> path.replace("{number}", PastTraffic.guide(shipment(n)))
                                .replace("{id}", PastTraffic.guide(shipment(n)))
                                .replace("{guide}", PastTraffic.guide(shipment(n)))
                                .replace("{decision}", one(labels, n))
                                .replace("{customer}", one(customers, n))
                                .replace("{type}", CONTRACT)
                        + (questions.isEmpty() ? "" : "?" + one(questions, n).replace("CITY", one(CITIES, n / 2))),
                n -> "");
    }

    private static String one(List<String> values, long n) {
        return values.isEmpty() ? "-" : values.get((int) (n % values.size()));
    }

    private long shipment(long n) {
        return Long.remainderUnsigned(Hash64.mix(n), shipments);
    }

    private String text(String search, long n) {
        Map<String, String> numbers = Map.of(
                "phone", PastTraffic.phone(shipment(n)),
                "guide", PastTraffic.guide(shipment(n)),
                "order", PastTraffic.order(shipment(n)),
                "prefix", PastTraffic.guide(shipment(n)).substring(0, 10));
        return numbers.getOrDefault(search, search);
    }
}
