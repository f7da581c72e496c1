package co.litper.cerebro.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.world.Hash64;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import org.junit.jupiter.api.Test;

class CounselTableTest {
    private static final IssueReason REASON = IssueReason.BAD_ADDRESS;
    private static final int CASES = 4_000;

    /** Cases in which following adds {@code gain}, and is the likelier the better the parcel stands anyway. */
    private static CounselTable learned(double gain) {
        CounselTable table = new CounselTable();
        for (int i = 0; i < CASES; i++) {
            double quality = Hash64.toUnit(Hash64.of(1, i)) - 0.5;
            double propensity = 0.5 + 0.6 * quality;
            boolean followed = Hash64.toUnit(Hash64.of(2, i)) < propensity;
            double value = quality + (followed ? gain : 0);
            table.observe(REASON, followed, followed ? propensity : 1 - propensity, value);
        }
        return table;
    }

    @Test
    void findsWhatFollowingAddsThoughTheBetterCasesAreFollowedMoreOften() {
        CounselTable.Gain gain = learned(0.2).gain(REASON);

        assertThat(gain.mean()).as("seeds 1 and 2").isCloseTo(0.2, within(0.03));
        assertThat(gain.deviation()).isLessThan(0.05);
    }

    @Test
    void findsThatBadAdviceIsBad() {
        assertThat(learned(-0.2).gain(REASON).mean()).isCloseTo(-0.2, within(0.03));
    }

    @Test
    void aReasonWithoutCasesLeansOnTheOthers() {
        assertThat(learned(0.2).gain(IssueReason.WEATHER).mean()).isCloseTo(0.2, within(0.05));
        assertThat(new CounselTable().gain(IssueReason.WEATHER).mean()).isZero();
    }

    @Test
    void knowsHowOftenAdviceDiffers() {
        CounselTable table = new CounselTable();
        for (int i = 0; i < 1_000; i++) {
            table.asked(REASON);
            if (i % 10 == 0) {
                table.differed(REASON);
            }
        }

        assertThat(table.differs(REASON)).isCloseTo(0.1, within(0.01));
        assertThat(table.differs(IssueReason.LOST)).isCloseTo(0.1, within(0.01));
    }

    @Test
    void comesBackFromItsBytes() {
        CounselTable table = learned(0.1);
        table.asked(REASON);
        WireWriter out = new WireWriter();
        table.write(out);

        CounselTable back = CounselTable.read(new WireReader(out.toBytes()));

        assertThat(back.gain(REASON)).isEqualTo(table.gain(REASON));
        assertThat(back.differs(REASON)).isEqualTo(table.differs(REASON));
    }
}
