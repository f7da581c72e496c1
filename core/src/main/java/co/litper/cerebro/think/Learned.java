package co.litper.cerebro.think;

import co.litper.cerebro.policy.CounselTable;
import co.litper.cerebro.policy.RescueLearner;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.policy.TellingTable;

/**
 * What was learned about choices, as one snapshot has it.
 *
 * @param rescues what each step at a novedad is worth
 * @param telling what a message on the way is worth, read only
 * @param autonomy how far each action may go by itself
 * @param counsel what slow thinking is worth, read only
 */
public record Learned(RescuePolicy rescues, TellingTable telling, EarnedAutonomy autonomy, CounselTable counsel) {
    /** Nothing but priors. */
    public static Learned nothing() {
        return new Learned(new RescueLearner().policy(), new TellingTable(), EarnedAutonomy.NONE, new CounselTable());
    }
}
