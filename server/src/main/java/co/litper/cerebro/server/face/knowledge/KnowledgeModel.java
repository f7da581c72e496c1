package co.litper.cerebro.server.face.knowledge;

import java.util.List;

/**
 * The page of knowledge, in a reader's language.
 *
 * @param question as it was asked; empty for none
 * @param examples questions of every kind
 * @param conclusion the answer in short; empty without a question
 * @param notes how sure it is and what would change it
 * @param steps how it was reached, in order
 * @param remembered what came to mind
 * @param memoryNote why there may be less than there is; may be empty
 */
public record KnowledgeModel(
        String question,
        List<String> examples,
        String conclusion,
        List<String> notes,
        List<Told> steps,
        List<Memo> remembered,
        String memoryNote,
        GraphModel graph) {
    public KnowledgeModel {
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        remembered = List.copyOf(remembered);
    }

    /** A step in words, with shipments to look at. */
    public record Told(String text, List<String> guides) {
        public Told {
            guides = List.copyOf(guides);
        }
    }

    /**
     * A memory.
     *
     * @param kind what it is, in words
     * @param doubt that evidence speaks against it; may be empty
     * @param decision label of the decision that it tells of; empty for a fact
     */
    public record Memo(String text, String kind, String doubt, String at, String decision) {}
}
