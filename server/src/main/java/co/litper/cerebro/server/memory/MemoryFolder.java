package co.litper.cerebro.server.memory;

import co.litper.cerebro.adapters.lucene.LuceneSearchIndex;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Wording;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an installation keeps its memory. One process at a time has it open. */
public final class MemoryFolder {
    private static final String NAME = "memory";

    private MemoryFolder() {}

    /**
     * Opens the memory of the installation in {@code dataDir}, empty if there was none. To be closed.
     *
     * @throws co.litper.cerebro.log.StoreException if another process has it open, or it is damaged
     */
    public static Memories open(Path dataDir) {
        return new Memories(
                LuceneSearchIndex.open(dataDir.resolve(NAME), new HashedEmbedder()),
                new Wording(CityText.of(CityDirectory.packaged())));
    }

    /**
     * Erases a customer from the memory of the installation in {@code dataDir}; returns how many memories went, 0 without a
     * memory. Two at once in one process wait for each other.
     */
    public static synchronized int erase(Path dataDir, PersonRef person) {
        if (!Files.isDirectory(dataDir.resolve(NAME))) {
            return 0;
        }
        try (Memories memories = open(dataDir)) {
            return memories.erase(person);
        }
    }
}
