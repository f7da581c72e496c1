package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;
import java.util.List;

/** The rounds of a {@link FittedQ}; used once. */
final class Fit {
    private final List<Transition> log;
    private final FittedQ.Settings settings;
    /** Half of each row, all 0 unless doubled. */
    private final int[] half;

    private final int halves;
    private final double[] weights;
    private final boolean[] supported;
    private final Fitting[][] fittings;
    private final double[] targets;
    private final double[] mine;
    private final double[] theirs;

    Fit(List<Transition> log, FittedQ.Settings settings) {
        this.log = List.copyOf(log);
        this.settings = settings;
        requireLog();
        halves = settings.backup() instanceof Backup.Doubled ? 2 : 1;
        SplitMix random = new SplitMix(settings.seed());
        half = new int[log.size()];
        Arrays.setAll(half, _ -> random.nextInt(halves));
        weights = new double[settings.actions()];
        supported = support();
        fittings = new Fitting[halves][settings.actions()];
        Columns columns = columns();
        for (int h = 0; h < halves; h++) {
            for (int a = 0; a < settings.actions(); a++) {
                if (supported[a]) {
                    fittings[h][a] = fitting(rows(h, a), columns, random.split());
                }
            }
        }
        targets = new double[log.size()];
        mine = new double[settings.actions()];
        theirs = new double[settings.actions()];
    }

    FittedQ run() {
        RowModel[][] models = new RowModel[halves][settings.actions()];
        double change = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            change = 0;
            for (int i = 0; i < targets.length; i++) {
                double target = target(i, round == 0, models);
                change += Math.abs(target - targets[i]) / targets.length;
                targets[i] = target;
            }
            models = fitAll();
        }
        return new FittedQ(settings.width(), models, weights, supported, change);
    }

    private RowModel[][] fitAll() {
        RowModel[][] models = new RowModel[halves][settings.actions()];
        for (int h = 0; h < halves; h++) {
            for (int a = 0; a < settings.actions(); a++) {
                if (supported[a]) {
                    models[h][a] = fittings[h][a].fit(targets);
                }
            }
        }
        return models;
    }

    private double target(int i, boolean isFirst, RowModel[][] models) {
        Transition t = log.get(i);
        if (isFirst || t.isTerminal()) {
            return t.reward();
        }
        FittedQ.fill(models[half[i]], supported, t.next(), mine);
        if (halves == 2) {
            FittedQ.fill(models[1 - half[i]], supported, t.next(), theirs);
        }
        return t.reward() + t.discount() * settings.backup().value(mine, theirs, t.nextMask());
    }

    private void requireLog() {
        if (log.isEmpty() || log.size() > FittedQ.MOST_TRANSITIONS) {
            throw new BadTransitionException(
                    "a log has 1 to " + FittedQ.MOST_TRANSITIONS + " transitions, this has " + log.size());
        }
        for (int i = 0; i < log.size(); i++) {
            try {
                log.get(i).require(settings.width(), settings.actions());
            } catch (BadTransitionException e) {
                throw new BadTransitionException("transition " + i + " of the log: " + e.getMessage());
            }
        }
    }

    private boolean[] support() {
        double[][] byHalf = new double[halves][settings.actions()];
        for (int i = 0; i < half.length; i++) {
            weights[log.get(i).action()] += log.get(i).weight();
            byHalf[half[i]][log.get(i).action()] += log.get(i).weight();
        }
        boolean[] supports = new boolean[settings.actions()];
        boolean any = false;
        for (int a = 0; a < supports.length; a++) {
            int action = a;
            supports[a] = Arrays.stream(byHalf).allMatch(w -> w[action] >= settings.leastWeight());
            any |= supports[a];
        }
        if (!any) {
            throw new BadTransitionException("no action has weight " + settings.leastWeight() + " in a log of "
                    + log.size() + ": " + Arrays.toString(weights) + ". Maybe wait for more, or lower leastWeight.");
        }
        return supports;
    }

    private Columns columns() {
        return Columns.of(log, settings.width(), settings.isCrossed());
    }

    private int[] rows(int h, int action) {
        int[] rows = new int[log.size()];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (half[i] == h && log.get(i).action() == action) {
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private Fitting fitting(int[] rows, Columns columns, long seed) {
        return switch (settings.regressor()) {
            case Regressor.Ridge(double strength, boolean _) -> new RidgeFitting(log, rows, columns, strength);
            case Regressor.Trees trees -> new TreeFitting(log, rows, trees, settings.width(), seed);
        };
    }
}
