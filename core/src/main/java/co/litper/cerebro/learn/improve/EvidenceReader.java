package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.replay.ChoiceReader;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Reads a log once, from its beginning, and keeps what self-improvement needs of it. Memory: parcels under way, and at most
 * {@value #MOST_PARCELS} parcels a question. One thread.
 */
public final class EvidenceReader {
    /** More narrow no interval that a change hangs on. */
    private static final int MOST_PARCELS = 10_000;

    private final Period period;
    private final Predicate<MerchantId> whose;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final ChoiceReader choices;
    private final ParcelReader parcels = new ParcelReader();
    private final Weeks weeks = new Weeks();
    private final Segments segments = new Segments();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Instant> changedAt = new HashMap<>();
    private Settings settings = Settings.defaults();
    private long ended;

    /**
     * @param period decisions of which time
     * @param matured choices made from here on are left aside: too many of their parcels are under way
     * @param whose merchants that count
     */
    public EvidenceReader(Period period, Instant matured, Predicate<MerchantId> whose) {
        this.period = period;
        this.whose = whose;
        this.choices = new ChoiceReader(cut(period, matured), EnumSet.allOf(Question.class), whose, MOST_PARCELS);
    }

    private static Period cut(Period period, Instant matured) {
        Instant end = matured.isBefore(period.to()) ? matured : period.to();
        return new Period(
                period.from(), end.isAfter(period.from()) ? end : period.from().plusMillis(1));
    }

    /** Reads all of a log; {@code progress} is told the position, entry by entry. */
    public static Evidence read(
            EventLog log, Period period, Instant matured, Predicate<MerchantId> whose, LongConsumer progress) {
        EvidenceReader reader = new EvidenceReader(period, matured, whose);
        log.read(EventLog.FIRST, entry -> {
            reader.take(entry);
            progress.accept(entry.position());
            return true;
        });
        return reader.finish();
    }

    /** Takes the next entry in. */
    public void take(Entry entry) {
        choices.take(entry);
        Envelope e = codec.decode(entry.event());
        if (e.event() instanceof ConfigurationChanged c
                && SettingKey.find(c.key()).isPresent()) {
            configure(c, e.recordedAt());
        }
        Map<Long, List<Settled>> ends = new LinkedHashMap<>();
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            switch (fact) {
                case Decision d -> parcels.decided(d, e.merchant(), settings.economics());
                case Settled s -> {
                    if (s.complete()) {
                        ends.computeIfAbsent(s.homeKey(), key -> new ArrayList<>())
                                .add(s);
                    }
                }
                case PlannedEffect p -> {}
                case HandedOver h -> {}
                case Considered c -> {}
            }
        }
        ends.values()
                .forEach(
                        all -> parcels.ended(all, e.recordedAt().toEpochMilli()).ifPresent(this::take));
    }

    private void configure(ConfigurationChanged c, Instant at) {
        values.put(c.key(), c.value());
        settings = Settings.of(values);
        changedAt.put(c.key(), at);
    }

    private void take(ParcelReader.Ended one) {
        Instant at = Instant.ofEpochMilli(one.parcel().atMs());
        boolean within = !at.isBefore(period.from()) && at.isBefore(period.to());
        if (!within || !whose.test(one.parcel().merchant())) {
            return;
        }
        ended++;
        segments.add(one.end());
        if (!one.end().lookedBack()) {
            weeks.add(one.end());
        }
    }

    /** What was found. Call it once. */
    public Evidence finish() {
        return new Evidence(
                period, ended, weeks.trends(), segments.weak(), choices.finish(), changedAt, parcels.openSinceMs());
    }
}
