package co.litper.cerebro.benchmarks.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.learners.evaluate.Prequential;
import co.litper.cerebro.learners.stream.StreamClassifier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamFilesTest {
    private static final String ARFF = """
            % a comment
            @RELATION 'made up'

            @attribute 'the size' REAL
            @ATTRIBUTE colour {red, 'light blue', "a,b"}
            @attribute kind {p,n}
            @DATA
            1.5, red, n
            ?,'light blue',p
            2e-1,"a,b",n, {2.5}
            {0 7, 2 n}
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("stream"), text);
    }

    private StreamTable table(String text, @Nullable String target, boolean regression) throws IOException {
        return TableMaker.table(StreamFiles.read(file(text), Integer.MAX_VALUE), target, regression);
    }

    @Test
    void readsArffWithQuotesGapsWeightsAndSparseRows() throws IOException {
        StreamTable table = table(ARFF, null, false);
        assertThat(table.names()).containsExactly("the size", "colour");
        assertThat(table.schema().isNominal(0)).isFalse();
        assertThat(table.schema().cardinality(1)).isEqualTo(3);
        assertThat(table.classes()).containsExactly("p", "n");
        assertThat(table.labels()).containsExactly(1, 0, 1, 1);
        assertThat(table.rows()).hasDimensions(4, 2);
        assertThat(table.rows()[1][0]).isNaN();
        assertThat(table.rows()[1][1]).isEqualTo(1);
        assertThat(table.rows()[2]).containsExactly(0.2, 2);
        assertThat(table.rows()[3]).containsExactly(7, 0);
    }

    @Test
    void readsTheSameCompressed() throws IOException {
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(ARFF.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(StreamFiles.read(packed, 2).rows()).hasSize(2);
    }

    @Test
    void findsKindsHeaderAndSeparatorOfCsv() throws IOException {
        StreamTable table = table("size;colour;class\n1;red;10\n?;blue;9\n3;NA;10\n", null, false);
        assertThat(table.names()).containsExactly("size", "colour");
        assertThat(table.classes()).containsExactly("9", "10");
        assertThat(table.labels()).containsExactly(1, 0, 1);
        assertThat(table.rows()[1][0]).isNaN();
        assertThat(table.rows()[2][1]).isNaN();
    }

    @Test
    void rowsBeginAtOnceWhereThereIsNoHeader() throws IOException {
        assertThat(table("p,x\ne,x\np,y\np,x\n", "0", false).rows()).hasDimensions(4, 1);
        assertThat(table("1,2\n3,4\n", null, true).targets()).containsExactly(2, 4);
    }

    @Test
    void readsQuotedNamesWindowsLineEndsConstantColumnsAndNumbersAsClasses() throws IOException {
        StreamTable table = table(
                "\uFEFF\"size, cm\",\"say \"\"hi\"\"\",same,\"class\"\r\n"
                        + "1.5,\"a,b\",7,2\r\n-2e1,\"line\nbreak\",7,10\r\n\"\",NULL,7,-1\r\n",
                null,
                false);
        assertThat(table.names()).containsExactly("size, cm", "say \"hi\"", "same");
        assertThat(table.classes()).containsExactly("-1", "2", "10");
        assertThat(table.rows()[1]).containsExactly(-20, 1, 7);
        assertThat(table.rows()[2]).containsExactly(Double.NaN, Double.NaN, 7);
        for (String name : List.of("hoeffding-tree", "adaptive-random-forest", "linear", "best")) {
            StreamClassifier learner = NamedLearners.classifier(name, table.schema(), 1);
            assertThat(Prequential.classify(learner, table.rows(), table.labels(), 0)
                            .rows())
                    .isEqualTo(3);
        }
    }

    @Test
    void foldsFreeTextAndTakesManyClasses() throws IOException {
        StringBuilder text = new StringBuilder("note\tclass\n");
        for (int i = 0; i < 600; i++) {
            text.append("text number ").append(i).append("\tc").append(i % 300).append('\n');
        }
        StreamTable table = table(text.toString(), null, false);
        assertThat(table.schema().cardinality(0)).isEqualTo(256);
        assertThat(table.classes()).hasSize(300);
        assertThat(table.notes()).singleElement().asString().contains("note has 600 words");
    }

    @Test
    void aClassDeclaredButUnseenAndANumericClassOfArffAreTaken() throws IOException {
        StreamTable declared =
                table("@relation r\n@attribute a numeric\n@attribute c {x,y,z}\n@data\n1,x\n2,z\n", null, false);
        assertThat(declared.classes()).containsExactly("x", "y", "z");
        StreamTable numeric =
                table("@relation r\n@attribute \"a b\" integer\n@attribute c real\n@data\n1\t5\n2\t4\n", "c", false);
        assertThat(numeric.names()).containsExactly("a b");
        assertThat(numeric.classes()).containsExactly("4", "5");
    }

    @Test
    void aRowWithoutTargetIsLeftOutAndTold() throws IOException {
        StreamTable table = table("a,b\n1,2\n3,\n", null, true);
        assertThat(table.targets()).containsExactly(2);
        assertThat(table.notes()).containsExactly("1 rows without target left out");
    }

    @Test
    void whatCannotBeJudgedIsNamed() throws IOException {
        assertThatThrownBy(() -> StreamFiles.read(folder.resolve("none"), 9))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("no file");
        assertThatThrownBy(() -> table("a,b\n1,x\n", null, true)).hasMessageContaining("no number");
        assertThatThrownBy(() -> table("a,b\n1,x\n", "c", false)).hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> table("a,b\n1,2\n3\n", null, true)).hasMessageContaining("Record 3 has 1 fields");
        assertThatThrownBy(() -> table("@relation r\n@attribute a {x\n@data\n", null, false))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> table("", null, false)).isInstanceOf(BenchDataException.class);
    }

    @Test
    void theBenchPrintsFloorOursPeerAndCeiling() throws IOException {
        StringBuilder text = new StringBuilder("x,word,class\n");
        for (int i = 0; i < 300; i++) {
            text.append(i % 7)
                    .append(',')
                    .append(i % 2 == 0 ? "a" : "b")
                    .append(',')
                    .append(i % 7 > 3 ? "p" : "n");
            text.append('\n');
        }
        Path stream = file(text.toString());
        BenchResult result = new PrequentialBench(1_000_000, 1)
                .run(
                        List.of(
                                "--file",
                                stream.toString(),
                                "--learner",
                                "hoeffding-tree",
                                "--peer",
                                "moa",
                                "--delay",
                                "3"),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        assertThat(result.ours()).containsKeys("accuracy", "instancesPerSecond", "speedRatio");
        assertThat(result.peer()).containsKeys("accuracy", "instancesPerSecond");
        assertThat((Double) result.ours().get("accuracy")).isGreaterThan(0.7);
        assertThat((Double) result.peer().get("accuracy")).isGreaterThan(0.7);
        assertThat(result.floor()).containsKeys("noChange", "majority");
        assertThat(result.seeds()).containsExactly(1L);
    }
}
