package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    @Test
    void whatIsAskedForOftenIsComputedOnceAndTheRestIsForgotten() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(100);
        AtomicInteger computedZero = new AtomicInteger();
        for (int i = 1; i <= 10_000; i++) {
            cache.get(i, key -> key);
            cache.get(0, key -> {
                computedZero.incrementAndGet();
                return key;
            });
            assertThat(cache.size()).isLessThanOrEqualTo(200);
        }
        assertThat(computedZero).hasValue(1);
    }
}
