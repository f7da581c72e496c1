package co.litper.cerebro.server.face.events;

import co.litper.cerebro.log.DataContracts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the end of the log tells of who speaks from outside. One thread. */
final class FeedReading {
    /** Entries read back: some 20 ms. */
    static final int MOST_ENTRIES = 5_000;

    /** Feeds told apart; more are left out. */
    private static final int MOST_FEEDS = 100;

    private final Map<String, Tally> feeds = new TreeMap<>();

    /**
     * A feed.
     *
     * @param source as its events name it
     * @param last when the newest was recorded
     * @param lag between happening and being recorded, median
     * @param late events older than their contract finds useful
     * @param skewed events from a clock that is ahead
     */
    record Feed(String source, long events, Instant last, Duration lag, long late, long skewed) {}

    private static final class Tally {
        private final List<Duration> lags = new ArrayList<>();
        private Instant last = Instant.MIN;
        private long late;
        private long skewed;

        private void take(Envelope e) {
            Duration lag = Duration.between(e.validAt(), e.recordedAt());
            lags.add(lag);
            last = e.recordedAt().isAfter(last) ? e.recordedAt() : last;
            late += lag.compareTo(DataContracts.of(e.event().type()).freshness()) > 0 ? 1 : 0;
            skewed += e.skewed() ? 1 : 0;
        }

        private Feed feed(String source) {
            lags.sort(Comparator.naturalOrder());
            return new Feed(source, lags.size(), last, lags.get(lags.size() / 2), late, skewed);
        }
    }

    private FeedReading() {}

    /** The feeds of a merchant, by name. O({@link #MOST_ENTRIES}). */
    static List<Feed> of(EventLog log, MerchantId merchant) {
        FeedReading reading = new FeedReading();
        EnvelopeCodec codec = new EnvelopeCodec();
        log.read(Math.max(EventLog.FIRST, log.end() - MOST_ENTRIES), entry -> {
            reading.take(codec.decode(entry.event()), merchant);
            return true;
        });
        return reading.feeds.entrySet().stream()
                .map(each -> each.getValue().feed(each.getKey()))
                .toList();
    }

    private void take(Envelope e, MerchantId merchant) {
        if (!e.merchant().equals(merchant)
                || !Intake.isTakenFromOutside(e.event().type())) {
            return;
        }
        Tally known = feeds.get(e.source());
        if (known == null && feeds.size() < MOST_FEEDS) {
            known = new Tally();
            feeds.put(e.source(), known);
        }
        if (known != null) {
            known.take(e);
        }
    }
}
