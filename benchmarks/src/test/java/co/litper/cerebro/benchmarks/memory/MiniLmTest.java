package co.litper.cerebro.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.onnx.OnnxEmbedder;
import co.litper.cerebro.search.Embedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    private static final long SMALL_STACK = 512L << 10;
    /** Characters; a class path of fifty jars has a quarter of it. */
    private static final int LONG_COMMAND = 20_000;

    @Test
    void aModelOfSixLayersIsReadByAThreadWithASmallStack() throws ExecutionException, InterruptedException {
        FutureTask<float[][]> work = new FutureTask<>(() -> {
            try (OnnxEmbedder model = MiniLm.load().orElseThrow()) {
                return new float[][] {
                    model.embed("a late parcel"), model.embed("the parcel is late"), model.embed("a cat")
                };
            }
        });
        new Thread(null, work, "small", SMALL_STACK).start();

        float[][] vectors = work.get();
        assertThat(Embedder.cosine(vectors[0], vectors[1]))
                .isGreaterThan(Embedder.cosine(vectors[0], vectors[2]) + 0.2f);
    }

    /** Reads a model in a process of its own. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) {
            try (OnnxEmbedder model = MiniLm.load().orElseThrow()) {
                System.out.println(model.dimension());
            }
        }
    }

    @Test
    void aModelIsReadByAProcessWithALongCommandLine() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlong=" + "x".repeat(LONG_COMMAND),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).isZero();
        assertThat(told.strip()).isEqualTo("384");
    }
}
