package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.vault.Person;
import java.util.Optional;

/** Finds the words of messages. */
@FunctionalInterface
public interface MessageWriter {
    /** What to say to a person, or empty if the action is none of words. */
    Optional<String> write(Dispatch dispatch, Person person);
}
