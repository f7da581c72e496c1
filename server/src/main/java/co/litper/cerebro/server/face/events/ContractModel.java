package co.litper.cerebro.server.face.events;

import java.util.List;

/**
 * A contract, for people.
 *
 * @param meaning what such an event tells
 * @param lines its fields
 */
public record ContractModel(String meaning, List<Line> lines) {
    public ContractModel {
        lines = List.copyOf(lines);
    }

    /**
     * A field.
     *
     * @param told in English, as the contract says it
     */
    public record Line(String pointer, String kind, boolean required, boolean personal, String told) {}
}
