package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.face.approvals.ApprovalList;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.live.LiveFeed;
import co.litper.cerebro.server.face.rescue.RescueCard;
import co.litper.cerebro.server.read.BrainFigures;
import co.litper.cerebro.server.read.DayFigures;
import co.litper.cerebro.server.read.FigureBook;
import co.litper.cerebro.server.read.IssueQueue;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.read.Worth;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what the first page tells. Thread-safe. */
final class TodayReading {
    /** Days of the tiles: long enough for a share, short enough to be today's business. */
    static final int DAYS = 14;

    private static final int SHOWN = 5;

    /** Shipments in an office that are counted; more are as many. */
    private static final int MOST_OFFICES = 1_000;

    private final FaceDesk desk;
    private final LiveFeed feed;

    TodayReading(FaceDesk desk, LiveFeed feed) {
        this.desk = desk;
        this.feed = feed;
    }

    TodayModel of(MerchantId merchant, Away away, Frame frame) throws InterruptedException {
        ReadSide reads = desk.reads();
        Texts texts = frame.texts();
        ApprovalList approvals = ApprovalList.of(desk, merchant, texts, SHOWN);
        Worklist urgent = desk.worklists().list(reads, merchant, desk.now(), SHOWN);
        int offices = reads.issues().offices(merchant, desk.now(), MOST_OFFICES).size();
        return new TodayModel(
                away(reads, merchant, away, approvals.total(), texts),
                texts.say(TodayWords.FIGURES, DAYS),
                tiles(reads, merchant, texts),
                worth(reads.figures(), merchant, away.today(), texts),
                urgent.items().stream()
                        .map(item -> RescueCard.of(item, false, texts))
                        .toList(),
                offices == 0 ? "" : texts.say(TodayWords.OFFICES, Figures.count(offices)),
                approvals,
                feed.lines(merchant, frame));
    }

    private List<FigureTile> tiles(ReadSide reads, MerchantId merchant, Texts texts) {
        List<FigureTile> tiles = new ArrayList<>();
        reads.figures().tiles(merchant, desk.now(), DAYS).forEach(tile -> tiles.add(FigureTile.of(tile, texts)));
        tiles.addAll(ServiceTiles.of(desk.desk(), merchant, texts));
        return tiles;
    }

    private List<String> away(ReadSide reads, MerchantId merchant, Away away, long waiting, Texts texts) {
        BrainFigures brain = reads.figures().brainSpan(merchant, away.since(), away.today());
        DayFigures parcels = reads.figures().span(merchant, away.since(), away.today());
        IssueQueue.Totals totals = reads.issues().totals(merchant, desk.now());
        String since = Figures.dayTime(away.since().atStartOfDay(Clock.BOGOTA).toInstant(), texts.language())
                .replaceFirst(" 00:00$", "");
        return List.of(
                texts.say(
                        TodayWords.AWAY_BRAIN,
                        since,
                        Figures.count(brain.decisions()),
                        Figures.count(brain.acted()),
                        Figures.count(brain.asked())),
                texts.say(
                        TodayWords.AWAY_PARCELS,
                        Figures.count(parcels.delivered()),
                        Figures.count(parcels.late()),
                        Figures.count(parcels.returned()),
                        Figures.count(parcels.endedWithIssue()),
                        Figures.count(parcels.rescued())),
                texts.say(
                        TodayWords.AWAY_NOW,
                        Figures.count(totals.open()),
                        Figures.count(totals.overdue()),
                        Figures.count(totals.soon()),
                        Figures.count(waiting)));
    }

    private static List<String> worth(FigureBook figures, MerchantId merchant, LocalDate today, Texts texts) {
        Worth worth = figures.worth(merchant, today);
        if (worth.answered() == 0) {
            return List.of(texts.say(TodayWords.WORTH_NONE, Worth.DAYS));
        }
        return List.of(
                worth.gainCop().isKnown()
                        ? texts.say(
                                TodayWords.WORTH_GAIN,
                                Worth.DAYS,
                                Figures.count(worth.settled()),
                                Figures.pesos(Math.round(worth.gainCop().value())),
                                Figures.pesos(Math.round(worth.gainCop().low())),
                                Figures.pesos(Math.round(worth.gainCop().high())))
                        : WorthWords.whyUnknown(worth, texts),
                texts.say(
                        TodayWords.WORTH_MATURITY,
                        Figures.count(worth.settled()),
                        Figures.count(worth.judged()),
                        Figures.percent(worth.maturity())));
    }
}
