package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.StateView;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.ask.Analyst;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.CaseTable;
import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.ParcelState;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Twenty causes planted in twenty made-up half years, and five more worlds in which something only goes with the cause. Each
 * world's log is folded as the product folds it, and one question is asked as an analyst would. Floor: accuse the single level
 * with the highest raw share, as a pivot table would.
 *
 * <p>Options: {@code --seed S} (1, the first world's), {@code --parcels N} (6000), {@code --worlds N} (20).
 */
public final class CausesBench implements Bench {
    private static final int DECOYS = 5;

    @Override
    public String name() {
        return "causes";
    }

    @Override
    public String description() {
        return "planted causes that a question finds, and decoys that it accuses: [--seed S] [--parcels N] [--worlds N]";
    }

    /** What came of one world. */
    private record World(Plant plant, boolean found, boolean floorFound, boolean decoyAccused, int others) {}

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        long seed = option(args, "--seed", 1);
        int parcels = (int) option(args, "--parcels", 6_000);
        int worlds = (int) option(args, "--worlds", 20);
        int found = 0;
        int floorFound = 0;
        int others = 0;
        Map<String, int[]> kinds = new TreeMap<>();
        for (int i = 0; i < worlds; i++) {
            World world = plain(seed + i, i, parcels, progress);
            found += world.found ? 1 : 0;
            floorFound += world.floorFound ? 1 : 0;
            others += world.others;
            int[] tally = kinds.computeIfAbsent(world.plant.kind(), k -> new int[2]);
            tally[0] += world.found ? 1 : 0;
            tally[1]++;
        }
        int accused = 0;
        int foundBesideDecoys = 0;
        for (int i = 0; i < DECOYS; i++) {
            World world = withDecoy(seed + worlds + i, i, parcels, progress);
            accused += world.decoyAccused ? 1 : 0;
            foundBesideDecoys += world.found ? 1 : 0;
            others += world.others;
        }
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        ours.put("found", found);
        ours.put("planted", worlds);
        ours.put("decoysAccused", accused);
        ours.put("decoys", DECOYS);
        ours.put("foundBesideDecoys", foundBesideDecoys);
        ours.put("otherAccusations", others);
        kinds.forEach((kind, tally) -> ours.put("found" + kind, tally[0] + "/" + tally[1]));
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        floor.put("found", floorFound);
        return new BenchResult(
                name(),
                ours,
                floor,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(Map.of("found", worlds)),
                LongStream.range(seed, seed + worlds + DECOYS).boxed().toList(),
                "./cerebro bench causes --json");
    }

    private static World plain(long seed, int turn, int parcels, PrintStream progress) {
        Plant plant = new Plants(seed).draw(turn);
        return judge(seed, plant, new Decoy(List.of(), plant.question(), p -> p), parcels, progress);
    }

    /** Something that goes with the cause: what must not be named, and how it comes to go with it. */
    private record Decoy(List<Condition> innocent, String question, UnaryOperator<MadeParcel> mix) {}

    private static World withDecoy(long seed, int turn, int parcels, PrintStream progress) {
        Decoys.Drawn drawn = Decoys.draw(seed, turn);
        return judge(
                seed, drawn.plant(), new Decoy(drawn.innocent(), drawn.question(), drawn.mix()), parcels, progress);
    }

    private static World judge(long seed, Plant plant, Decoy decoy, int parcels, PrintStream progress) {
        CaseTable table = table(new MadeWorld(seed).events(parcels, plant, decoy.mix));
        Analyst analyst = new Analyst(table, CityDirectory.packaged(), KnowledgeGraph::new);
        Answer answer = analyst.ask(decoy.question);
        List<List<Condition>> named = new ArrayList<>();
        if (answer.verdict() instanceof Answer.Causes causes) {
            causes.causes().stream().map(Step::subject).forEach(named::add);
        }
        boolean found = named.stream().anyMatch(plant::isNamedBy);
        boolean accused = !decoy.innocent.isEmpty()
                && named.stream()
                        .anyMatch(n -> n.containsAll(decoy.innocent)
                                && n.size() <= decoy.innocent.size() + 1
                                && !plant.isNamedBy(n)
                                && n.stream().noneMatch(c -> plant.truth().contains(c) && !decoy.innocent.contains(c)));
        int others = (int) named.stream().filter(n -> !plant.isNamedBy(n)).count() - (accused ? 1 : 0);
        boolean floor = Pivot.worst(table, plant).map(plant::isNamedBy).orElse(false);
        progress.printf("%d %s %s: %s -> %s%n", seed, plant.kind(), plant.truth(), found ? "found" : "MISSED", named);
        return new World(plant, found, floor, accused, others);
    }

    /** The shipments of a log as the product folds them, asked the day after the last order. */
    static CaseTable table(List<Envelope> events) {
        InMemoryEventLog log = new InMemoryEventLog();
        EnvelopeCodec codec = new EnvelopeCodec();
        List<Entry> entries = new ArrayList<>();
        for (Envelope event : events) {
            entries.add(new Entry(entries.size() + 1L, codec.encode(event), new byte[0]));
        }
        log.append(entries, List.of());
        Instant now = MadeWorld.FIRST
                .plusDays(MadeWorld.DAYS + 1L)
                .atTime(LocalTime.NOON)
                .atZone(MadeWorld.BOGOTA)
                .toInstant();
        CaseTable.Builder table = CaseTable.builder(now, HolidayCalendar.none());
        Map<Long, ParcelState> parcels = new TreeMap<>();
        StateView.open(log, StateStore.empty(), codec).eachHome((key, home) -> parcels.put(key, home.parcel()));
        parcels.values().forEach(table::add);
        return table.build();
    }

    private static long option(List<String> args, String name, long standard) {
        int at = args.indexOf(name);
        return at < 0 || at + 1 >= args.size() ? standard : Long.parseLong(args.get(at + 1));
    }
}
