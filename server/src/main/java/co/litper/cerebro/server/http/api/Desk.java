package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.Erasing;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.LiveView;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.ask.AskDesk;
import co.litper.cerebro.server.backup.BackupShelf;
import co.litper.cerebro.server.backup.Backups;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.webhook.WebhookDesk;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;

/**
 * What endpoints work with.
 *
 * @param view the state, for questions about single keys
 * @param reads the tables that lists are read from
 * @param memory what is remembered
 * @param asks answers questions
 * @param trouble what keeps events from being taken
 * @param audit where acts are written down
 * @param webhooks takes deliveries
 * @param uploads folder for files on their way in
 * @param backups makes copies of the store
 * @param shelf where the copies go that are asked for from afar
 * @param folder the installation's
 */
public record Desk(
        Installation installation,
        LiveView view,
        ReadSide reads,
        MemorySide memory,
        AskDesk asks,
        Configuration configuration,
        Clock clock,
        Meters meters,
        Trouble trouble,
        AuditTrail audit,
        WebhookDesk webhooks,
        Path uploads,
        Backups backups,
        BackupShelf shelf,
        Path folder) {
    /** Where events go. */
    public WayIn in() {
        return WayIn.of(installation.host());
    }

    /** What can be asked of the installation's merchants, who all lie in one archive. */
    public Archives archives() {
        Archive all = new Archive(
                installation.store().log(), view, reads, installation.store().vault());
        return merchant -> all;
    }

    /** Forgets customers, wherever the installation tells of them. */
    public Erasing erasing() {
        return new Erasing(installation.store().vault(), installation.store().deadLetters(), this::forget, clock);
    }

    private int forget(MerchantId merchant, PersonRef customer) throws InterruptedException {
        int memories = memory.erase(customer);
        asks.forget();
        return memories;
    }
}
