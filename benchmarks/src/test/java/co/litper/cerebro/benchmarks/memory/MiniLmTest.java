package co.litper.cerebro.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.onnx.OnnxEmbedder;
import co.litper.cerebro.search.Embedder;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    private static final long SMALL_STACK = 512L << 10;

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
}
