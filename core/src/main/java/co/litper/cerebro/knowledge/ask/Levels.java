package co.litper.cerebro.knowledge.ask;

/** How many rows of a scope each level of a factor has, and how many of them are bad: one look at every row. */
final class Levels {
    private final int[] rows;
    private final int[] bad;

    private Levels(int levels) {
        this.rows = new int[levels];
        this.bad = new int[levels];
    }

    static Levels of(Scope scope, Factor factor, double badFrom) {
        CaseTable table = scope.table();
        Levels levels = new Levels(table.levels(factor).size());
        int[] column = table.column(factor);
        for (int row : scope.rows()) {
            int level = column[row];
            if (level != CaseTable.OTHER) {
                levels.rows[level]++;
                levels.bad[level] += table.value(scope.measure(), row) >= badFrom ? 1 : 0;
            }
        }
        return levels;
    }

    int size() {
        return rows.length;
    }

    long rows(int level) {
        return rows[level];
    }

    long bad(int level) {
        return bad[level];
    }
}
