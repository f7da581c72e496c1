package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.adapters.channel.CallListChannel;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.read.Approvals;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.IssueQueue;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.worklist.Lookups;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Makes worklists from the read tables. Thread-safe. */
public final class Worklists {
    private static final int MOST = IssueQueue.MOST;

    private final Archives archives;
    private final Configuration configuration;
    /** The first moment from a given one at which customers may be contacted, epoch milliseconds. */
    private final LongUnaryOperator hours;

    private final AnswerDeadlines deadlines = AnswerDeadlines.standard(new ColombianHolidays());

    public Worklists(Archives archives, Configuration configuration) {
        this.archives = archives;
        this.configuration = configuration;
        this.hours = Wiring.contactWindow(configuration, new ColombianHolidays());
    }

    /** The most urgent novedades of a merchant, and shipments that go back from an office soon, at most {@code limit} of each. */
    public Worklist list(ReadSide reads, MerchantId merchant, Instant now, int limit) throws InterruptedException {
        List<Home> issues = new ArrayList<>();
        List<Long> ids;
        do {
            ids = reads.issues().ids(merchant, now, Math.min(MOST, limit - issues.size()), issues.size());
            issues.addAll(reads.parcels().homes(ids));
        } while (issues.size() < limit && ids.size() == MOST);
        List<Home> offices = reads.parcels().homes(reads.issues().offices(merchant, now, limit));
        return Worklist.of(lookups(reads, merchant), settings(merchant), issues, offices, now);
    }

    /**
     * The novedades of a merchant whose customers are to be called, by whom the list of calls is kept, at most {@code limit}. Empty
     * where calls leave by another channel, outside the hours of contact, and while calls are paused.
     */
    public Worklist calls(ReadSide reads, MerchantId merchant, Instant now, int limit) throws InterruptedException {
        String channel = configuration.get("channel." + Action.CALL_CUSTOMER.wire());
        List<Home> homes = List.of();
        Settings settings = settings(merchant);
        if (channel.equals(CallListChannel.NAME) && hours.applyAsLong(now.toEpochMilli()) <= now.toEpochMilli()) {
            homes = reads.approvals().calls(merchant, Approvals.MOST).stream()
                    .filter(call -> call.effect().plan().notBeforeMs() <= now.toEpochMilli()
                            && call.effect().plan().deadlineMs() >= now.toEpochMilli())
                    .map(Approvals.Waiting::home)
                    .filter(home -> home.parcel().hasOpenIssue()
                            && !settings.isPaused(
                                    Action.CALL_CUSTOMER, home.parcel().destination()))
                    .distinct()
                    .limit(limit)
                    .toList();
        }
        return Worklist.of(lookups(reads, merchant), settings, homes, List.of(), now);
    }

    private Settings settings(MerchantId merchant) throws InterruptedException {
        return archives.of(merchant).state().ask(view -> view.state().control().settings());
    }

    private Lookups lookups(ReadSide reads, MerchantId merchant) {
        Archive archive = archives.of(merchant);
        return new Lookups(
                new Receipts(archive.log(), reads.rescues()),
                archive.vault(),
                deadlines,
                CityText.of(CityDirectory.packaged()));
    }
}
