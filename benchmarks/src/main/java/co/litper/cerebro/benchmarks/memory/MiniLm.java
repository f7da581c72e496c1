package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.adapters.onnx.OnnxEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The packaged all-MiniLM-L6-v2, laid out as a folder of sentence-transformers. */
final class MiniLm {
    private static final String PREFIX = "/all-minilm-l6-v2";

    private MiniLm() {}

    /** The model, or empty where its jar is not on the class path. To be closed. */
    static Optional<OnnxEmbedder> load() {
        if (!OnnxEmbedder.isAvailable() || MiniLm.class.getResource(PREFIX + ".onnx") == null) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("cerebro-minilm");
            try {
                copy(PREFIX + ".onnx", folder.resolve("model.onnx"));
                copy(PREFIX + "-tokenizer.json", folder.resolve("tokenizer.json"));
                return Optional.of(OnnxEmbedder.load(folder));
            } finally {
                Files.deleteIfExists(folder.resolve("model.onnx"));
                Files.deleteIfExists(folder.resolve("tokenizer.json"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = MiniLm.class.getResourceAsStream(resource)) {
            if (in != null) {
                Files.copy(in, to);
            }
        }
    }
}
