package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Reply;
import java.util.List;

/** Dilemmas for tests. */
final class Dilemmas {
    private Dilemmas() {}

    /** The recipient was away; asking for a time stands, delivering again and waiting are possible, nothing else. */
    static Dilemma away(long stakeCop) {
        return away(Carrier.TCC, new CityCode("76001"), stakeCop);
    }

    static Dilemma away(Carrier carrier, CityCode city, long stakeCop) {
        return new Dilemma(
                1_024,
                77,
                new MerchantId("m"),
                1_772_000_000_000L,
                new IssueStage(IssueReason.RECIPIENT_UNAVAILABLE, 1, Reply.NONE, 0, false, Patience.MUCH, Action.NONE),
                carrier,
                city,
                true,
                150_000,
                stakeCop,
                new Dilemma.History(3, 1, 1, 1),
                new Forecast(0.3f, 0.2f, 0.25f, 3, 2, 5, 100),
                Action.ASK_TIME,
                List.of(
                        new Dilemma.Option(Action.NONE, 0, 0.5f),
                        new Dilemma.Option(Action.ASK_TIME, 5_000, 0.7f),
                        new Dilemma.Option(Action.REDELIVER, 4_500, 0.68f)));
    }
}
