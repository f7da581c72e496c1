package co.litper.cerebro.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HashedEmbedderTest {
    private final Embedder embedder = new HashedEmbedder();

    private float likeness(String a, String b) {
        return Embedder.cosine(embedder.embed(a), embedder.embed(b));
    }

    @Test
    void aVectorHasLengthOneAndATextWithoutAWordHasNone() {
        assertThat(likeness("Envía a Pasto", "Envía a Pasto")).isBetween(0.9999f, 1.0001f);
        assertThat(embedder.embed(" ¿…? ")).containsOnly(0f).hasSize(HashedEmbedder.DIMENSION);
    }

    @Test
    void accentsCaseAndSpacingMakeNoDifference() {
        assertThat(embedder.embed("La dirección está ERRADA")).isEqualTo(embedder.embed("la  direccion esta errada."));
    }

    @Test
    void anotherFormOfAWordIsNearerThanAnotherWord() {
        assertThat(likeness("entregar el paquete", "paquetes entregados"))
                .isGreaterThan(likeness("entregar el paquete", "paquetes perdidos") + 0.15f);
    }

    @Test
    void aListedSynonymIsNearerThanAWordOfNoGroup() {
        assertThat(likeness("la transportadora demora", "el courier se atrasa"))
                .isGreaterThan(likeness("la transportadora demora", "el almacén se inunda") + 0.2f);
    }

    @Test
    void aWordMisspelledByOneLetterStaysNear() {
        assertThat(likeness("Coordinadora", "Cordinadora"))
                .isGreaterThan(likeness("Coordinadora", "Servientrega") + 0.25f);
    }

    @Test
    void wordsOfGrammarCountLittle() {
        assertThat(likeness("el paquete de la ciudad", "paquete ciudad")).isGreaterThan(0.95f);
        assertThat(likeness("de la que por", "Pasto")).isLessThan(0.2f);
    }

    @Test
    void aWordThatIsRepeatedDoesNotDrownTheOthers() {
        assertThat(likeness("tarde tarde tarde Pasto", "llega a Pasto"))
                .isGreaterThan(likeness("tarde tarde tarde Pasto", "llega tarde") - 0.35f);
        assertThat(likeness("Pasto Pasto", "Pasto")).isGreaterThan(0.9999f);
    }

    @Test
    void theSameTextGivesTheSameBitsInEveryRelease() {
        assertThat(Arrays.hashCode(embedder.embed("Envía a Pasto llega tarde los lunes y los lunes")))
                .isEqualTo(EMBEDDED);
    }

    /** Written down when the name {@code hashed-es-3} was given: a change wants another name, since indexes hold old vectors. */
    private static final int EMBEDDED = -176748510;
}
