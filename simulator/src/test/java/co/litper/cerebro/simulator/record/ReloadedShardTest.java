package co.litper.cerebro.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.Step;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.host.StepChain;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shard that dies and is read from its rows again decides, to the byte, as one that lived on. */
class ReloadedShardTest {
    private static final long SEED = 1;

    /** Few orders over many days: what fades from day to day must come back with every bit. */
    private static final RecordedWorld.Plan PLAN = new RecordedWorld.Plan(new MerchantId("m1"), SEED, 12, 4_000, 1, 1);

    /** Events from one death to the next. */
    private static final int LIFE = 7;

    private static final int MAX_KEYS = 10_000;

    private final RecordedWorld world = RecordedWorld.of(PLAN);
    private final Map<Long, byte[]> bytes = new HashMap<>();
    private final Map<Long, BrainSnapshot> snapshots = new HashMap<>();
    private final InMemoryStateStore rows = new InMemoryStateStore();
    private final Set<Long> handedOver = new HashSet<>();

    @Test
    void aShardReadFromItsRowsAgainAndAgainDecidesAsOneThatLivedOn() {
        world.snapshots().forEach(snapshot -> bytes.put(snapshot.version(), snapshot.bytes()));
        EnvelopeCodec codec = new EnvelopeCodec();
        StepChain chain = new StepChain(codec);
        List<Entry> entries = new ArrayList<>();
        Brain brain = born();
        for (int i = 0; i < world.inputs().size(); i++) {
            if (i % LIFE == 0) {
                brain = born();
            }
            var cause = world.inputs().get(i).envelope();
            chain.run(brain, cause, codec.encode(cause), PLAN.firstPosition() + entries.size(), (entry, step) -> {
                entries.add(entry);
                note(codec, entry, step);
            });
            keep(brain.state(), PLAN.firstPosition() + entries.size() - 1);
        }

        assertThat(entries).hasSameSizeAs(world.entries());
        for (int i = 0; i < entries.size(); i++) {
            Entry told = entries.get(i);
            Entry was = world.entries().get(i);
            assertThat(Arrays.equals(told.event(), was.event()) && Arrays.equals(told.facts(), was.facts()))
                    .as("entry at %d is the recording's", told.position())
                    .isTrue();
        }
    }

    private Brain born() {
        ShardState state = new ShardState(rows, MAX_KEYS, home -> home.outbox().resume(handedOver::contains));
        return RecordedWorld.brain(state, this::snapshot, SEED);
    }

    private BrainSnapshot snapshot(long version) {
        return version == 0
                ? Learner.cold().current()
                : snapshots.computeIfAbsent(
                        version,
                        v -> Learner.restore(Objects.requireNonNull(bytes.get(v), "kept"))
                                .current());
    }

    private void note(EnvelopeCodec codec, Entry entry, Step step) {
        step.dispatches().stream().map(Dispatch::effectId).forEach(handedOver::add);
        if (codec.decode(entry.event()).event() instanceof ActionExecuted told
                && !told.status().isOpen()) {
            handedOver.remove(told.effectId());
        }
    }

    private void keep(ShardState state, long position) {
        if (state.beginCheckpoint()) {
            state.encodePending(Integer.MAX_VALUE);
            rows.checkpoint(position, state.takeEncoded());
        }
    }
}
