package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import org.junit.jupiter.api.Test;

class SubjectStateTest {
    private static void give(SubjectState carrier, long day, int parcels) {
        for (int i = 0; i < parcels; i++) {
            carrier.noteGiven(day);
        }
    }

    @Test
    void theUseOfLateIsTheMeanOfDaysThatEndedAndForgetsThem() {
        SubjectState carrier = new SubjectState(Subject.of(Carrier.TCC));
        carrier.setCapacity(10);
        assertThat(carrier.recentUse()).isNaN();
        give(carrier, 100, 10);
        assertThat(carrier.recentUse()).as("its first day has not ended").isNaN();
        give(carrier, 101, 2);
        assertThat(carrier.recentUse()).isEqualTo(1);
        give(carrier, 103, 1);
        assertThat(carrier.recentUse()).as("10 + (2 - 10) / 4 of 10").isCloseTo(0.8, within(1e-9));

        WireWriter out = new WireWriter();
        carrier.write(out);
        assertThat(SubjectState.read(new WireReader(out.toBytes())).recentUse()).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aCarrierThatToldNoCapacityHasNoUse() {
        SubjectState carrier = new SubjectState(Subject.of(Carrier.TCC));
        give(carrier, 100, 10);
        give(carrier, 101, 10);
        assertThat(carrier.recentUse()).isNaN();
    }
}
