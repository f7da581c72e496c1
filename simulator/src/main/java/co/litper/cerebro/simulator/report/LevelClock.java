package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.think.EarnedAutonomy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from the receipts of one life on which day each action, at a novedad for each reason, could go how far by itself. */
final class LevelClock implements ReceiptWatcher {
    /** What lowers a choice whatever was earned. */
    private static final Set<Guardrail> OF_PEOPLE =
            EnumSet.of(Guardrail.PAUSED, Guardrail.NO_TARIFF, Guardrail.HISTORICAL);

    private final Instant start;
    private final SortedMap<Integer, List<Change>> changes = new TreeMap<>();

    LevelClock(Instant start) {
        this.start = start;
    }

    /** From a day on a cell was at a level. */
    private record Change(int day, Autonomy level) {}

    @Override
    public void recorded(Instant now, List<Entry> entries, Parcels parcels) {
        int day = (int) Duration.between(start, now).toDays();
        for (Entry entry : entries) {
            FactsCodec.decode(entry.facts()).forEach(fact -> {
                if (fact instanceof Decision decision) {
                    decision.choices().forEach(choice -> note(day, decision, choice));
                }
            });
        }
    }

    private void note(int day, Decision decision, Choice choice) {
        if (choice.guardrails().stream().anyMatch(OF_PEOPLE::contains)) {
            return;
        }
        int cell = EarnedAutonomy.cell(
                choice.winner().action(), choice.question() == Question.ISSUE ? decision.issue() : null);
        List<Change> known = changes.computeIfAbsent(cell, _ -> new ArrayList<>());
        if (known.isEmpty() || known.getLast().level() != choice.autonomy()) {
            known.add(new Change(day, choice.autonomy()));
        }
    }

    /** Cells of which a receipt speaks. */
    Set<Integer> cells() {
        return changes.keySet();
    }

    /** The first day at {@code level} or above. */
    OptionalInt reached(int cell, Autonomy level) {
        return changes.getOrDefault(cell, List.of()).stream()
                .filter(c -> c.level().compareTo(level) >= 0)
                .mapToInt(Change::day)
                .findFirst();
    }

    /** The level that the last receipt before a day told. */
    Autonomy before(int cell, int day) {
        Autonomy level = Autonomy.OBSERVE;
        for (Change change : changes.getOrDefault(cell, List.of())) {
            level = change.day() < day ? change.level() : level;
        }
        return level;
    }

    /** The first day from {@code day} on below {@code level}. */
    OptionalInt lost(int cell, int day, Autonomy level) {
        return changes.getOrDefault(cell, List.of()).stream()
                .filter(c -> c.day() >= day && c.level().compareTo(level) < 0)
                .mapToInt(Change::day)
                .findFirst();
    }
}
