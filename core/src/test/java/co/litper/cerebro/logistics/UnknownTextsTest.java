package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnknownTextsTest {
    @Test
    void spellingsThatFoldAlikeCountAsOneAndKeepTheFirstWriting() {
        UnknownTexts unknown = new UnknownTexts(10);
        unknown.count("status TCC", "En  Órbita");
        unknown.count("status TCC", "EN ORBITA");
        unknown.count("status ENVIA", "EN ORBITA");
        assertThat(unknown.top(5))
                .containsExactly(
                        new UnknownTexts.Row("status TCC", "En  Órbita", 2, 0),
                        new UnknownTexts.Row("status ENVIA", "EN ORBITA", 1, 0));
        assertThat(unknown.total()).isEqualTo(3);
    }

    @Test
    void aFloodOfRareTextsDoesNotPushOutAFrequentOne() {
        UnknownTexts unknown = new UnknownTexts(20);
        for (int i = 0; i < 10_000; i++) {
            unknown.count("issue", i % 10 == 0 ? "FRECUENTE" : "RARO " + letters(i));
        }
        UnknownTexts.Row first = unknown.top(1).getFirst();
        assertThat(first.text()).isEqualTo("FRECUENTE");
        assertThat(first.count()).isGreaterThanOrEqualTo(1_000);
        assertThat(first.count() - first.atMostTooMany()).isLessThanOrEqualTo(1_000);
        assertThat(unknown.top(1_000)).hasSize(20);
        assertThat(unknown.total()).isEqualTo(10_000);
    }

    @Test
    void phonesAreMaskedAndLongTextsCut() {
        UnknownTexts unknown = new UnknownTexts(2);
        unknown.count("issue", "llamar al 300 123 4567");
        unknown.count("issue", "x".repeat(1_000_000));
        assertThat(unknown.top(2)).extracting(UnknownTexts.Row::text).contains("llamar al ### ### ####");
        assertThat(unknown.top(2)).allSatisfy(row -> assertThat(row.text()).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void equalInputGivesEqualListings() {
        UnknownTexts one = new UnknownTexts(5);
        UnknownTexts other = new UnknownTexts(5);
        for (int i = 0; i < 500; i++) {
            one.count("city", letters(i * 7 % 31));
            other.count("city", letters(i * 7 % 31));
        }
        assertThat(one.top(5)).isEqualTo(other.top(5));
    }

    @Test
    void noCapacityIsRefused() {
        assertThatThrownBy(() -> new UnknownTexts(0)).hasMessageContaining("capacity must be at least 1, is 0");
    }

    private static String letters(int number) {
        StringBuilder out = new StringBuilder();
        for (int left = number; left >= 0; left = left / 26 - 1) {
            out.append((char) ('A' + left % 26));
        }
        return out.toString();
    }
}
