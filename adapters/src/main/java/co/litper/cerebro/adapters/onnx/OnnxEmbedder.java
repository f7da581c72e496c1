package co.litper.cerebro.adapters.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.world.Hash64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A sentence-transformers model (Reimers and Gurevych, 2019): {@code tokenizer.json} and {@code model.onnx} of a folder, the mean of the
 * token vectors, scaled to length 1. Its name holds a hash of the model, so that vectors of two models never meet. Runs on one
 * thread, so that equal text gives equal bits. Thread-safe.
 */
public final class OnnxEmbedder implements Embedder {
    private static final String TOKENIZER = "tokenizer.json";
    private static final String MODEL = "model.onnx";
    /** Tokens read of a text: what these models were trained with; attention costs the square of it. */
    private static final int MAX_TOKENS = 256;

    /**
     * Stack of the thread that starts ONNX Runtime and reads a model: it recurses over the model's graph, and at its start over a text
     * that grows with the command line, 12,000 frames deep with the class path of the benchmarks. The megabyte of a Java thread was
     * enough for neither; it ends the process without a word.
     */
    private static final long STACK_BYTES = 64L << 20;

    private static final long SEED = 0x6f6e6e78656d6264L;
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final String name;
    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int dimension;

    private OnnxEmbedder(String name, HuggingFaceTokenizer tokenizer, OrtSession session) throws OrtException {
        this.name = name;
        this.tokenizer = tokenizer;
        this.environment = OrtEnvironment.getEnvironment(); // there is one, made with the first session
        this.session = session;
        TensorInfo output =
                (TensorInfo) session.getOutputInfo().values().iterator().next().getInfo();
        long[] shape = output.getShape();
        this.dimension = (int) shape[shape.length - 1];
    }

    /** True if ONNX Runtime and the tokenizer are on the class path. */
    public static boolean isAvailable() {
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxEmbedder.class.getClassLoader());
            Class.forName(
                    "ai.djl.huggingface.tokenizers.HuggingFaceTokenizer", false, OnnxEmbedder.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * Loads the model in {@code folder}. To be closed.
     *
     * @throws IllegalStateException if the libraries are not on the class path
     * @throws IllegalArgumentException if files are missing; all are named
     * @throws StoreException if they cannot be read as what they should be
     */
    public static OnnxEmbedder load(Path folder) {
        requireLibraries();
        requireFiles(folder);
        HuggingFaceTokenizer tokenizer = null;
        try {
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(folder.resolve(TOKENIZER))
                    .optTruncation(true)
                    .optMaxLength(MAX_TOKENS)
                    .optPadding(false)
                    .build();
            byte[] model = Files.readAllBytes(folder.resolve(MODEL));
            String name = "onnx-" + Long.toHexString(Hash64.of(SEED, model));
            return new OnnxEmbedder(name, tokenizer, session(model));
        } catch (IOException | OrtException | RuntimeException e) {
            if (tokenizer != null) {
                tokenizer.close();
            }
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "cannot load the sentence model in " + folder + ": " + e.getMessage()
                            + ". Maybe it is not an export of sentence-transformers to ONNX.",
                    e);
        }
    }

    /** A session made where its maker's recursion, and that of the one environment, has room. */
    private static OrtSession session(byte[] model) throws OrtException {
        FutureTask<OrtSession> making = new FutureTask<>(() -> {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                return environment.createSession(model, options);
            }
        });
        new Thread(null, making, "cerebro-onnx", STACK_BYTES).start();
        try {
            return making.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OrtException refused) {
                throw refused;
            }
            throw new IllegalStateException("the model could not be made ready", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the model was made ready", e);
        }
    }

    private static void requireLibraries() {
        if (!isAvailable()) {
            throw new IllegalStateException("ONNX Runtime and its tokenizer are not on the class path. Maybe add"
                    + " com.microsoft.onnxruntime:onnxruntime and ai.djl.huggingface:tokenizers; they are optional.");
        }
    }

    private static void requireFiles(Path folder) {
        List<String> missing = new ArrayList<>();
        for (String file : List.of(TOKENIZER, MODEL)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                missing.add(file);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    folder + " has no " + String.join(" and no ", missing) + ". Maybe another folder holds the model.");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[] embed(String text) {
        if (text.isBlank()) {
            return new float[dimension];
        }
        Encoding tokens = tokenizer.encode(text);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put(IDS, OnnxTensor.createTensor(environment, new long[][] {tokens.getIds()}));
            inputs.put(MASK, OnnxTensor.createTensor(environment, new long[][] {tokens.getAttentionMask()}));
            inputs.put(TYPES, OnnxTensor.createTensor(environment, new long[][] {tokens.getTypeIds()}));
            Map<String, OnnxTensor> asked = new HashMap<>(inputs);
            asked.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(asked)) {
                OnnxValue first = result.get(0);
                float[][][] hidden = (float[][][]) first.getValue();
                return mean(hidden[0], tokens.getAttentionMask());
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    /** The mean over the tokens that are meant, scaled to length 1. */
    private float[] mean(float[][] hidden, long[] mask) {
        double[] sum = new double[dimension];
        for (int t = 0; t < hidden.length; t++) {
            for (int d = 0; d < dimension; d++) {
                sum[d] += mask[t] * hidden[t][d];
            }
        }
        double squares = 0;
        for (double s : sum) {
            squares += s * s;
        }
        double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        float[] vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) (sum[d] * scale);
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model could not be let go: " + e.getMessage(), e);
        } finally {
            tokenizer.close();
        }
    }
}
