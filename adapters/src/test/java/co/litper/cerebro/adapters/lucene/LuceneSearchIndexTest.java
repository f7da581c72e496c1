package co.litper.cerebro.adapters.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.testkit.contract.SearchIndexContract;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTest extends SearchIndexContract {
    private static final PersonRef ANA = new PersonRef("a".repeat(32));

    @TempDir
    private Path other;

    @Override
    protected SearchIndex open(Path folder, Embedder embedder) {
        return LuceneSearchIndex.open(folder, embedder);
    }

    @Override
    protected boolean isDurable() {
        return true;
    }

    private static Document document(long id, PersonRef person, String text) {
        return new Document(id, new MerchantId("litper"), person, "episode", id, text, new byte[0]);
    }

    private LuceneSearchIndex filled() {
        LuceneSearchIndex index = LuceneSearchIndex.open(other, new HashedEmbedder());
        for (long id = 1; id <= 300; id++) {
            index.put(List.of(document(id, PersonRef.NONE, "paquete número " + id + " a Cali")));
            if (id % 100 == 0) {
                index.commit(id, new byte[0]);
            }
        }
        return index;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void noFileHasAByteOfAnErasedPersonAndReadersOfBeforeHoldNothingBack() throws IOException {
        try (LuceneSearchIndex index = filled()) {
            index.put(List.of(document(900, ANA, "zarzaparrilla extraviada")));
            index.commit(400, new byte[0]);
            assertThat(index.find(900)).isPresent();
            index.put(List.of(document(901, ANA, "zarzaparrilla otra vez")));

            assertThat(index.erase(ANA)).isEqualTo(2);

            assertThat(index.size()).isEqualTo(300);
            assertThat(index.position()).isEqualTo(400);
            for (Path file : files(other)) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("zarzaparrill", ANA.value());
            }
        }
    }

    @Test
    void theFolderAsACrashLeavesItOpensAtTheLastCommit() throws IOException {
        try (LuceneSearchIndex index = filled()) {
            index.put(List.of(document(900, ANA, "después")));
            Path crashed = other.resolveSibling(other.getFileName() + "-crashed");
            Files.createDirectories(crashed);
            for (Path file : files(other)) {
                Files.copy(file, crashed.resolve(file.getFileName()));
            }
            try (LuceneSearchIndex after = LuceneSearchIndex.open(crashed, new HashedEmbedder())) {
                assertThat(after.size()).isEqualTo(300);
                assertThat(after.position()).isEqualTo(300);
            }
        }
    }

    @Test
    void anIndexOfAnotherFormatIsMadeAnewAndNotReadBesideItsWriter() throws IOException {
        filled().close();
        try (FSDirectory directory = FSDirectory.open(other);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of(LuceneSearchIndex.EMBEDDER, new HashedEmbedder().name(), LuceneSearchIndex.POSITION, "300")
                            .entrySet());
            writer.commit();
        }

        assertThatThrownBy(() -> LuceneSearchIndex.openBeside(other, new HashedEmbedder()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("of another version");
        try (LuceneSearchIndex index = LuceneSearchIndex.open(other, new HashedEmbedder())) {
            assertThat(index.position()).isZero();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void aSecondOpeningIsToldThatTheFolderIsHeld() {
        try (LuceneSearchIndex index = filled()) {
            assertThat(index.size()).isEqualTo(300);
            assertThatThrownBy(() -> LuceneSearchIndex.open(other, new HashedEmbedder()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
        }
    }

    @Test
    void aDamagedFolderIsRefusedWithWhatToDo() throws IOException {
        filled().close();
        for (Path file : files(other)) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.writeString(file, "not an index at all, by any means");
            }
        }

        assertThatThrownBy(() -> LuceneSearchIndex.open(other, new HashedEmbedder()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("delete the folder");
    }

    @Test
    void theGraphFindsWhatAnExactSearchFinds() {
        Embedder embedder = new HashedEmbedder();
        try (LuceneSearchIndex index = filled()) {
            float[] question = embedder.embed("paquete número 137 a Cali");
            List<Long> exact = new ArrayList<>();
            for (long id = 1; id <= 300; id++) {
                exact.add(id);
            }
            exact.sort((a, b) -> Float.compare(
                    Embedder.cosine(question, embedder.embed("paquete número " + b + " a Cali")),
                    Embedder.cosine(question, embedder.embed("paquete número " + a + " a Cali"))));

            List<Long> found =
                    index.nearest(Search.of("paquete número 137 a Cali", new MerchantId("litper"), 5)).stream()
                            .map(hit -> hit.document().id())
                            .toList();

            assertThat(found.getFirst()).isEqualTo(137L).isEqualTo(exact.getFirst());
        }
    }

    @Test
    void equalCallsMakeEqualHits() throws IOException {
        List<String> first;
        try (LuceneSearchIndex index = filled()) {
            first = hits(index);
        }
        Path again = Files.createDirectories(other.resolve("again"));
        try (LuceneSearchIndex index = LuceneSearchIndex.open(again, new HashedEmbedder())) {
            for (long id = 1; id <= 300; id++) {
                index.put(List.of(document(id, PersonRef.NONE, "paquete número " + id + " a Cali")));
                if (id % 100 == 0) {
                    index.commit(id, new byte[0]);
                }
            }
            assertThat(hits(index)).isEqualTo(first);
        }
    }

    private static List<String> hits(LuceneSearchIndex index) {
        return index.search(Search.of("número 12 a Cali", new MerchantId("litper"), 20)).stream()
                .map(hit -> hit.document().id() + " " + hit.score())
                .toList();
    }
}
