package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.server.read.IssueQueue;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.worklist.Lookups;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes worklists from the read tables. Thread-safe. */
public final class Worklists {
    private static final int MOST = IssueQueue.MOST;

    private final Desk desk;
    private final AnswerDeadlines deadlines = AnswerDeadlines.standard(new ColombianHolidays());

    public Worklists(Desk desk) {
        this.desk = desk;
    }

    /** The most urgent novedades of a merchant, and shipments that go back from an office soon, at most {@code limit} of each. */
    public Worklist list(ReadSide reads, MerchantId merchant, Instant now, int limit) throws InterruptedException {
        SqliteStore store = desk.installation().store();
        Economics economics =
                desk.view().ask(view -> view.state().control().settings().economics());
        List<Home> issues = new ArrayList<>();
        List<Long> ids;
        do {
            ids = reads.issues().ids(merchant, now, Math.min(MOST, limit - issues.size()), issues.size());
            issues.addAll(reads.parcels().homes(ids));
        } while (issues.size() < limit && ids.size() == MOST);
        List<Home> offices = reads.parcels().homes(reads.issues().offices(merchant, now, limit));
        return Worklist.of(
                new Lookups(
                        new Receipts(store.log(), reads.rescues()),
                        store.vault(),
                        deadlines,
                        CityText.of(CityDirectory.packaged())),
                economics,
                issues,
                offices,
                now);
    }
}
