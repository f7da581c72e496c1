package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.adapters.lucene.LuceneSearchIndex;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.MeanOverSeeds;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** Whether the passage that answers a question is found first, by words and vectors together and by words alone. */
public final class RetrievalBench implements Bench {
    private static final String FILE = "--file";
    private static final MerchantId MERCHANT = new MerchantId("bench");
    /** Ranks looked at; an answer beyond counts as not found. */
    private static final int DEPTH = 10;

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public String description() {
        return "the passage that answers a question (--file F: XQuAD's JSON, or CSV query,text,relevant)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(FILE));
        Path file = Path.of(
                options.text(FILE).orElseThrow(() -> new BenchDataException("--file is missing: give --file F", null)));
        RetrievalTask task = RetrievalTask.read(file);
        progress.println("retrieval: " + task.questions().size() + " questions, "
                + task.passages().size() + " passages");
        double[] hybrid = hybrid(task);
        SequencedMap<String, Object> ours = figures(hybrid);
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        try (WordIndex stemmed = new WordIndex(task.passages(), new SpanishAnalyzer())) {
            double[] words = reciprocalRanks(task, stemmed::best);
            figures(words).forEach((k, v) -> peer.put("bm25Stemmer." + k, v));
            compare(hybrid, words, ours);
        }
        ours.put("questions", task.questions().size());
        ours.put("passages", task.passages().size());
        SequencedMap<String, Object> floor;
        try (WordIndex plain = new WordIndex(task.passages(), new StandardAnalyzer())) {
            floor = figures(reciprocalRanks(task, plain::best));
        }
        return new BenchResult(
                "retrieval", ours, floor, peer, new LinkedHashMap<>(), List.of(), options.command("retrieval"));
    }

    private static double[] hybrid(RetrievalTask task) {
        try (Scratch scratch = new Scratch("cerebro-retrieval");
                LuceneSearchIndex index = LuceneSearchIndex.open(scratch.folder(), new HashedEmbedder())) {
            for (int i = 0; i < task.passages().size(); i++) {
                String text = task.passages().get(i);
                index.put(List.of(new Document(
                        i + 1,
                        MERCHANT,
                        PersonRef.NONE,
                        "passage",
                        0,
                        text.substring(0, Math.min(text.length(), Document.MAX_TEXT)),
                        new byte[0])));
            }
            index.commit(1, new byte[0]);
            return reciprocalRanks(task, question -> {
                List<Integer> places = new ArrayList<>();
                index.search(Search.of(question, MERCHANT, DEPTH))
                        .forEach(hit -> places.add((int) hit.document().id() - 1));
                return places;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One over the rank at which each question's first answer is found; 0 where it is beyond {@link #DEPTH}. */
    private static double[] reciprocalRanks(RetrievalTask task, Function<String, List<Integer>> search) {
        return task.questions().stream()
                .mapToDouble(question -> {
                    List<Integer> found = search.apply(question.text());
                    int rank = 0;
                    while (rank < found.size() && !question.answers().contains(found.get(rank))) {
                        rank++;
                    }
                    return rank < found.size() ? 1.0 / (rank + 1) : 0;
                })
                .toArray();
    }

    private static SequencedMap<String, Object> figures(double[] ranks) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("recallAt1", Arrays.stream(ranks).filter(r -> r == 1).count() / (double) ranks.length);
        figures.put("mrrAt10", Arrays.stream(ranks).average().orElse(0));
        figures.put("foundAt10", Arrays.stream(ranks).filter(r -> r > 0).count() / (double) ranks.length);
        return figures;
    }

    /** What the hybrid gains over words with a stemmer, question by question, with its interval of 95 %. */
    private static void compare(double[] hybrid, double[] words, SequencedMap<String, Object> figures) {
        double[] gains = new double[hybrid.length];
        Arrays.setAll(gains, i -> hybrid[i] - words[i]);
        figures.put("mrrGain", MeanOverSeeds.of(gains));
        figures.put("mrrGainInterval", MeanOverSeeds.interval(gains));
    }
}
