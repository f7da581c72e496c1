package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.BenchDataException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the arms are and what they pay. */
sealed interface Game {

    Dataset data();

    int arms();

    /** Reward of an arm of a row; {@code coin} is a uniform draw in [0, 1). */
    double reward(int row, int arm, double coin);

    /** Its mean over coins. */
    double expected(int row, int arm);

    double least();

    double most();

    /** The best that an arm of this row pays on average. */
    default double best(int row) {
        double best = expected(row, 0);
        for (int arm = 1; arm < arms(); arm++) {
            best = Math.max(best, expected(row, arm));
        }
        return best;
    }

    /**
     * Eat or leave: an edible one pays +5, a poisonous one +5 or −35 with a half each, leaving it pays 0 (C. Blundell and
     * others, "Weight uncertainty in neural networks", ICML 2015).
     *
     * @param data labels are 1 where poisonous
     */
    record Mushroom(Dataset data) implements Game {
        static final int EAT = 0;
        private static final double MEAL = 5;
        private static final double HARM = -35;
        private static final double CHANCE = 0.5;
        private static final Set<String> EDIBLE = Set.of("e", "edible");
        private static final Set<String> POISONOUS = Set.of("p", "poisonous");

        /** The game on a table; the target is the column of e and p if none is named. */
        static Mushroom of(Table table, int target) {
            int at = target >= 0 ? target : find(table);
            Dataset data = Dataset.of(table, at);
            int[] poisonous = new int[data.size()];
            for (int i = 0; i < poisonous.length; i++) {
                String name = data.classes().get(data.labels()[i]).toLowerCase(Locale.ROOT);
                if (!POISONOUS.contains(name) && !EDIBLE.contains(name)) {
                    throw new BenchDataException(
                            "class '" + name + "' is neither e nor p. Maybe --target names another column.", null);
                }
                poisonous[i] = POISONOUS.contains(name) ? 1 : 0;
            }
            return new Mushroom(new Dataset(data.features(), poisonous, List.of("edible", "poisonous")));
        }

        private static int find(Table table) {
            for (int c = 0; c < table.names().size(); c++) {
                int column = c;
                Set<String> words = table.rows().stream()
                        .map(r -> r[column].toLowerCase(Locale.ROOT))
                        .collect(java.util.stream.Collectors.toSet());
                if (words.size() == 2
                        && words.stream().anyMatch(EDIBLE::contains)
                        && words.stream().anyMatch(POISONOUS::contains)) {
                    return c;
                }
            }
            throw new BenchDataException("no column is e or p. Maybe --target COL tells which one it is.", null);
        }

        @Override
        public int arms() {
            return 2;
        }

        @Override
        public double reward(int row, int arm, double coin) {
            if (arm != EAT) {
                return 0;
            }
            return data.labels()[row] == 1 && coin < CHANCE ? HARM : MEAL;
        }

        @Override
        public double expected(int row, int arm) {
            if (arm != EAT) {
                return 0;
            }
            return data.labels()[row] == 1 ? CHANCE * HARM + (1 - CHANCE) * MEAL : MEAL;
        }

        @Override
        public double least() {
            return HARM;
        }

        @Override
        public double most() {
            return MEAL;
        }
    }

    /**
     * Name the class: 1 if right, 0 if not.
     *
     * @param data any
     */
    record Classification(Dataset data) implements Game {
        @Override
        public int arms() {
            return data.classes().size();
        }

        @Override
        public double reward(int row, int arm, double coin) {
            return data.labels()[row] == arm ? 1 : 0;
        }

        @Override
        public double expected(int row, int arm) {
            return reward(row, arm, 0);
        }

        @Override
        public double least() {
            return 0;
        }

        @Override
        public double most() {
            return 1;
        }
    }
}
