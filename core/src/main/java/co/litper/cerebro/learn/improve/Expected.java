package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learn.replay.Episode;
import co.litper.cerebro.learn.replay.LoggedChoice;
import co.litper.cerebro.policy.Economics;

/** What a parcel was forecast to earn when it was first decided about, in pesos. What it earned beyond that is luck or merit. */
final class Expected {
    private Expected() {}

    /** Of a decision: where a carrier was chosen what its bid promised, else by the forecast. */
    static double of(Decision d, ShipmentContext context, Economics economics) {
        for (Choice choice : d.choices()) {
            if (choice.question() == Question.CARRIER) {
                return choice.winner().valueCop();
            }
        }
        return of(context, d.forecast(), economics);
    }

    /** Of the first choice about a parcel. */
    static double of(Episode episode, Economics economics) {
        LoggedChoice first = episode.choices().getFirst();
        Bid winner = first.winner();
        return first.question() == Question.CARRIER
                ? winner.valueCop()
                : of(first.context(), first.forecast(), economics);
    }

    private static double of(ShipmentContext context, Forecast f, Economics economics) {
        double margin = Double.isNaN(context.valueCop()) ? 0 : context.valueCop() * economics.marginShare();
        double freight = Double.isNaN(context.freightCop()) ? economics.freightCop() : context.freightCop();
        return (1 - f.giveBack()) * margin
                - freight
                - f.giveBack() * economics.returnFreightCop()
                - f.delay() * economics.delayCop();
    }
}
