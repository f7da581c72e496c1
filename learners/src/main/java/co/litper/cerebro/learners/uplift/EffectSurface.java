package co.litper.cerebro.learners.uplift;

import java.util.Arrays;

/** Fits the surface of the effect. */
final class EffectSurface {
    private EffectSurface() {}

    static Surface fit(UpliftRows data, int[] among, Outcomes outcomes, Method method, Fitting fitting) {
        return switch (method) {
            case T -> row -> outcomes.ifTreated().at(row) - outcomes.ifNot().at(row);
            case X -> imputed(data, among, outcomes, fitting);
            case DR -> scored(data, among, fitting);
        };
    }

    /** The side with more rows gives the better imputation for the other, and so that one's surface weighs more. */
    private static Surface imputed(UpliftRows data, int[] among, Outcomes outcomes, Fitting fitting) {
        Surface ofTreated = imputed(data, among, true, outcomes.ifNot(), fitting);
        Surface ofOthers = imputed(data, among, false, outcomes.ifTreated(), fitting);
        double chance = Arrays.stream(among)
                .mapToDouble(i -> data.propensities()[i])
                .average()
                .orElseThrow();
        return row -> chance * ofOthers.at(row) + (1 - chance) * ofTreated.at(row);
    }

    private static Surface imputed(UpliftRows data, int[] among, boolean treated, Surface other, Fitting fitting) {
        int[] side =
                Arrays.stream(among).filter(i -> data.treated()[i] == treated).toArray();
        double[] effects = Arrays.stream(side)
                .mapToDouble(i -> {
                    double off = data.outcomes()[i] - other.at(data.rows().get(i));
                    return treated ? off : -off;
                })
                .toArray();
        return Outcomes.fit(data, side, effects, fitting);
    }

    /** Scores within the fitting rows are cross-fitted too, in two halves. */
    private static Surface scored(UpliftRows data, int[] among, Fitting fitting) {
        int middle = among.length / 2;
        int[] first = Arrays.copyOf(among, middle);
        int[] second = Arrays.copyOfRange(among, middle, among.length);
        Outcomes byFirst = Outcomes.fit(data, first, fitting);
        Outcomes bySecond = Outcomes.fit(data, second, fitting);
        double[] scores = new double[among.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (i < middle ? bySecond : byFirst).score(data, among[i]);
        }
        return Outcomes.fit(data, among, scores, fitting);
    }
}
