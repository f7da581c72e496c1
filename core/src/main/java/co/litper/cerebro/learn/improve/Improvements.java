package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learn.improve.Improvement.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All changes that were ever proposed, as they stand.
 *
 * @param all by number
 */
public record Improvements(List<Improvement> all) {
    /** Before the number, in the log. */
    static final String KEY = "improvement.";

    private static final Pattern NUMBERED = Pattern.compile("improvement\\.[1-9][0-9]{0,8}");

    /** How long a setting is left alone after a change of it was taken back or refused. */
    private static final Duration COOLDOWN = Duration.ofDays(56);

    private static final Duration WEEK = Duration.ofDays(7);

    public Improvements {
        all = all.stream().sorted(Comparator.comparingInt(Improvement::number)).toList();
    }

    /** Those that settings hold. */
    public static Improvements of(Map<String, String> values) {
        List<Improvement> all = new ArrayList<>();
        values.forEach((key, value) -> {
            if (NUMBERED.matcher(key).matches()) {
                ImprovementText.read(Integer.parseInt(key.substring(KEY.length())), value)
                        .ifPresent(all::add);
            }
        });
        return new Improvements(all);
    }

    /** The one of this number. */
    public Optional<Improvement> find(int number) {
        return all.stream().filter(i -> i.number() == number).findFirst();
    }

    /** These with some as they stand now. */
    Improvements with(List<Improvement> newer) {
        List<Improvement> merged = new ArrayList<>(newer);
        all.stream()
                .filter(i -> newer.stream().noneMatch(n -> n.number() == i.number()))
                .forEach(merged::add);
        return new Improvements(merged);
    }

    int next() {
        return all.isEmpty() ? 1 : all.getLast().number() + 1;
    }

    /** Those that stand so. */
    public List<Improvement> in(Status status) {
        return all.stream().filter(i -> i.status() == status).toList();
    }

    /** What holds back a change of {@code key} now, if anything does: people first, then caution. */
    Optional<Brake> brake(String key, Standing standing) {
        Instant now = standing.now();
        if (standing.isFixed(key)) {
            return Optional.of(Brake.FIXED);
        }
        boolean refused = all.stream()
                .filter(i -> i.status() == Status.REVERTED || i.status() == Status.REJECTED)
                .anyMatch(i ->
                        i.change().key().equals(key) && i.since().plus(COOLDOWN).isAfter(now));
        if (refused) {
            return Optional.of(Brake.COOLDOWN);
        }
        if (!in(Status.APPLIED).isEmpty()) {
            return Optional.of(Brake.MEASURING);
        }
        boolean lately = all.stream()
                .anyMatch(i -> i.appliedMs() > 0 && i.applied().plus(WEEK).isAfter(now));
        return lately ? Optional.of(Brake.ONE_A_WEEK) : Optional.empty();
    }
}
