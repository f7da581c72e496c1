package co.litper.cerebro.server.http.api;

import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forgets customers: their row and key in the vault, what refused rows say of them, what was remembered, the graphs that name them. Thread-safe. */
public final class Erasing {
    private final Desk desk;
    private final Vault vault;

    public Erasing(Desk desk) {
        this.desk = desk;
        this.vault = desk.installation().store().vault();
    }

    /**
     * What was erased.
     *
     * @param found true if something was known of the customer
     * @param letters refused rows that were emptied
     * @param memories memories that are gone
     * @param verified true if nothing can be found of the customer any more
     */
    public record Proof(Instant at, boolean found, int letters, int memories, boolean verified) {}

    /** Erases a customer's personal data. It cannot be undone. */
    public Proof erase(PersonRef ref) throws InterruptedException {
        Optional<Person> known = vault.erase(ref);
        List<String> texts = new ArrayList<>();
        known.ifPresent(p -> texts.addAll(List.of(p.name(), p.phone(), p.address(), p.email())));
        texts.removeIf(String::isBlank);
        int letters =
                texts.isEmpty() ? 0 : desk.installation().store().deadLetters().purge(texts);
        int memories = desk.memory().erase(ref);
        desk.asks().forget();
        return new Proof(
                desk.clock().now(),
                known.isPresent(),
                letters,
                memories,
                vault.find(ref).isEmpty() && vault.isErased(ref));
    }
}
