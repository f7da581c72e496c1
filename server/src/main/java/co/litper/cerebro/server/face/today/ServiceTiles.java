package co.litper.cerebro.server.face.today;

import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.server.http.api.Desk;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The goals of the specification that the service itself can tell of: how soon it answers, how fresh what it knows is. */
final class ServiceTiles {
    /** An event is answered when it is decided upon and on disk: no answer is sooner than its decision. */
    private static final Set<String> EVENTS = Set.of("postEvents", "postWebhook");

    private static final double MOST = 0.95;
    private static final Duration RESPONSE = Duration.ofMillis(100);
    private static final Duration FRESHNESS = Duration.ofMinutes(5);

    /** Entries of the log that are looked back at: some milliseconds. */
    static final int MOST_ENTRIES = 500;

    private ServiceTiles() {}

    static List<FigureTile> of(Desk desk, MerchantId merchant, Texts texts) {
        return List.of(
                response(desk.meters().answered(EVENTS, MOST), texts),
                freshness(lags(desk.installation().store().log(), merchant), texts));
    }

    private static FigureTile response(Meters.Answered answered, Texts texts) {
        Optional<Duration> within = answered.within();
        String value = answered.calls() == 0
                ? "–"
                : within.map(bound -> "≤ " + Figures.count(bound.toMillis()) + " ms")
                        .orElse("> 10 s");
        return tile(
                texts.say(TodayWords.RESPONSE),
                value,
                Figures.count(RESPONSE.toMillis()) + " ms",
                answered.calls(),
                within.isPresent() && within.get().compareTo(RESPONSE) <= 0,
                texts.say(TodayWords.RESPONSE_NOTE, Figures.count(answered.calls())),
                "/system",
                texts);
    }

    /** What an event tells is a feature as soon as it is taken in, so that its delay is the feature's age. */
    private static FigureTile freshness(List<Duration> lags, Texts texts) {
        Duration median = lags.isEmpty() ? FRESHNESS : lags.get(lags.size() / 2);
        return tile(
                texts.say(TodayWords.FRESHNESS),
                lags.isEmpty() ? "–" : age(median),
                Figures.span(FRESHNESS),
                lags.size(),
                median.compareTo(FRESHNESS) < 0,
                texts.say(TodayWords.FRESHNESS_NOTE, Figures.count(lags.size())),
                "/events",
                texts);
    }

    private static FigureTile tile(
            String name,
            String value,
            String target,
            long cases,
            boolean reached,
            String detail,
            String path,
            Texts texts) {
        TodayWords standing = cases == 0 ? TodayWords.UNKNOWN : reached ? TodayWords.REACHED : TodayWords.MISSED;
        return new FigureTile(
                name,
                value,
                texts.say(TodayWords.GOAL, "< " + target) + " · " + texts.say(standing),
                cases == 0 ? "" : reached ? "good" : "care",
                cases == 0 ? "" : detail,
                path,
                "");
    }

    private static String age(Duration lag) {
        return lag.toMinutes() == 0 ? lag.toSeconds() + " s" : Figures.span(lag);
    }

    /** From happening to being known, the newest events from outside that tell the second; ascending. */
    private static List<Duration> lags(EventLog log, MerchantId merchant) {
        EnvelopeCodec codec = new EnvelopeCodec();
        List<Duration> lags = new ArrayList<>();
        log.read(Math.max(EventLog.FIRST, log.end() - MOST_ENTRIES), entry -> {
            var e = codec.decode(entry.event());
            if (e.merchant().equals(merchant)
                    && e.standing() == Standing.LIVE
                    && e.precision() == TimePrecision.SECOND
                    && Intake.isTakenFromOutside(e.event().type())) {
                Duration lag = Duration.between(e.validAt(), e.recordedAt());
                lags.add(lag.isNegative() ? Duration.ZERO : lag);
            }
            return true;
        });
        lags.sort(Comparator.naturalOrder());
        return lags;
    }
}
