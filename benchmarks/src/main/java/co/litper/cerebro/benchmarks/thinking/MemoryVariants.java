package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.simulator.report.Mind;
import co.litper.cerebro.simulator.report.Variant;
import co.litper.cerebro.think.Chooser;
import java.util.List;

/** Decisions that have similar cases in view, what the graph knows, or both. */
final class MemoryVariants {
    private MemoryVariants() {}

    /** The variants. */
    static List<Variant> all() {
        return List.of(
                Variant.minded("recall", () -> recall(new SimilarCases())),
                Variant.minded("graph", () -> graph(new LaneEvidence())),
                Variant.minded("recallAndGraph", () -> both(new SimilarCases(), new LaneEvidence())));
    }

    private static Mind recall(SimilarCases cases) {
        return new Mind(cases.chooser(Chooser.EXPLORING), watching(cases));
    }

    private static Mind graph(LaneEvidence lanes) {
        return new Mind(lanes.chooser(Chooser.EXPLORING), watching(lanes));
    }

    private static Mind both(SimilarCases cases, LaneEvidence lanes) {
        return new Mind(
                cases.chooser(lanes.chooser(Chooser.EXPLORING)), watching(cases).and(watching(lanes)));
    }

    private static ReceiptWatcher watching(SimilarCases cases) {
        return (now, entries, parcels) -> entries.forEach(cases::take);
    }

    private static ReceiptWatcher watching(LaneEvidence lanes) {
        return (now, entries, parcels) -> entries.forEach(lanes::take);
    }
}
