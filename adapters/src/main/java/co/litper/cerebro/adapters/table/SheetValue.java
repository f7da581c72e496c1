package co.litper.cerebro.adapters.table;

/** A cell that is written. */
public sealed interface SheetValue {

    /** Nothing. */
    SheetValue BLANK = new Text("");

    /** Text, never a formula: see {@link SpreadsheetWriter}. */
    record Text(String text) implements SheetValue {}

    /** A whole number. */
    record Whole(long number) implements SheetValue {}

    /** An amount in whole pesos. */
    record Cop(long pesos) implements SheetValue {}

    /** A moment, shown in Bogotá's time. */
    record When(Dated dated) implements SheetValue {}

    /** Text, as a value. */
    static SheetValue of(String text) {
        return new Text(text);
    }

    /** A whole number, as a value. */
    static SheetValue of(long number) {
        return new Whole(number);
    }
}
