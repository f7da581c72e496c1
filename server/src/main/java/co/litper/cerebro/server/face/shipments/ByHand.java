package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.adapters.channel.CallListChannel;
import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
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
import java.util.Collections;
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

    /** How a call went that reached nobody who answered, by the word in the log. */
    public static final Map<String, Said> CALLS = calls();

    /** Shipments of one bulk act: as many as a page shows. */
    private static final int MOST_PICKED = Finding.SHOWN;

    private static final String REPLY = "reply.";
    private static final String ANSWER = "answer.";
    private static final String CALL = "call.";

    /** In the log: who called spoke with the customer. */
    private static final String ANSWERED = "answered";

    /** In the log: the number is somebody else's, so that calling again is of no use. */
    private static final String WRONG_NUMBER = "wrong_number";

    /** In the log, as the channel of what people did without a list. */
    private static final String PERSON = "person";

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
        return Collections.unmodifiableMap(replies);
    }

    private static Map<String, Said> calls() {
        Map<String, Said> calls = new LinkedHashMap<>();
        calls.put("no_answer", ShipmentWords.CALL_NO_ANSWER);
        calls.put("hung_up", ShipmentWords.CALL_HUNG_UP);
        calls.put(WRONG_NUMBER, ShipmentWords.CALL_WRONG_NUMBER);
        return Collections.unmodifiableMap(calls);
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
        } else if (noted.startsWith(CALL) && CALLS.containsKey(noted.substring(CALL.length()))) {
            called(call, line, noted.substring(CALL.length()));
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
        Optional<EffectState> listed = listed(line);
        if (listed.isPresent()) {
            settle(call, line, listed, EffectStatus.DONE, ANSWERED);
        }
        desk.tell(call, call.merchant(), "", new CustomerReplied(line.customer(), line.guide(), intent));
    }

    /** A call that nobody answered: the brain looks again later, within the contact rules; of a wrong number it tries other ways. */
    private void called(Call call, ParcelLine line, String result) throws InterruptedException, ExecutionException {
        if (!line.open()) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The shipment has no open novedad to call about.");
        }
        EffectStatus status = result.equals(WRONG_NUMBER) ? EffectStatus.FAILED : EffectStatus.DONE;
        settle(call, line, listed(line), status, result);
    }

    /** The call about a shipment that stands on the list. */
    private Optional<EffectState> listed(ParcelLine line) {
        return desk.desk().reads().parcels().homes(List.of(line.id())).stream()
                .flatMap(home -> home.outbox().all().stream())
                .filter(effect -> effect.plan().action() == Action.CALL_CUSTOMER
                        && effect.status() == EffectStatus.PLANNED
                        && !effect.waitsForApproval())
                .findFirst();
    }

    private void settle(Call call, ParcelLine line, Optional<EffectState> listed, EffectStatus status, String result)
            throws InterruptedException, ExecutionException {
        long effect = listed.map(e -> e.plan().id()).orElse(ActionExecuted.NO_EFFECT);
        String channel = listed.isPresent() ? CallListChannel.NAME : PERSON;
        desk.desk()
                .installation()
                .submitOwn(
                        idBefore(effect) + call.id(),
                        Subjects.home(line.key()),
                        new ActionExecuted(effect, Action.CALL_CUSTOMER, channel, status, result))
                .get();
    }

    private static String idBefore(long effect) {
        return "call-" + effect + "-";
    }

    /** The name of the call of the service by which a phone call was noted; empty if it was noted otherwise. */
    public static String callOf(String eventId, ActionExecuted noted) {
        String before = idBefore(noted.effectId());
        return eventId.startsWith(before) ? eventId.substring(before.length()) : "";
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
        if (noted.startsWith(CALL)) {
            return Optional.ofNullable(CALLS.get(noted.substring(CALL.length())))
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
