package co.litper.cerebro.server.face.start;

import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.read.Interval;
import co.litper.cerebro.server.read.LookBack;
import co.litper.cerebro.server.read.Scorecard;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import java.util.List;

/**
 * A look back at all history, in a reader's language.
 *
 * @param all over everything
 * @param carriers the dearest losses first
 * @param cities the dearest losses first
 * @param overlaps where another carrier lost less
 * @param saved what those add up to, an assumption
 */
public record HistoryModel(String all, List<Loss> carriers, List<Loss> cities, List<Overlap> overlaps, String saved) {
    private static final int MOST_ROWS = 15;

    public HistoryModel {
        carriers = List.copyOf(carriers);
        cities = List.copyOf(cities);
        overlaps = List.copyOf(overlaps);
    }

    /** What was lost with one carrier, or to one city. */
    public record Loss(String name, String path, String ended, String returned, String share, String cost) {}

    /** A carrier in a city where another lost less. */
    public record Overlap(String city, String carrier, String share, String better, String betterShare, String saved) {}

    static HistoryModel of(LookBack back, FaceDesk desk, Texts texts) {
        Scorecard all = back.all();
        long ended = all.delivered() + all.returned();
        return new HistoryModel(
                ended == 0
                        ? ""
                        : texts.say(
                                StartWords.HISTORY_ALL,
                                Figures.count(ended),
                                Figures.count(all.returned()),
                                Figures.percent(all.returns().value(), 1),
                                Figures.pesos(all.lostCop())),
                back.carriers().stream()
                        .limit(MOST_ROWS)
                        .map(card -> loss(
                                card,
                                texts.carrier(card.carrier()),
                                "/shipments?state=RETURNED&carrier="
                                        + card.carrier().code()))
                        .toList(),
                back.cities().stream()
                        .limit(MOST_ROWS)
                        .map(card -> loss(
                                card,
                                desk.cities().apply(card.city()),
                                card.city().isKnown()
                                        ? "/shipments?state=RETURNED&city="
                                                + card.city().code()
                                        : ""))
                        .toList(),
                back.overlaps().stream()
                        .limit(MOST_ROWS)
                        .map(each -> overlap(each, desk, texts))
                        .toList(),
                texts.say(StartWords.OVERLAPS_TEXT, Figures.pesos(back.assumedCop())));
    }

    private static Loss loss(Scorecard card, String name, String path) {
        return new Loss(
                name,
                path,
                Figures.count(card.delivered() + card.returned()),
                Figures.count(card.returned()),
                share(card.returns()),
                Figures.pesos(card.lostCop()));
    }

    private static Overlap overlap(LookBack.Overlap each, FaceDesk desk, Texts texts) {
        return new Overlap(
                desk.cities().apply(each.carrier().city()),
                texts.carrier(each.carrier().carrier()),
                share(each.carrier().returns()),
                texts.carrier(each.better().carrier()),
                share(each.better().returns()),
                Figures.pesos(each.savedCop()));
    }

    private static String share(Interval share) {
        return share.isKnown() ? Figures.percentBetween(share.value(), share.low(), share.high(), 1) : "–";
    }
}
