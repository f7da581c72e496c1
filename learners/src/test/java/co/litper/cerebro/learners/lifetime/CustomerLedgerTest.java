package co.litper.cerebro.learners.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CustomerLedgerTest {
    private static final long SEED = 4;

    private static List<double[]> purchases() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> purchases = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            purchases.add(new double[] {random.nextInt(400), 100 * random.nextDouble(), 20 + random.nextInt(80)});
        }
        return purchases;
    }

    private static CustomerLedger ledger(List<double[]> purchases) {
        CustomerLedger ledger = new CustomerLedger();
        purchases.forEach(p -> ledger.bought((long) p[0], p[1], p[2]));
        return ledger;
    }

    @Test
    void theOrderInWhichPurchasesAreToldChangesNothing() {
        List<double[]> purchases = purchases();
        CustomerLedger ordered = ledger(purchases);
        Collections.shuffle(purchases, new Random(SEED));
        assertThat(ledger(purchases).summaries(100)).isEqualTo(ordered.summaries(100));
    }

    @Test
    void aLineIsWhatTheWholeHistoryWouldGive() {
        CustomerLedger ledger = new CustomerLedger();
        ledger.bought(7, 10, 50);
        ledger.bought(7, 14, 20);
        ledger.bought(7, 19, 40);
        assertThat(ledger.summary(7, 30)).contains(new CustomerSummary(2, 9, 20, 30));
        assertThat(CustomerSummary.of(0, 0, 0).bought(4, 20).bought(9, 40).watchedUntil(20))
                .isEqualTo(new CustomerSummary(2, 9, 20, 30));
        ledger.forget(7);
        assertThat(ledger.summary(7, 30)).isEmpty();
    }

    @Test
    void aRefitFromStoredLinesIsTheSameFit() {
        CustomerLedger ledger = ledger(purchases());
        CustomerLedger again = CustomerLedger.fromBytes(ledger.toBytes());
        assertThat(LifetimeFit.mbgNbd(again.summaries(100))).isEqualTo(LifetimeFit.mbgNbd(ledger.summaries(100)));
    }

    @Test
    void whatIsNoPurchaseChangesNothing() {
        CustomerLedger ledger = ledger(purchases());
        byte[] before = ledger.toBytes();
        assertThatThrownBy(() -> ledger.bought(1, Double.NaN, 3)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> ledger.bought(1, 3, -1)).isInstanceOf(BadSampleException.class);
        assertThat(ledger.toBytes()).isEqualTo(before);
    }

    @Test
    void theMoreSomebodyBoughtTheLessOthersCountForTheirValue() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.45);
        double all = model.expectedOfNew();
        double once = model.expectedValue(new CustomerSummary(1, 3, 9, 80));
        double often = model.expectedValue(new CustomerSummary(30, 8, 9, 80));
        assertThat(all).isCloseTo(6.25 * 15.45 / 2.74, within(1e-9));
        assertThat(once).isBetween(all, often);
        assertThat(often).isBetween(once, 80.0);
    }

    @Test
    void aLifetimesValueIsPurchasesTimesValueLessTheDiscount() {
        BgNbd model = new BgNbd(0.2426, 4.4136, 0.7929, 2.4259);
        GammaGamma value = new GammaGamma(6.25, 3.74, 15.45);
        CustomerSummary customer = new CustomerSummary(2, 30.43, 38.86, 22.35);
        double undiscounted = model.expected(customer, 39) * value.expectedValue(customer);
        assertThat(value.lifetimeValue(model, customer, 39, 0)).isCloseTo(undiscounted, within(1e-9));
        assertThat(value.lifetimeValue(model, customer, 39, 0.01)).isBetween(0.7 * undiscounted, undiscounted);
    }
}
