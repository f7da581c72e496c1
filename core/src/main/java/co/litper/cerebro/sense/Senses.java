package co.litper.cerebro.sense;

import co.litper.cerebro.decision.CarrierOption;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.List;
import java.util.Set;

/** Makes a situation of what is known. */
public final class Senses {
    public Situation situation(
            BrainSnapshot snapshot,
            MerchantId merchant,
            ParcelState parcel,
            CustomerState customer,
            Change change,
            Set<Question> questions,
            long homeKey,
            long decisionId,
            long nowMs,
            List<CarrierOption> carriers) {
        return new Situation(
                decisionId,
                homeKey,
                nowMs,
                parcel.isHistorical(),
                parcel,
                customer,
                change,
                questions,
                new byte[0],
                new byte[0],
                new Forecast(0.1f, 0.1f, 0.2f, 4, 2, 8, 0),
                List.of(),
                snapshot.version(),
                carriers);
    }
}
