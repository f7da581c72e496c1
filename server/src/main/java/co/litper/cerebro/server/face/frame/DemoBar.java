package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.livedemo.DemoStanding;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.List;

/**
 * What the bar of a demonstration tells and offers. Immutable.
 *
 * @param standing of the world
 * @param whole carriers that can be broken
 * @param broken carriers that can be mended
 */
public record DemoBar(DemoStanding standing, List<Carrier> whole, List<Carrier> broken) {
    /** Simulated days a minute that buttons offer: to read along, to follow a week a minute, to see a month go by. */
    public static final List<Double> SPEEDS = List.of(1.0, 7.0, 30.0, 120.0);

    public DemoBar {
        whole = List.copyOf(whole);
        broken = List.copyOf(broken);
    }

    static DemoBar of(DemoWorld world) {
        DemoStanding standing = world.standing();
        List<Carrier> whole = world.carriers().stream()
                .filter(carrier -> !standing.broken().containsKey(carrier))
                .toList();
        return new DemoBar(standing, whole, List.copyOf(standing.broken().keySet()));
    }

    /** The simulated moment. */
    public String now(Language language) {
        return Figures.dayYearTime(standing.now(), language);
    }

    /** A speed as it is written. */
    public static String written(double daysPerMinute) {
        return Figures.decimal(daysPerMinute, daysPerMinute == Math.rint(daysPerMinute) ? 0 : 2);
    }
}
