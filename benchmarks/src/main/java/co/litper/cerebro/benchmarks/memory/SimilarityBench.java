package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.adapters.onnx.OnnxEmbedder;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Rarity;
import co.litper.cerebro.search.SpanishWords;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How well embedders agree with people on what sentences have in common, beside the share of words that two sentences share. */
public final class SimilarityBench implements Bench {
    private static final String FILE = "--file";

    @Override
    public String name() {
        return "similarity";
    }

    @Override
    public String description() {
        return "likeness of sentences, against people's judgement (--file CSV: sentence,sentence,score)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(FILE));
        Path file = Path.of(options.text(FILE)
                .orElseThrow(() -> new BenchDataException("--file is missing: give --file CSV", null)));
        List<SentencePairs.Pair> pairs = SentencePairs.read(file);
        progress.println("similarity: " + pairs.size() + " pairs");
        // As TF-IDF does, the counts of words come from the sentences themselves; the scores are not looked at.
        Embedder ours = new HashedEmbedder(Rarity.in(
                pairs.stream().flatMap(p -> Stream.of(p.first(), p.second())).toList()));
        long start = System.nanoTime();
        SequencedMap<String, Object> figures = judged(pairs, pair -> likeness(ours, pair));
        double seconds = (System.nanoTime() - start) / 1e9;
        Embedder uncounted = new HashedEmbedder();
        judged(pairs, pair -> likeness(uncounted, pair)).forEach((k, v) -> figures.put("uncounted." + k, v));
        figures.put("embedder", ours.name());
        figures.put("dimension", ours.dimension());
        figures.put("pairs", pairs.size());
        figures.put("textsPerSecond", 2 * pairs.size() / seconds);
        return new BenchResult(
                "similarity",
                figures,
                judged(pairs, SimilarityBench::sharedWords),
                peer(pairs),
                new LinkedHashMap<>(),
                List.of(),
                options.command("similarity"));
    }

    private static double likeness(Embedder embedder, SentencePairs.Pair pair) {
        return Embedder.cosine(embedder.embed(pair.first()), embedder.embed(pair.second()));
    }

    private static SequencedMap<String, Object> peer(List<SentencePairs.Pair> pairs) {
        Optional<OnnxEmbedder> loaded = MiniLm.load();
        if (loaded.isEmpty()) {
            return new LinkedHashMap<>();
        }
        try (OnnxEmbedder miniLm = loaded.get()) {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            judged(pairs, pair -> likeness(miniLm, pair)).forEach((k, v) -> figures.put("allMiniLmL6V2." + k, v));
            return figures;
        }
    }

    private static SequencedMap<String, Object> judged(
            List<SentencePairs.Pair> pairs, ToDoubleFunction<SentencePairs.Pair> likeness) {
        double[] told = pairs.stream().mapToDouble(likeness).toArray();
        double[] truth = pairs.stream().mapToDouble(SentencePairs.Pair::score).toArray();
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("pearson", Correlation.pearson(told, truth));
        figures.put("spearman", Correlation.spearman(told, truth));
        return figures;
    }

    /** Jaccard's share of words in common. */
    private static double sharedWords(SentencePairs.Pair pair) {
        Set<String> first = new HashSet<>(SpanishWords.of(pair.first()));
        Set<String> all = new HashSet<>(SpanishWords.of(pair.second()));
        Set<String> both = new HashSet<>(first);
        both.retainAll(all);
        all.addAll(first);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }
}
