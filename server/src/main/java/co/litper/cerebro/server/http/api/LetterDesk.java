package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What people do about dead letters: see what is wrong, repair and take in again, or give up. Thread-safe. */
public final class LetterDesk {
    private final DeadLetters letters;
    private final Vault vault;
    private final Clock clock;
    private final EventDesk events;

    /** @param events takes in again what was repaired */
    LetterDesk(DeadLetters letters, Vault vault, Clock clock, EventDesk events) {
        this.letters = letters;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    /** What became of a repair. */
    public sealed interface Result {}

    /**
     * It is in the log.
     *
     * @param known true if it had been there before
     */
    public record Taken(boolean known) implements Result {}

    /** It still breaks its contract; the letter stays. */
    public record StillWrong(List<Problem> problems) implements Result {
        public StillWrong {
            problems = List.copyOf(problems);
        }
    }

    /** The letters. */
    public DeadLetters letters() {
        return letters;
    }

    /** The letter of this number; a problem of the call if there is none. */
    public DeadLetter find(String number) {
        try {
            return letters.find(Long.parseLong(number)).orElseThrow(LetterDesk::unknown);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.NOT_FOUND, "There is no dead letter with this number.");
    }

    /** True if it is an event, which can be repaired here; a row of a table is repaired in its file. */
    public static boolean isEvent(DeadLetter letter) {
        return letter.payload().startsWith("{");
    }

    /** Everything that is wrong with an event now; empty if its contract has come to allow it. */
    public List<Problem> wrong(DeadLetter letter) {
        Intake intake = new Intake(vault::refer);
        return switch (intake.read(letter.payload(), clock.now(), false)) {
            case Intake.Refused(List<Problem> problems) -> problems;
            case Intake.Accepted _ -> List.of();
        };
    }

    /** Takes an event in again with fields set, by JSON pointer; null takes one away. Durable on return. */
    public Result repair(DeadLetter letter, Map<String, JsonNode> set) throws InterruptedException, ExecutionException {
        return switch (replay(letter, set)) {
            case Told.Refused(List<Problem> problems) -> new StillWrong(problems);
            case Told.Failed(RuntimeException why) -> throw why;
            case Told.Recorded recorded -> new Taken(recorded.duplicate());
            case Told.Kept _ -> new Taken(false);
            case Told.Known _ -> new Taken(true);
        };
    }

    /** As {@link #repair}, as endpoints tell it. */
    Told replay(DeadLetter letter, Map<String, JsonNode> set) throws InterruptedException, ExecutionException {
        if (!isEvent(letter)) {
            throw ApiProblem.of(
                    Code.NOTHING_WAITS,
                    "It is a row of a table: repair it in " + letter.source() + " and import that.");
        }
        ObjectNode event = Json.read(letter.payload().getBytes(StandardCharsets.UTF_8));
        set.forEach((pointer, value) -> set(event, pointer, value));
        Told told = events.told(events.send(Json.bytes(event), null));
        if (told instanceof Told.Recorded || told instanceof Told.Kept || told instanceof Told.Known) {
            letters.mark(letter.number(), Status.REPLAYED);
        }
        return told;
    }

    private static void set(ObjectNode event, String pointer, JsonNode value) {
        try {
            JsonPointer at = JsonPointer.compile(pointer);
            if (!at.matches() && event.at(at.head()) instanceof ObjectNode holder) {
                holder.set(at.last().getMatchingProperty(), value);
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw ApiProblem.of(Code.BAD_BODY, "set: every name must point to a field, as /data/parcel/valueCop does");
    }

    /** Gives a letter up. */
    public void drop(DeadLetter letter) {
        letters.mark(letter.number(), Status.DROPPED);
    }
}
