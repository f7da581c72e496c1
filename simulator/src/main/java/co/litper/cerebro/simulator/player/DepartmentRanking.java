package co.litper.cerebro.simulator.player;

import co.litper.cerebro.vocabulary.Carrier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What carriers are worth in each department on average, in pesos a parcel: all that a static choice can know. Filled once,
 * then only read, from any thread.
 */
public final class DepartmentRanking {
    private static final String ANYWHERE = "";

    private final Map<String, Map<Carrier, Mean>> byDepartment = new HashMap<>();

    private static final class Mean {
        private double sum;
        private long count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return sum / count;
        }
    }

    /** Takes in what one parcel to {@code department} would have been worth with each carrier. */
    public void add(String department, Map<Carrier, Double> worth) {
        for (String place : new String[] {department, ANYWHERE}) {
            Map<Carrier, Mean> means = byDepartment.computeIfAbsent(place, _ -> new HashMap<>());
            worth.forEach((carrier, cop) ->
                    means.computeIfAbsent(carrier, _ -> new Mean()).add(cop));
        }
    }

    /** The best of {@code serving} in a department; by the whole country where the department is not known. */
    public Optional<Carrier> best(String department, Set<Carrier> serving) {
        return serving.stream().max(Comparator.comparingDouble(carrier -> worth(department, carrier)));
    }

    private double worth(String department, Carrier carrier) {
        Mean here = byDepartment.getOrDefault(department, Map.of()).get(carrier);
        Mean anywhere = byDepartment.getOrDefault(ANYWHERE, Map.of()).get(carrier);
        if (here != null) {
            return here.value();
        }
        // Below every carrier that is known here.
        return anywhere == null ? -Double.MAX_VALUE : anywhere.value() - 1e12;
    }
}
