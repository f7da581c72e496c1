package co.litper.cerebro.knowledge;

/**
 * A node: its kind and its identity within the kind.
 *
 * @param type what it stands for
 * @param name such as a guide number, a DANE code, a carrier's code; 1 to {@value #MOST_CHARACTERS} characters
 */
public record Node(NodeType type, String name) {
    /** Numbers and codes are shorter; free text is no identity. */
    public static final int MOST_CHARACTERS = 200;

    public Node {
        if (name.isEmpty() || name.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a node's name has 1 to " + MOST_CHARACTERS + " characters, not " + name.length());
        }
    }
}
