package co.litper.cerebro.server.face.events;

import java.util.List;

/**
 * A dead letter, in a reader's language.
 *
 * @param facts name and value
 * @param open true if something can be done about it
 * @param event true if it is an event, false for a row of a table
 * @param problems what is wrong with no field in particular
 * @param fields of an event
 * @param cells of a row, those that are kept
 * @param payload what came in, of a row
 * @param source where a row is repaired
 * @param told what became of the last try; may be empty
 * @param failed true if that was not taken
 */
public record LetterModel(
        String number,
        List<Fact> facts,
        boolean open,
        boolean event,
        List<String> problems,
        List<Field> fields,
        List<Fact> cells,
        String payload,
        String source,
        String told,
        boolean failed) {
    public LetterModel {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
        fields = List.copyOf(fields);
        cells = List.copyOf(cells);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /**
     * A field of the event.
     *
     * @param id for its label
     * @param pointer JSON pointer
     * @param value empty if the field is missing
     * @param problem empty if nothing is wrong
     */
    public record Field(String id, String pointer, String value, String problem) {}
}
