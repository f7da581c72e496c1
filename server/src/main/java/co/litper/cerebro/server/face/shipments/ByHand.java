package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.read.ParcelLine;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.PersonRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * What people do by hand, as facts of the log: a novedad answered, or what a customer said on the phone. The brain takes its next
 * step from there, and what comes of it teaches the learners as any other outcome does. Thread-safe.
 */
public final class ByHand {
    /** Answers to a carrier that people give. */
    public static final List<Action> ANSWERS = List.of(
            Action.REDELIVER, Action.HOLD_IN_OFFICE, Action.RETURN_TO_SENDER, Action.OPEN_CLAIM, Action.ESCALATE);

    /** What a customer may say, by intent. */
    public static final Map<String, Said> REPLIES = replies();

    /** Shipments of one bulk act: as many as a page shows. */
    private static final int MOST_PICKED = Finding.SHOWN;

    private static final String REPLY = "reply.";
    private static final String ANSWER = "answer.";

    private final FaceDesk desk;

    public ByHand(FaceDesk desk) {
        this.desk = desk;
    }

    private static Map<String, Said> replies() {
        Map<String, Said> replies = new LinkedHashMap<>();
        replies.put("confirms", ShipmentWords.REPLY_CONFIRMS);
        replies.put("new_address", ShipmentWords.REPLY_ADDRESS);
        replies.put("new_time", ShipmentWords.REPLY_TIME);
        replies.put("cash_ready", ShipmentWords.REPLY_CASH);
        replies.put("rejects", ShipmentWords.REPLY_REJECTS);
        return java.util.Collections.unmodifiableMap(replies);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Takes down what the form says of the call's shipment; returns it as a word that {@link #words} understands. */
    public String note(Call call, Form form) throws InterruptedException, ExecutionException {
        ParcelLine line = desk.reads()
                .parcels()
                .find(call.merchant(), call.path("number"))
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "No shipment of the merchant has this number."));
        String noted = form.field("noted");
        if (line.guide().isEmpty()) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The shipment has no guide yet.");
        }
        if (noted.startsWith(REPLY) && REPLIES.containsKey(noted.substring(REPLY.length()))) {
            reply(call, line, noted.substring(REPLY.length()));
        } else if (noted.startsWith(ANSWER)
                && answer(noted.substring(ANSWER.length())).isPresent()) {
            desk.tell(call, call.merchant(), "", new IssueResolved(line.guide(), noted.substring(ANSWER.length())));
        } else {
            throw ApiProblem.of(Code.BAD_BODY, "noted: must be one of the page's buttons");
        }
        return noted;
    }

    private void reply(Call call, ParcelLine line, String intent) throws InterruptedException, ExecutionException {
        if (line.customer().equals(PersonRef.NONE)) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The customer of the shipment is not known.");
        }
        desk.tell(call, call.merchant(), "", new CustomerReplied(line.customer(), line.guide(), intent));
    }

    private static Optional<Action> answer(String wire) {
        return ANSWERS.stream().filter(action -> action.wire().equals(wire)).findFirst();
    }

    /** What was noted, in words; empty if it is none of ours. */
    public static Optional<String> words(String noted, Texts texts) {
        if (noted.startsWith(REPLY)) {
            return Optional.ofNullable(REPLIES.get(noted.substring(REPLY.length())))
                    .map(texts::say);
        }
        return noted.startsWith(ANSWER)
                ? answer(noted.substring(ANSWER.length())).map(texts::action)
                : Optional.empty();
    }

    /** Marks the novedades of those picked as answered; returns what was done, in words. */
    String bulk(Call call, Form form, Texts texts) throws InterruptedException, ExecutionException {
        Action action = answer(form.field("answer"))
                .orElseThrow(() -> ApiProblem.of(Code.BAD_BODY, "answer: must be one of the page's"));
        long done = 0;
        for (String guide :
                form.startingWith("pick.").keySet().stream().limit(MOST_PICKED).toList()) {
            Optional<ParcelLine> line =
                    desk.reads().parcels().find(call.merchant(), guide).filter(ParcelLine::open);
            if (line.isPresent() && !line.get().guide().isEmpty()) {
                desk.tell(
                        call,
                        call.merchant(),
                        line.get().guide(),
                        new IssueResolved(line.get().guide(), action.wire()));
                done++;
            }
        }
        return done == 0
                ? texts.say(ShipmentWords.BULK_NONE)
                : texts.say(ShipmentWords.BULK_DONE, Figures.count(done), texts.action(action));
    }
}
