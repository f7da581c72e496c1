package co.litper.cerebro.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyFilterTest {
    private static final int KEYS = 100_000;

    @Test
    void findsEveryKeyAndHardlyAnyOther() {
        KeyFilter filter = new KeyFilter(KEYS);
        for (long key = 0; key < KEYS; key++) {
            filter.add(key * key);
        }
        int falselyFound = 0;
        for (long key = 0; key < KEYS; key++) {
            assertThat(filter.mayContain(key * key)).isTrue();
            falselyFound += filter.mayContain(-1 - key) ? 1 : 0;
        }
        assertThat(falselyFound).isLessThan(KEYS / 50);
    }

    @Test
    void aFullOneSaysSo() {
        KeyFilter filter = new KeyFilter(0);
        assertThat(filter.hasRoomFor(1)).isTrue();
        for (long key = 0; key < KEYS; key++) {
            filter.add(key);
        }
        assertThat(filter.hasRoomFor(1)).isFalse();
        assertThat(filter.mayContain(KEYS - 1)).isTrue();
    }
}
