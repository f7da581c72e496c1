package co.litper.cerebro.server.face.system;

import java.util.List;

/**
 * The system, in a reader's language.
 *
 * @param health whether it keeps and decides
 * @param well true if it does
 * @param facts name and value
 * @param users empty for who may not see them
 * @param acts the newest first; empty for who may not see them
 * @param told what became of the last change; may be empty
 * @param failed true if that was not done
 */
public record SystemModel(
        String health, boolean well, List<Fact> facts, List<User> users, List<Act> acts, String told, boolean failed) {
    public SystemModel {
        facts = List.copyOf(facts);
        users = List.copyOf(users);
        acts = List.copyOf(acts);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** A person who may sign in. */
    public record User(String name, String role, String since, boolean self) {}

    /** Something that somebody did. */
    public record Act(String at, String who, String what, String on, String result) {}
}
