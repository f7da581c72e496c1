package co.litper.cerebro.server.face.learning;

import co.litper.cerebro.learn.improve.Answers;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Beside;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.api.ImprovementAnswers;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.improve.ImprovePage;
import co.litper.cerebro.server.improve.ImproveWords;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/** The page of learning, and what people say to changes. */
public final class LearningPages {
    private static final int FORM_BYTES = 64;
    /** How long what was read of the log's end is shown again, unless the log has grown meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);
    /** Share by which a log may grow before its end is read again. */
    private static final double MOST_GROWTH = 0.01;
    /** Another report may be asked for about when a small one is done. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(10);

    private final FaceDesk desk;
    private final ImprovementAnswers improvements;
    private final Semaphore reports = new Semaphore(1);
    private final Beside beside = new Beside(
            "cerebro-log-end",
            "the log's end could not be read again, the page shows what was read before",
            Duration.ZERO);
    private Optional<Read> read = Optional.empty();

    private record Read(Instant at, long position, LogEnd end) {
        boolean isFresh(Instant now, long position) {
            return at.plus(FRESH).isAfter(now) && position - this.position <= this.position * MOST_GROWTH;
        }
    }

    public LearningPages(FaceDesk desk) {
        this.desk = desk;
        this.improvements = new ImprovementAnswers(desk.desk());
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/learning",
                        Role.VIEWER,
                        Press.doc("pageLearning", "What was learned, how well, and what it is worth.")
                                .merchant(),
                        call -> show(call, "", false)),
                Press.post(
                                "/learning/report",
                                Role.ADMIN,
                                Press.doc("reportOnPage", "Judges settings by the whole log; changes nothing."),
                                this::report)
                        .with(Route.Trait.ENDLESS),
                Press.post(
                        "/learning/changes/{number}",
                        Role.ADMIN,
                        Press.doc("answerChangeOnPage", "Says yes or no to a change of settings, or takes it back.")
                                .path("number", "1", "Its number."),
                        this::answer));
    }

    /** Of a long log, what was read last serves while it is read again beside. */
    private synchronized LogEnd end() {
        Instant now = desk.now();
        EventLog log = desk.desk().installation().store().log();
        long position = log.end();
        if (read.isPresent() && read.get().isFresh(now, position)) {
            return read.get().end();
        }
        if (read.isEmpty() || position <= LogEnd.MOST_ENTRIES) {
            read = Optional.of(new Read(now, position, LogEnd.of(log)));
        } else {
            beside.start(() -> readBeside(now, log));
        }
        return read.get().end();
    }

    private void readBeside(Instant now, EventLog log) {
        Read made = new Read(now, log.end(), LogEnd.of(log));
        synchronized (this) {
            read = Optional.of(made);
        }
    }

    private void show(Call call, String told, boolean failed) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.LEARNING).withCharts();
        LocalDate today = desk.now().atZone(Clock.BOGOTA).toLocalDate();
        LearningModel model = new LearningReading(frame.texts())
                .model(desk.reads().figures(), call.merchant(), today, end(), improvements.values(), told, failed);
        desk.press().page(call, frame, "learning/page", model);
    }

    private void report(Call call) throws InterruptedException {
        call.requireAllMerchants();
        if (!reports.tryAcquire()) {
            throw ApiProblem.of(Code.BUSY, "Another report is being made.").retryAfter(COME_AGAIN);
        }
        try {
            Frame frame = desk.press().frame(call, Place.LEARNING, LearningWords.REPORT_TITLE);
            List<String> lines = new ImprovePage(frame.texts(), desk.cities()).lines(improvements.report(), false);
            desk.press().page(call, frame, "learning/report", String.join("\n", lines));
        } finally {
            reports.release();
        }
    }

    private void answer(Call call) throws IOException, InterruptedException, ExecutionException {
        call.requireAllMerchants();
        int number = number(call.path("number"));
        Frame frame = desk.press().frame(call, Place.LEARNING);
        ImproveWords words = new ImproveWords(frame.texts().language());
        switch (improvements.answer(
                number, call.form(FORM_BYTES).field("answer"), call.caller().actor())) {
            case Answers.Refused(Answers.Why why) ->
                show(call, frame.say(LearningWords.REFUSED, number, words.why(why)), true);
            case Answers.Done done ->
                show(
                        call,
                        frame.say(
                                LearningWords.ANSWERED,
                                number,
                                words.status(done.improvement().status())),
                        false);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.of(Code.NOT_FOUND, "No change has this number.");
        }
    }
}
