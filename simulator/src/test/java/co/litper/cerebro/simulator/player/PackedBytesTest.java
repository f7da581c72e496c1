package co.litper.cerebro.simulator.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackedBytesTest {
    @Test
    void gives_back_what_was_added_whatever_its_length_and_over_many_blocks() {
        SplittableRandom random = new SplittableRandom(7);
        PackedBytes packed = new PackedBytes();
        List<byte[]> added = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[i % 500 == 499 ? 1 << 18 : i % 7 == 0 ? 0 : random.nextInt(1_200)];
            random.nextBytes(bytes);
            packed.add(bytes);
            added.add(bytes);
        }

        assertThat(packed.size()).isEqualTo(added.size());
        for (int i = 0; i < added.size(); i++) {
            assertThat(packed.get(i)).isEqualTo(added.get(i));
        }
    }

    @Test
    void refuses_what_no_block_holds_and_places_that_were_never_filled() {
        PackedBytes packed = new PackedBytes();

        assertThatThrownBy(() -> packed.add(new byte[(1 << 18) + 1])).hasMessageContaining("block");
        assertThatThrownBy(() -> packed.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
