package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.adapters.lucene.LuceneSearchIndex;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.memory.Episode;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Memory;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Wording;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.server.text.CityText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;

/**
 * Recall among many memories: what share of the ten nearest the graph finds, against looking at every vector, and how long a
 * whole recall takes. A hit is a memory no farther than the tenth nearest, since many memories are equally near.
 */
public final class MemoryBench implements Bench {
    private static final String MEMORIES = "--memories";
    private static final String QUESTIONS = "--questions";
    private static final String SEED = "--seed";
    private static final int USUAL_MEMORIES = 100_000;
    private static final int MOST_MEMORIES = 500_000;
    private static final int USUAL_QUESTIONS = 1_000;
    private static final int MOST_QUESTIONS = 20_000;
    private static final int WARM_UP = 200;
    private static final int NEAREST = 10;
    /** Cosines that differ by less are the same distance: sums of floats in another order. */
    private static final float SAME = 1e-5f;

    private static final double MS = 1e6;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String description() {
        return "recall among many memories (--memories 100000 --questions 1000 --seed 7)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(MEMORIES, QUESTIONS, SEED));
        int count = options.number(MEMORIES, USUAL_MEMORIES, NEAREST, MOST_MEMORIES);
        int questions = options.number(QUESTIONS, USUAL_QUESTIONS, 1, MOST_QUESTIONS);
        long seed = options.number(SEED, 7, 0, Integer.MAX_VALUE);
        try (Scratch scratch = new Scratch("cerebro-memory");
                Subject subject = new Subject(scratch, seed)) {
            progress.println("memory: remembering " + count);
            long start = System.nanoTime();
            subject.remember(count);
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.println("memory: asking " + questions);
            SequencedMap<String, Object> ours = subject.ask(questions);
            ours.put("memories", count);
            ours.put("questions", questions);
            ours.put("remembersPerSecond", count / seconds);
            return new BenchResult(
                    "memory",
                    ours,
                    new LinkedHashMap<>(),
                    subject.exact(questions),
                    new LinkedHashMap<>(),
                    List.of(seed),
                    options.command("memory"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A memory on disk, and all its vectors beside it. */
    private static final class Subject implements AutoCloseable {
        private final Embedder embedder = new HashedEmbedder();
        private final LuceneSearchIndex index;
        private final Memories memories;
        private final MadeUpEpisodes episodes;
        private final List<Long> ids = new ArrayList<>();
        private final List<float[]> vectors = new ArrayList<>();
        private Instant now = MadeUpEpisodes.START;

        Subject(Scratch scratch, long seed) {
            this.index = LuceneSearchIndex.open(scratch.folder(), embedder);
            this.memories = new Memories(index, new Wording(CityText.of(CityDirectory.packaged())));
            this.episodes = new MadeUpEpisodes(seed);
        }

        void remember(int count) {
            for (int i = 1; i <= count; i++) {
                Episode episode = episodes.next(i);
                memories.remember(episode);
                now = episode.at();
                Memory memory = memories.find(episode.id()).orElseThrow();
                ids.add(memory.id());
                vectors.add(embedder.embed(memory.text()));
            }
            memories.commit(count);
        }

        SequencedMap<String, Object> ask(int questions) {
            Histogram times = new Histogram(3);
            double found = 0;
            for (int q = -WARM_UP; q < questions; q++) {
                String text = episodes.question(q);
                long start = System.nanoTime();
                memories.recall(Recall.of(text, MadeUpEpisodes.MERCHANT, now, NEAREST));
                long took = System.nanoTime() - start;
                if (q >= 0) {
                    times.recordValue(took);
                    found += shareFound(text);
                }
            }
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("recallAt10", found / questions);
            figures.put("p50Ms", times.getValueAtPercentile(50) / MS);
            figures.put("p99Ms", times.getValueAtPercentile(99) / MS);
            figures.put("maxMs", times.getMaxValue() / MS);
            figures.put("facts", index.count("fact"));
            return figures;
        }

        private double shareFound(String text) {
            float[] question = embedder.embed(text);
            float tenth = tenthNearest(question);
            int hits = 0;
            for (Hit hit : index.nearest(Search.of(text, MadeUpEpisodes.MERCHANT, NEAREST))) {
                hits += hit.similarity() >= tenth - SAME ? 1 : 0;
            }
            return (double) hits / NEAREST;
        }

        private float tenthNearest(float[] question) {
            float[] all = new float[vectors.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = Embedder.cosine(question, vectors.get(i));
            }
            Arrays.sort(all);
            return all[all.length - NEAREST];
        }

        /** What looking at every vector takes. */
        SequencedMap<String, Object> exact(int questions) {
            Histogram times = new Histogram(3);
            int asked = Math.min(questions, WARM_UP);
            for (int q = 0; q < asked; q++) {
                float[] question = embedder.embed(episodes.question(q));
                long start = System.nanoTime();
                tenthNearest(question);
                times.recordValue(System.nanoTime() - start);
            }
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("everyVector.p50Ms", times.getValueAtPercentile(50) / MS);
            return figures;
        }

        @Override
        public void close() {
            memories.close();
        }
    }
}
