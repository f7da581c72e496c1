package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the product's receipts as they come and lets its forecasts and its choices be judged. */
final class ReceiptJudge implements ReceiptWatcher {
    /** The last days of those judged, in which decisions are held against the truth. */
    private static final Duration PRECISE_FOR = Duration.ofDays(30);

    /** One parcel in so many is held against the truth, which takes longer to ask than all that was decided. */
    private static final int SAMPLE = 4;

    private static final long SAMPLE_SALT = 0x6a75646765L;

    private final Instant preciseFrom;
    private final Instant preciseTo;
    private final ForecastJudge forecasts = new ForecastJudge();
    private final PrecisionJudge precision;

    ReceiptJudge(Truth truth, Plan plan) {
        this.precision = new PrecisionJudge(truth);
        this.preciseTo = plan.lastDay();
        this.preciseFrom = preciseTo.minus(PRECISE_FOR);
    }

    @Override
    public void recorded(Instant now, List<Entry> entries, Parcels parcels) {
        boolean isJudged = !now.isBefore(preciseFrom) && now.isBefore(preciseTo);
        for (Entry entry : entries) {
            List<Fact> facts = FactsCodec.decode(entry.facts());
            Set<Long> refused = refused(facts);
            for (Fact fact : facts) {
                if (fact instanceof Decision decision) {
                    Parcels.Numbers parcel = parcels.of(decision.key());
                    forecasts.decided(decision, parcel);
                    if (isJudged && Long.remainderUnsigned(Hash64.of(SAMPLE_SALT, parcel.orderId()), SAMPLE) == 0) {
                        judge(decision, parcel, refused);
                    }
                }
            }
        }
    }

    private static Set<Long> refused(List<Fact> facts) {
        Set<Long> refused = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof PlannedEffect effect && effect.status() == EffectStatus.REFUSED) {
                refused.add(effect.id());
            }
        }
        return refused;
    }

    private void judge(Decision decision, Parcels.Numbers parcel, Set<Long> refused) {
        for (int i = 0; i < decision.choices().size(); i++) {
            Choice choice = decision.choices().get(i);
            precision.decided(choice, parcel, refused.contains(PlannedEffect.idOf(decision.id(), i)));
        }
    }

    void ended(ParcelStory story, boolean isJudged) {
        forecasts.ended(story, isJudged);
    }

    ReceiptFigures figures() {
        return new ReceiptFigures(
                forecasts.delayError(),
                forecasts.returnError(),
                precision.precision(),
                precision.carrierPrecision(),
                precision.answerPrecision(),
                precision.surestPrecision(),
                precision.coverage());
    }
}
