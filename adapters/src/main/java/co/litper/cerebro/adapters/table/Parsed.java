package co.litper.cerebro.adapters.table;

/** A value, or why there is none. */
sealed interface Parsed<T> {
    /** The value. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The cell says nothing. */
    record Absent<T>() implements Parsed<T> {}

    /** The cell says something that cannot be. */
    record Wrong<T>(String reason) implements Parsed<T> {}
}
