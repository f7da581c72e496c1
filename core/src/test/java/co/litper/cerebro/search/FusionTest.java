package co.litper.cerebro.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final Offset<Double> EXACTLY = Offset.offset(1e-12);

    @Test
    void likenessWeighsAsMuchAsWordsWhereTheQuestionIsAsLongAsTheTexts() {
        assertThat(Fusion.share("paquete demorado en Pasto", 3)).isEqualTo(Fusion.MOST_SHARE);
        assertThat(Fusion.share("paquete demorado en Pasto", 2)).isEqualTo(Fusion.MOST_SHARE);
        assertThat(Fusion.share("paquete", 0)).isEqualTo(Fusion.MOST_SHARE);
    }

    @Test
    void likenessWeighsLessByAsMuchAsTheQuestionIsShorterThanTheTexts() {
        assertThat(Fusion.share("paquete demorado en Pasto", 30)).isCloseTo(Fusion.MOST_SHARE / 10, EXACTLY);
        assertThat(Fusion.share("de la", 30)).isZero();
    }

    @Test
    void whereNoWordWasFoundLikenessAloneDecides() {
        assertThat(Fusion.score(0, 0, 0.4, 0.1)).isEqualTo(0.4);
        assertThat(Fusion.score(0, 0, -0.4, 0.1)).isZero();
        assertThat(Fusion.score(3, 6, 0.5, 0.25)).isCloseTo(0.5, EXACTLY);
        assertThat(Fusion.score(3, 6, 0.9, 0.25)).isCloseTo(0.6, EXACTLY);
    }
}
