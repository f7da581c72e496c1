package co.litper.cerebro.benchmarks.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanditBenchTest {
    private static final long SEED = 9;
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder = Path.of("");

    /** A mushroom is poisonous if its smell is foul; its colour tells nothing. */
    private Path mushrooms(boolean header) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> lines = new ArrayList<>();
        if (header) {
            lines.add("class,smell,colour,ring");
        }
        for (int i = 0; i < 400; i++) {
            boolean poisonous = random.nextInt(2) == 0;
            String smell = poisonous ? (random.nextInt(2) == 0 ? "f" : "y") : (random.nextInt(3) == 0 ? "a" : "n");
            lines.add((poisonous ? "p" : "e") + "," + smell + "," + "wbn".charAt(random.nextInt(3)) + ",o");
        }
        return Files.write(folder.resolve("m.data"), lines);
    }

    private static BenchResult run(Object... args) {
        List<String> words = new ArrayList<>();
        for (Object arg : args) {
            words.add(arg.toString());
        }
        return new BanditBench().run(words, SILENT);
    }

    private static double figure(java.util.Map<String, ?> figures, String name) {
        return ((Number) java.util.Objects.requireNonNull(figures.get(name))).doubleValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear-ts", "logistic-ts", "linucb", "squarecb", "softmax", "epsilon-greedy"})
    void everyPolicyLiesBetweenTheUniformDrawAndTheOracle(String policy) throws IOException {
        BenchResult result =
                run("--file", mushrooms(true), "--game", "mushroom", "--policy", policy, "--rounds", 500, "--seeds", 3);
        assertThat(figure(result.ours(), "regret"))
                .as("seeds 0 to 2")
                .isBetween(0.0, figure(result.floor(), "random") / 2);
        assertThat(figure(result.ceiling(), "regret")).isZero();
    }

    @Test
    void aFileWithoutNamesPlaysTheSameGame() throws IOException {
        Object[] rest = {"--game", "mushroom", "--rounds", "300", "--seeds", "2", "--file"};
        List<Object> args = new ArrayList<>(List.of(rest));
        args.add(mushrooms(true));
        double named = figure(run(args.toArray()).ours(), "regret");
        args.set(rest.length, mushrooms(false));
        assertThat(figure(run(args.toArray()).ours(), "regret")).isEqualTo(named);
    }

    @Test
    void theSameSeedsGiveTheSameRegret() throws IOException {
        Object[] args = {"--file", mushrooms(true), "--game", "mushroom", "--rounds", "300", "--seeds", "3"};
        assertThat(run(args).ours().get("regretOfSeeds"))
                .isEqualTo(run(args).ours().get("regretOfSeeds"));
    }

    @Test
    void aClassificationFileOfNumbersAndWordsIsLearned() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int label = random.nextInt(3);
            lines.add((100 + 50 * label + random.nextInt(20)) + ";" + (random.nextInt(9) == 0 ? "?" : "w" + label % 2)
                    + ";kind" + label);
        }
        Path file = Files.write(folder.resolve("c.csv"), lines);
        BenchResult result = run("--file", file, "--rounds", 1_000, "--seeds", 3, "--policy", "linucb");
        assertThat(figure(result.floor(), "random")).isCloseTo(667, within(40.0));
        assertThat(figure(result.ours(), "regret")).isLessThan(150);
    }

    @Test
    void whatIsMissingOrWrongIsToldInOneLine() throws IOException {
        assertBad("no data: give --file", "--game", "mushroom");
        assertBad("no file", "--file", folder.resolve("none.csv"));
        assertBad("is not known. Maybe one of", "--file", mushrooms(true), "--policy", "magic");
        assertBad("is no option", "--flie", "x");
        assertBad("needs a value", "--file");
        assertBad("must be a whole number", "--file", mushrooms(true), "--rounds", "many");
        assertBad("no column 'smel'", "--file", mushrooms(true), "--target", "smel");
        assertBad("neither e nor p", "--file", mushrooms(true), "--game", "mushroom", "--target", "colour");
        Path ragged = Files.writeString(folder.resolve("s.csv"), "a,b\n1,2\n1\n");
        assertBad("cannot be read", "--file", ragged);
    }

    private static void assertBad(String message, Object... args) {
        assertThatThrownBy(() -> run(args))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining(message);
    }
}
