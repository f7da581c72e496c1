package co.litper.cerebro.adapters.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
    @TempDir
    private Path folder;

    private void unpack(String resource, String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OnnxEmbedderTest.class.getResourceAsStream("/" + resource), resource)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    @Test
    void aFolderWithoutTheFilesIsRefusedWithTheNamesOfAllThatAreMissing() {
        assertThatThrownBy(() -> OnnxEmbedder.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("model.onnx");
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithItsFolder() throws IOException {
        unpack("all-minilm-l6-v2-tokenizer.json", "tokenizer.json");
        Files.writeString(folder.resolve("model.onnx"), "not a model");

        assertThatThrownBy(() -> OnnxEmbedder.load(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aPackagedModelPutsAParaphraseNearAndTheSameTextOnTheSameBits() throws IOException {
        unpack("all-minilm-l6-v2-tokenizer.json", "tokenizer.json");
        unpack("all-minilm-l6-v2.onnx", "model.onnx");
        try (OnnxEmbedder embedder = OnnxEmbedder.load(folder)) {
            float[] late = embedder.embed("The parcel arrived late");

            assertThat(late).hasSize(384).hasSize(embedder.dimension());
            assertThat(Embedder.cosine(late, late)).isBetween(0.9999f, 1.0001f);
            assertThat(embedder.embed("The parcel arrived late")).isEqualTo(late);
            assertThat(Embedder.cosine(late, embedder.embed("The package was delayed")))
                    .isGreaterThan(Embedder.cosine(late, embedder.embed("A man plays the guitar")) + 0.3f);
            assertThat(embedder.embed("  ")).containsOnly(0f);
            assertThat(embedder.name()).startsWith("onnx-");
        }
    }
}
