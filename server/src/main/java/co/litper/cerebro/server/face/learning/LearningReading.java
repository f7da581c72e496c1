package co.litper.cerebro.server.face.learning;

import co.litper.cerebro.learn.improve.Improvement;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.learn.improve.Measured;
import co.litper.cerebro.learn.improve.Mode;
import co.litper.cerebro.learners.calibrate.Reliability;
import co.litper.cerebro.server.face.today.WorthWords;
import co.litper.cerebro.server.improve.ImproveWords;
import co.litper.cerebro.server.read.BrainFigures;
import co.litper.cerebro.server.read.FigureBook;
import co.litper.cerebro.server.read.Interval;
import co.litper.cerebro.server.read.Worth;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what was learned for a reader. One thread. */
final class LearningReading {
    /** Weeks of the curve: half a year. */
    private static final int WEEKS = 26;

    private static final int MOST_CHANGES = 50;

    private final Texts texts;
    private final LearningCharts charts;
    private final ImproveWords words;

    LearningReading(Texts texts) {
        this.texts = texts;
        this.charts = new LearningCharts(texts);
        this.words = new ImproveWords(texts.language());
    }

    LearningModel model(
            FigureBook figures,
            MerchantId merchant,
            LocalDate today,
            LogEnd end,
            Map<String, String> settings,
            String told,
            boolean failed) {
        List<BrainFigures> weeks = weeks(figures, merchant, today);
        Worth worth = figures.worth(merchant, today);
        return new LearningModel(
                weeks.stream().map(this::week).toList(),
                charts.curve(weeks),
                worth.answered() == 0 ? List.of() : worth(worth),
                worthNote(worth),
                end.arms().stream().map(this::arm).toList(),
                texts.say(LearningWords.ARMS_NOTE, Figures.count(end.questions())),
                charts.arms(end.arms()),
                forecasts(end),
                texts.say(LearningWords.CALIBRATION_NOTE, Figures.count(end.outcomes())),
                charts.calibration(end.delay(), end.giveBack()),
                texts.say(LearningWords.MODE, words.mode(Mode.of(settings))),
                changes(Improvements.of(settings)),
                told,
                failed);
    }

    private static List<BrainFigures> weeks(FigureBook figures, MerchantId merchant, LocalDate today) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
        List<BrainFigures> weeks = new ArrayList<>();
        for (LocalDate from = monday; !from.isAfter(today); from = from.plusWeeks(1)) {
            BrainFigures week = figures.brainSpan(merchant, from, from.plusDays(6));
            if (week.decisions() > week.observed() || !weeks.isEmpty()) {
                weeks.add(week);
            }
        }
        boolean known = weeks.stream().anyMatch(week -> week.settled() > 0);
        return known ? weeks : List.of();
    }

    private LearningModel.Week week(BrainFigures w) {
        boolean known = w.settled() > 0;
        return new LearningModel.Week(
                w.day().toString(),
                Figures.count(w.decisions()),
                Figures.count(w.settled()),
                Figures.percent(w.maturity()),
                known ? Figures.decimal(w.points() / w.settled(), 3) : "–",
                known ? Figures.pesos(Math.round((double) w.cop() / w.settled())) : "–",
                Figures.count(w.explored()));
    }

    private List<LearningModel.Value> worth(Worth w) {
        return List.of(
                value(LearningWords.OURS, w.meanCop(), Figures.count(w.settled())),
                value(LearningWords.LEFT, w.leftCop(), Figures.count(w.left())),
                value(LearningWords.GAIN, w.gainCop(), Figures.count(w.settled())));
    }

    private String worthNote(Worth w) {
        String note = texts.say(LearningWords.WORTH_NOTE, Worth.DAYS);
        return w.gainCop().isKnown() ? note : note + " " + WorthWords.whyUnknown(w, texts);
    }

    private LearningModel.Value value(LearningWords name, Interval cop, String cases) {
        String mean = cop.isKnown() ? Figures.pesos(Math.round(cop.value())) : "–";
        String interval = Double.isFinite(cop.low()) ? pesos(cop.low()) + " … " + pesos(cop.high()) : "–";
        return new LearningModel.Value(texts.say(name), mean, interval, cases);
    }

    private static String pesos(double cop) {
        return Figures.pesos(Math.round(cop));
    }

    private LearningModel.Arm arm(LogEnd.Arm arm) {
        return new LearningModel.Arm(
                texts.question(arm.question()),
                texts.action(arm.action()),
                Figures.count(arm.drawn()),
                Figures.percent(arm.propensity(), 1),
                Figures.percent(arm.least(), 1),
                Figures.count(arm.explored()),
                arm.settled() == 0 ? "–" : pesos(arm.meanCop()) + " (" + Figures.count(arm.settled()) + ")");
    }

    private List<LearningModel.Forecast> forecasts(LogEnd end) {
        List<LearningModel.Forecast> forecasts = new ArrayList<>();
        if (!end.delay().bins().isEmpty()) {
            forecasts.add(forecast(LearningWords.DELAY, end.delay()));
        }
        if (!end.giveBack().bins().isEmpty()) {
            forecasts.add(forecast(LearningWords.RETURN, end.giveBack()));
        }
        return forecasts;
    }

    private LearningModel.Forecast forecast(LearningWords name, Reliability reliability) {
        return new LearningModel.Forecast(
                texts.say(name),
                texts.say(LearningWords.ERROR, Figures.percent(reliability.error(), 1)),
                reliability.bins().stream()
                        .map(bin -> new LearningModel.Bin(
                                Figures.percent(bin.meanProbability(), 1),
                                Figures.percent(bin.rate(), 1),
                                Figures.count(bin.count())))
                        .toList());
    }

    private List<LearningModel.Change> changes(Improvements all) {
        return all.all().reversed().stream()
                .limit(MOST_CHANGES)
                .map(this::change)
                .toList();
    }

    private LearningModel.Change change(Improvement i) {
        return new LearningModel.Change(
                i.number(),
                i.change().key() + ": " + i.change().from() + " → " + i.change().to(),
                words.status(i.status()),
                Figures.dayYearTime(i.since(), texts.language()),
                pesos(i.promise().gainCop()),
                i.effect().map(LearningReading::measured).orElse("–"),
                i.status() == Improvement.Status.WAITING,
                i.isInForce());
    }

    private static String measured(Measured m) {
        return pesos(m.differenceCop()) + " (" + pesos(m.low()) + " … " + pesos(m.high()) + ")";
    }
}
