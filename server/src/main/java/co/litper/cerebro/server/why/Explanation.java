package co.litper.cerebro.server.why;

import co.litper.cerebro.Home;
import co.litper.cerebro.Keys;
import co.litper.cerebro.StateView;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.learn.OutcomeLedger;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.server.receipt.DecisionLabel;
import co.litper.cerebro.server.receipt.Receipt;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * A decision with all that explains it.
 *
 * @param receipt what was decided, for which event
 * @param parcel the parcel as it stands now, if it is known
 * @param outcome what came of it, if that is known
 * @param rescues the rescue rates that were believed, if the snapshot is kept
 * @param settings the settings as they are now
 */
public record Explanation(
        Receipt receipt,
        Optional<ParcelState> parcel,
        Optional<Settled> outcome,
        Optional<RescuePolicy> rescues,
        Settings settings) {

    /** What a look-up gives. */
    public sealed interface Found {}

    /** The decision is there. */
    public record Explained(Explanation explanation) implements Found {}

    /**
     * Nothing has this number.
     *
     * @param nearest the nearest decision, if a decision was asked for
     */
    public record Unknown(OptionalLong nearest) implements Found {}

    /** The parcel is there, but nothing was decided about it yet. */
    public record Undecided() implements Found {}

    /** Looks a decision up by its label, or the last one about a guide or an order of {@code merchant}. */
    public static Found find(String text, MerchantId merchant, StateView view, EventLog log) {
        Receipts receipts = new Receipts(log);
        return find(text, merchant, view, receipts, receipts::outcome);
    }

    /** As above, where somebody knows better than by a search through the log what came of a decision. */
    public static Found find(
            String text,
            MerchantId merchant,
            StateView view,
            Receipts receipts,
            LongFunction<Optional<Settled>> outcomes) {
        String number = text.strip();
        OptionalLong label = DecisionLabel.parse(number);
        if (label.isPresent()) {
            Found found = explain(label.getAsLong(), view, receipts, outcomes);
            if (found instanceof Explained) {
                return found;
            }
        }
        Optional<Home> home = view.state()
                .home(Keys.guide(merchant, number))
                .or(() -> view.state().home(Keys.order(merchant, number)));
        if (home.isEmpty()) {
            return new Unknown(label.isPresent() ? receipts.nearest(label.getAsLong()) : OptionalLong.empty());
        }
        long last = home.get().lastDecision();
        return last == 0 ? new Undecided() : explain(last, view, receipts, outcomes);
    }

    private static Found explain(long id, StateView view, Receipts receipts, LongFunction<Optional<Settled>> outcomes) {
        Optional<Receipt> receipt = receipts.find(id);
        if (receipt.isEmpty()) {
            return new Unknown(receipts.nearest(id));
        }
        Optional<Home> home = view.state().home(receipt.get().decision().key());
        boolean open = home.map(h -> isOpen(h.ledger(), id)).orElse(false);
        return new Explained(new Explanation(
                receipt.get(),
                home.map(Home::parcel),
                open ? Optional.empty() : outcomes.apply(id),
                receipts.rescues(receipt.get().decision().snapshot()),
                view.state().control().settings()));
    }

    /** True if the ledger still waits for the first word, so that no search is needed. */
    private static boolean isOpen(OutcomeLedger ledger, long id) {
        return ledger.all().stream().anyMatch(o -> o.id() == id && !o.expired());
    }
}
