package co.litper.cerebro.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TellingTableTest {

    /** Those who get a message more often are worse cases; only the propensities can tell that the message helps. */
    @Test
    void aMessageIsCreditedWithItsEffectNotWithWhomItIsSentTo() {
        TellingTable table = new TellingTable();
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 60_000; i++) {
            boolean bad = random.nextBoolean();
            double propensity = bad ? 0.9 : 0.2;
            boolean told = random.nextDouble() < propensity;
            double chance = (bad ? 0.6 : 0.9) + (told ? 0.05 : 0);
            double value = (random.nextDouble() < chance ? 1 : 0) - 0.75;
            table.observe(ShipmentState.OUT_FOR_DELIVERY, true, told, told ? propensity : 1 - propensity, value);
        }
        TellingTable.Gain gain = table.gain(ShipmentState.OUT_FOR_DELIVERY, true);
        assertThat(gain.mean()).as("seed 11").isCloseTo(0.05, within(4 * gain.deviation()));
        assertThat(gain.deviation()).isLessThan(0.005);
        assertThat(table.gain(ShipmentState.OUT_FOR_DELIVERY, false).deviation())
                .as("nothing was learned of prepaid parcels")
                .isGreaterThan(0.02);
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        TellingTable table = new TellingTable();
        table.observe(ShipmentState.IN_TRANSIT, false, true, 0.25, 0.3);
        WireWriter out = new WireWriter();
        table.write(out);
        TellingTable again = TellingTable.read(new WireReader(out.toBytes()));
        assertThat(again.gain(ShipmentState.IN_TRANSIT, false)).isEqualTo(table.gain(ShipmentState.IN_TRANSIT, false));
    }
}
