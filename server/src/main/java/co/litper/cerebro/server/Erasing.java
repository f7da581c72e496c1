package co.litper.cerebro.server;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets customers: what refused rows say of them, their row and key in the vault, what else tells of them. Thread-safe.
 *
 * <p>In this order, so that whatever breaks off can be done again: once the vault has forgotten a name, nobody knows any more which
 * refused rows quote it.
 */
public final class Erasing {
    private final Vault vault;
    private final DeadLetters deadLetters;
    private final Others others;
    private final Clock clock;

    /** What tells of customers beside vault and dead letters. */
    @FunctionalInterface
    public interface Others {
        /** Forgets a customer who is erased in the vault already; returns how many memories are gone. */
        int forget(MerchantId merchant, PersonRef customer) throws InterruptedException;
    }

    public Erasing(Vault vault, DeadLetters deadLetters, Others others, Clock clock) {
        this.vault = vault;
        this.deadLetters = deadLetters;
        this.others = others;
        this.clock = clock;
    }

    /**
     * What was erased.
     *
     * @param found true if something was known of the customer
     * @param letters refused rows that were removed
     * @param memories memories that are gone
     * @param verified true if nothing can be found of the customer any more
     */
    public record Proof(Instant at, boolean found, int letters, int memories, boolean verified) {}

    /**
     * Erases a customer's personal data. It cannot be undone; it can be repeated.
     *
     * @param merchant whose customer it is
     * @param quoted what else refused rows may say of the customer beside what the vault knows, such as the phone they asked with
     * @throws co.litper.cerebro.log.StoreException of the kind {@code LOCKED} if what was erased is gone but its bytes remain for
     *     now, because something still reads them: call again
     */
    public Proof erase(MerchantId merchant, PersonRef customer, List<String> quoted) throws InterruptedException {
        List<String> texts = new ArrayList<>(quoted);
        vault.find(customer).ifPresent(p -> texts.addAll(List.of(p.name(), p.phone(), p.address(), p.email())));
        texts.removeIf(String::isBlank);
        int letters = texts.isEmpty() ? 0 : deadLetters.purge(texts);
        boolean found = vault.erase(customer).isPresent();
        int memories = others.forget(merchant, customer);
        return new Proof(
                clock.now(), found, letters, memories, vault.find(customer).isEmpty() && vault.isErased(customer));
    }
}
