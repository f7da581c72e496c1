package co.litper.cerebro.server.memory;

import co.litper.cerebro.adapters.onnx.OnnxEmbedder;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Wording;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the memory of a log lies. One process at a time fills it; any reads what was committed. Thread-safe. */
public interface MemoryPlace extends AutoCloseable {
    /** The key of the configuration that tells which model turns texts into vectors. */
    String MODEL = "memory.model";

    /**
     * Opens the memory to fill it, empty if there was none. To be closed.
     *
     * @throws StoreException of kind LOCKED if another process fills it; of another if it is damaged or cannot be reached
     */
    Memories open();

    /**
     * Opens what was last committed, while another process fills it. To be closed.
     *
     * @param known a position; negative for none
     * @return empty if what was committed stands at {@code known}
     * @throws StoreException if nothing was committed yet, or it is damaged or cannot be reached
     */
    Optional<Memories> openBeside(long known);

    /** Takes the memory away, which nobody may have open; it is made again from the log. */
    void drop();

    /**
     * True if processes share it for long: then what is remembered is made durable within seconds, since the others see no more, and
     * what a newer release wrote is left to that.
     */
    boolean isShared();

    /**
     * Asks whoever fills the memory to erase a customer, unless asked before, and tells how many memories went once that is done;
     * empty until then, and where the other process cannot be asked.
     */
    default OptionalInt eraseElsewhere(PersonRef person) {
        return OptionalInt.empty();
    }

    /** Whom others want erased from what this process fills, as a whole or after a failure again. Call right after a commit. */
    default Collection<PersonRef> toErase() {
        return List.of();
    }

    /** Tells whoever asked that a customer was erased. */
    default void erased(PersonRef person, int gone) {
        // nobody asked
    }

    @Override
    void close();

    /** The memory that lies in an index, worded for people in Colombia. Closes the index with itself, or if it cannot be read. */
    static Memories over(SearchIndex index) {
        boolean read = false;
        try {
            Memories memories = new Memories(index, new Wording(CityText.of(CityDirectory.packaged())));
            read = true;
            return memories;
        } finally {
            if (!read) {
                index.close();
            }
        }
    }

    /**
     * What turns texts into vectors. To be closed.
     *
     * @param model folder of a sentence model, relative to {@code dataDir}; empty for the embedder that needs none. Another one than
     *     before makes the memory anew, from the log
     * @throws StoreException or {@link IllegalArgumentException} if the folder holds no such model
     */
    static Embedder embedder(Path dataDir, String model) {
        return model.isEmpty() ? new HashedEmbedder() : OnnxEmbedder.load(dataDir.resolve(model));
    }
}
