package co.litper.cerebro.learn.improve;

import java.util.List;

/**
 * A change that may be worth it.
 *
 * @param change what
 * @param policies the receipts' choices under it, one for each question that it touches, at least one
 * @param tellsAll false if the log shows only a part of what it does, so that people must decide
 */
record Candidate(Change change, List<SettingPolicy> policies, boolean tellsAll) {
    Candidate {
        policies = List.copyOf(policies);
    }

    static Candidate of(Change change, SettingPolicy policy) {
        return new Candidate(change, List.of(policy), true);
    }
}
