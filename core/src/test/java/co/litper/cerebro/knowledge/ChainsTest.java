package co.litper.cerebro.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainsTest {
    @Test
    void theNewestEntryAtATimeIsTheOneThatAScanFinds() {
        for (long seed = 1; seed <= 20; seed++) {
            Random luck = new Random(seed);
            int n = 1 + luck.nextInt(500);
            Chains chains = new Chains();
            long[] times = new long[n];
            int head = Chains.END;
            for (int i = 0; i < n; i++) {
                times[i] = (i == 0 ? 0 : times[i - 1]) + luck.nextInt(3);
                chains.append(i, head);
                head = i;
            }
            assertThat(chains.length(head)).isEqualTo(n);
            for (long ms = -1; ms <= times[n - 1] + 1; ms++) {
                int scanned = n - 1;
                while (scanned >= 0 && times[scanned] > ms) {
                    scanned--;
                }
                assertThat(chains.newestAt(head, times, ms))
                        .as("seed %d, time %d", seed, ms)
                        .isEqualTo(scanned);
            }
        }
    }
}
