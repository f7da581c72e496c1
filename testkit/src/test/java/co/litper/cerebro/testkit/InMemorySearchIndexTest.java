package co.litper.cerebro.testkit;

import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.InMemorySearchIndex;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.testkit.contract.SearchIndexContract;
import java.nio.file.Path;

class InMemorySearchIndexTest extends SearchIndexContract {
    @Override
    protected SearchIndex open(Path folder, Embedder embedder) {
        return new InMemorySearchIndex(embedder);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
