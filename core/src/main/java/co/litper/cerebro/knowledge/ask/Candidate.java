package co.litper.cerebro.knowledge.ask;

import java.util.List;

/**
 * What may be a cause.
 *
 * @param parts its conditions, all of which hold
 * @param z standard errors from no effect, with the causes found before it held equal
 * @param penalty how much χ² it has more by being chosen among more of its kind
 * @param effect by how much more of the exposed are bad
 * @param exposed how many are exposed
 */
record Candidate(List<Condition> parts, double z, double penalty, double effect, long exposed) {
    double merit() {
        return z <= 0 ? Double.NEGATIVE_INFINITY : z * z - penalty;
    }
}
