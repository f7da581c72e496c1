package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learn.improve.Improvement.Promise;
import co.litper.cerebro.learn.improve.Improvement.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/** An {@link Improvement} as the value of a setting: fields between bars, the version first. Pure. */
final class ImprovementText {
    private static final String VERSION = "1";
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final int PLAIN = 11;
    private static final int MEASURED = 15;

    private ImprovementText() {}

    static String write(Improvement i) {
        Change c = i.change();
        Promise p = i.promise();
        StringBuilder text = new StringBuilder(160);
        join(text, VERSION, c.key(), c.from(), c.to(), i.status(), i.sinceMs(), i.appliedMs());
        join(text, p.gainCop(), p.low(), p.high(), p.confidence());
        i.effect().ifPresent(m -> join(text, m.differenceCop(), m.low(), m.high(), m.parcels()));
        return text.toString();
    }

    private static void join(StringBuilder text, Object... fields) {
        for (Object field : fields) {
            text.append(text.isEmpty() ? "" : "|").append(field);
        }
    }

    /** Reads what {@link #write} wrote; empty for what another release, or somebody else, wrote. */
    static Optional<Improvement> read(int number, String text) {
        String[] f = BAR.split(text, -1);
        if (!f[0].equals(VERSION) || (f.length != PLAIN && f.length != MEASURED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(number, f));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Improvement read(int number, String[] f) {
        Promise promise = new Promise(number(f[7]), number(f[8]), number(f[9]), number(f[10]));
        Measured measured = f.length == PLAIN
                ? null
                : new Measured(number(f[11]), number(f[12]), number(f[13]), Long.parseLong(f[14]));
        return new Improvement(
                number,
                new Change(f[1], f[2], f[3]),
                Status.valueOf(f[4]),
                Long.parseLong(f[5]),
                Long.parseLong(f[6]),
                promise,
                measured);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
