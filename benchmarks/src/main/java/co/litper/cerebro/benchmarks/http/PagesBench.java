package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How soon the first byte of every page and list of the service is there, over a store with many shipments and while events come
 * in. The service runs in a process of its own; one visitor asks one question after the other.
 */
public final class PagesBench implements Bench {
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int BATCH_EVENTS = 20;
    private static final int CONNECTIONS = 32;
    private static final int WARM_ROUNDS = 3;
    private static final double EVENTS_PER_SECOND = 2_000;
    private static final double LOAD_SECONDS = 15;
    private static final long LOOK_MS = 500;
    private static final long THINK_MS = 5;
    private static final int BAD_STATUS = 400;
    private static final double PAGE_LIMIT_MS = 200;
    private static final double SEARCH_LIMIT_MS = 100;
    private static final double PAGE_LIMIT_KB = 700;
    private static final long LONGEST_US = 120_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private int shipments = 1_000_000;
    private int rounds = 60;
    private String data = "";

    /** What was seen of one kind of question. */
    private static final class Tally {
        private final Histogram firstByteUs = new Histogram(LONGEST_US, 3);
        private long bytes;
        private long bad;
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String description() {
        return "first byte of every page and list over a million shipments while 2,000 events a second come in";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        for (int i = 0; i + 1 < args.size(); i++) {
            switch (args.get(i)) {
                case "--shipments" -> shipments = Integer.parseInt(args.get(i + 1));
                case "--rounds" -> rounds = Integer.parseInt(args.get(i + 1));
                case "--data" -> data = args.get(i + 1);
                default -> {
                    // the value of another option, or one of another bench
                }
            }
        }
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        try {
            measure(ours, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException("the store could not be made", e);
        }
        SequencedMap<String, Object> limits = new LinkedHashMap<>();
        limits.put("p95Ms", PAGE_LIMIT_MS);
        limits.put("searchP95Ms", SEARCH_LIMIT_MS);
        limits.put("pageKbMost", PAGE_LIMIT_KB);
        return new BenchResult(
                name(),
                ours,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                limits,
                List.of(PagesStore.SEED),
                "./cerebro bench pages --json");
    }

    private void measure(SequencedMap<String, Object> ours, PrintStream progress) throws Exception {
        Path base = data.isEmpty() ? Files.createTempDirectory("cerebro-bench-pages") : Path.of(data);
        Path folder = base.resolve("data");
        Files.createDirectories(base);
        double made = PagesStore.make(folder, shipments, progress);
        ours.put("shipments", shipments);
        ours.put("makeSeconds", made);
        try (ServedProcess served = ServedProcess.start(folder)) {
            ours.put("startSeconds", served.startSeconds());
            ours.put("projectSeconds", awaitReads(served, progress));
            ours.put("readsMb", Files.size(folder.resolve("reads.db")) / 1e6);
            visit(served, ours, progress);
            ours.put("residentMbMost", served.residentMb(true));
            served.stop();
        } finally {
            if (data.isEmpty()) {
                HttpBench.remove(base);
            }
        }
    }

    /** Seconds until the read tables tell of the whole log. */
    private double awaitReads(ServedProcess served, PrintStream progress) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long behind = behind(served);
        for (int looks = 0; behind > 0; looks++) {
            if (looks % 20 == 0) {
                progress.printf(Locale.ROOT, "read tables: %,d entries behind%n", behind);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            behind = behind(served);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private long behind(ServedProcess served) throws IOException, InterruptedException {
        for (String line : text(served, "/metrics").split("\n", -1)) {
            if (line.startsWith("cerebro_reads_behind ")) {
                return (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1));
            }
        }
        throw new IOException("/metrics does not tell cerebro_reads_behind");
    }

    private String text(ServedProcess served, String path) throws IOException, InterruptedException {
        URI uri = URI.create(served.address() + path.substring(1));
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + served.key())
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private List<String> values(ServedProcess served, String path, String field)
            throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        for (JsonNode item : json.readTree(text(served, path)).path("items")) {
            if (item.hasNonNull(field)) {
                values.add(item.path(field).asText());
            }
        }
        return values;
    }

    private void visit(ServedProcess served, SequencedMap<String, Object> ours, PrintStream progress)
            throws IOException, InterruptedException {
        List<PageVisits.Visit> visits = new PageVisits(shipments)
                .all(
                        json.readTree(text(served, "/openapi.json")),
                        values(served, "/api/v1/decisions?limit=200", "decision"),
                        values(served, "/api/v1/shipments?limit=500", "customer"));
        SequencedMap<String, Tally> tallies = new LinkedHashMap<>();
        visits.forEach(v -> tallies.put(v.name(), new Tally()));
        WireTraffic traffic = new WireTraffic("p" + System.nanoTime(), PastTraffic.MERCHANT.value());
        Load load = new Load(
                served.address(),
                served.key(),
                "POST /api/v1/events",
                BATCH,
                n -> traffic.batch(n * BATCH_EVENTS, BATCH_EVENTS));
        PageWeights weights = new PageWeights(client, served.address(), served.key());
        double heaviest = 0;
        for (PageVisits.Visit visit : visits) {
            if (visit.kind() == PageVisits.Kind.PAGE) {
                heaviest = Math.max(heaviest, weights.bytes(visit.path().apply(0)) / 1e3);
            }
        }
        ours.put("pageKbMost", heaviest);
        LiveReader live = LiveReader.open(served.address(), served.key());
        boolean[] over = new boolean[1];
        Thread visitor = Thread.ofPlatform().start(() -> {
            visitAll(served, visits, new LinkedHashMap<>(), WARM_ROUNDS, progress);
            visitAll(served, visits, tallies, rounds, progress);
            over[0] = true;
        });
        double rate = EVENTS_PER_SECOND / BATCH_EVENTS;
        long ok = 0;
        long failed = 0;
        long turnedAway = 0;
        double seconds = 0;
        long behindMost = 0;
        Histogram latency = new Histogram(LONGEST_US, 3);
        for (long first = 0; visitor.isAlive(); first += 1_000_000) {
            Load.Outcome outcome = load.openLoop(CONNECTIONS, LOAD_SECONDS, first, rate);
            ok += outcome.ok();
            failed += outcome.failed();
            turnedAway += outcome.turnedAway();
            seconds += LOAD_SECONDS;
            latency.add(outcome.latencyUs());
            behindMost = Math.max(behindMost, behind(served));
        }
        visitor.join();
        boolean liveToTheEnd = !live.isEnded();
        live.close();
        ours.put("liveUpdates", live.gapsUs().getTotalCount());
        ours.put("liveGapP95Ms", live.gapsUs().getValueAtPercentile(95) / 1e3);
        ours.put("liveGapMostMs", live.gapsUs().getMaxValue() / 1e3);
        ours.put("liveToTheEnd", liveToTheEnd);
        ours.put("eventsPerSecond", ok * BATCH_EVENTS / seconds);
        ours.put("eventsFailed", failed * BATCH_EVENTS);
        ours.put("eventsTurnedAway", turnedAway * BATCH_EVENTS);
        ours.put("eventP99Ms", latency.getValueAtPercentile(99) / 1e3);
        ours.put("behindMost", behindMost);
        tell(visits, tallies, ours, progress);
        ours.put("visited", over[0]);
    }

    private static void visitAll(
            ServedProcess served,
            List<PageVisits.Visit> visits,
            SequencedMap<String, Tally> tallies,
            int rounds,
            PrintStream progress) {
        for (long round = 0; round < rounds; round++) {
            progress.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
            for (PageVisits.Visit visit : visits) {
                Tally tally = tallies.getOrDefault(visit.name(), new Tally());
                try (FirstByte wire = new FirstByte(served.address(), served.key())) {
                    FirstByte.Seen seen = wire.ask(
                            visit.method(),
                            visit.path().apply(round),
                            visit.accept(),
                            visit.body().apply(round));
                    tally.firstByteUs.recordValue(seen.firstByteNs() / 1_000);
                    tally.bytes = Math.max(tally.bytes, seen.bytes());
                    tally.bad += seen.status() >= BAD_STATUS ? 1 : 0;
                    TimeUnit.MILLISECONDS.sleep(THINK_MS);
                } catch (IOException e) {
                    tally.bad++;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void tell(
            List<PageVisits.Visit> visits,
            SequencedMap<String, Tally> tallies,
            SequencedMap<String, Object> ours,
            PrintStream progress) {
        Map<PageVisits.Kind, Double> worst = new EnumMap<>(PageVisits.Kind.class);
        long pages = 0;
        double largest = 0;
        long bad = 0;
        SequencedMap<String, Object> routes = new LinkedHashMap<>();
        for (PageVisits.Visit visit : visits) {
            Tally tally = Objects.requireNonNull(tallies.get(visit.name()), visit.name());
            double p95 = tally.firstByteUs.getValueAtPercentile(95) / 1e3;
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            double p50 = tally.firstByteUs.getValueAtPercentile(50) / 1e3;
            figures.put("p50Ms", p50);
            figures.put("p95Ms", p95);
            figures.put("mostMs", tally.firstByteUs.getMaxValue() / 1e3);
            figures.put("kb", tally.bytes / 1e3);
            figures.put("bad", tally.bad);
            routes.put(visit.name(), figures);
            worst.merge(visit.kind(), p95, Math::max);
            pages += visit.kind() == PageVisits.Kind.PAGE ? 1 : 0;
            largest = Math.max(largest, tally.bytes / 1e3);
            bad += tally.bad;
            progress.printf(
                    Locale.ROOT,
                    "%-60s p50 %8.1f p95 %8.1f ms %8.1f kB %d bad%n",
                    visit.name(),
                    p50,
                    p95,
                    tally.bytes / 1e3,
                    tally.bad);
        }
        double worstPage = worst.getOrDefault(PageVisits.Kind.PAGE, 0.0);
        double worstSearch = worst.getOrDefault(PageVisits.Kind.SEARCH, 0.0);
        double worstOfBoth = Math.max(worstPage, worst.getOrDefault(PageVisits.Kind.LIST, 0.0));
        ours.put("p95Ms", worstOfBoth);
        ours.put("dashboardPages", pages);
        ours.put("dashboardP95Ms", worstPage);
        ours.put("searchP95Ms", worstSearch);
        ours.put("sheetP95Ms", worst.getOrDefault(PageVisits.Kind.SHEET, 0.0));
        ours.put("kbMost", largest);
        ours.put("bad", bad);
        ours.put("routes", routes);
        ours.put("passed", worstOfBoth < PAGE_LIMIT_MS && worstSearch < SEARCH_LIMIT_MS && bad == 0);
    }
}
