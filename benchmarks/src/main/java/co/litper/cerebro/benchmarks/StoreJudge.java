package co.litper.cerebro.benchmarks;

import co.litper.cerebro.StateView;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a log and its checkpoints as a stranger would, and tells what does not hold. */
final class StoreJudge {
    private static final int SHOWN = 5;

    private final EventLog log;
    private final StateStore states;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Map<String, Integer> timesById = new HashMap<>();
    private final Map<Long, Set<EffectStatus>> told = new HashMap<>();
    private final List<Long> misplaced = new ArrayList<>();

    StoreJudge(EventLog log, StateStore states) {
        this.log = log;
        this.states = states;
        long[] next = {EventLog.FIRST};
        log.read(EventLog.FIRST, entry -> {
            if (entry.position() != next[0]++) {
                misplaced.add(entry.position());
            }
            note(codec.decode(entry.event()));
            return true;
        });
        if (next[0] != log.end()) {
            misplaced.add(next[0]);
        }
    }

    private void note(Envelope e) {
        if (e.source().equals(BusyTraffic.SOURCE)) {
            timesById.merge(e.id(), 1, Integer::sum);
        }
        if (e.event() instanceof ActionExecuted executed) {
            told.computeIfAbsent(executed.effectId(), _ -> new HashSet<>()).add(executed.status());
        }
    }

    /** Positions that were skipped or stand twice, acknowledged events that are not there, events that are there twice. */
    void judgeLog(Collection<String> acknowledged, DurabilityTally tally, String replay) {
        List<String> lost =
                acknowledged.stream().filter(id -> !timesById.containsKey(id)).toList();
        List<String> doubled = timesById.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        if (!misplaced.isEmpty()) {
            tally.violated("positions do not follow each other at " + some(misplaced), replay);
        }
        if (!lost.isEmpty()) {
            tally.violated("lost", lost.size(), lost.size() + " acknowledged events are lost: " + some(lost), replay);
        }
        if (!doubled.isEmpty()) {
            tally.violated("doubled", doubled.size(), "events stand twice: " + some(doubled), replay);
        }
    }

    /** State at the end of checkpoints and log against state folded from the log alone, byte for byte. */
    void judgeState(DurabilityTally tally, String replay) {
        SortedMap<Long, String> kept = text(StateView.open(log, states, codec));
        SortedMap<Long, String> rebuilt = text(StateView.open(log, StateStore.empty(), codec));
        tally.add("statesCompared", rebuilt.size());
        Set<Long> keys = new HashSet<>(kept.keySet());
        keys.addAll(rebuilt.keySet());
        List<String> differing = keys.stream()
                .filter(key -> !kept.getOrDefault(key, "").equals(rebuilt.getOrDefault(key, "")))
                .map(key -> key + ": kept " + kept.get(key) + ", rebuilt " + rebuilt.get(key))
                .toList();
        if (!differing.isEmpty()) {
            tally.violated("statesDiffering", differing.size(), "states differ: " + some(differing), replay);
        }
    }

    private static SortedMap<Long, String> text(StateView view) {
        SortedMap<Long, String> text = new TreeMap<>();
        for (StateRow row : view.rows().values()) {
            text.put(
                    row.key(),
                    row.kind() + " " + row.attention() + " " + row.dueMs() + " "
                            + HexFormat.of().formatHex(row.bytes()));
        }
        return text;
    }

    /** Where each effect stands now, by its id. */
    Map<Long, EffectState> effects() {
        Map<Long, EffectState> effects = new HashMap<>();
        StateView.open(log, states, codec)
                .eachHome((_, home) ->
                        home.outbox().all().forEach(e -> effects.put(e.plan().id(), e)));
        return effects;
    }

    /** True if the log ever told this of an effect. */
    boolean wasTold(long effectId, EffectStatus status) {
        return told.getOrDefault(effectId, Set.of()).contains(status);
    }

    private static String some(List<?> all) {
        return all.subList(0, Math.min(SHOWN, all.size())) + (all.size() > SHOWN ? " and more" : "");
    }
}
