package co.litper.cerebro.adapters.table;

/**
 * One cell before it is given a meaning.
 *
 * @param text what it says; of a number, its digits with a decimal point
 * @param kind what sort of content it has
 */
record Cell(String text, Kind kind) {
    static final Cell EMPTY = new Cell("", Kind.TEXT);
    static final Cell TOO_LONG = new Cell("", Kind.TOO_LONG);
    static final Cell GARBLED = new Cell("", Kind.GARBLED);

    enum Kind {
        TEXT,
        /** A number of a workbook: exact to 15 digits. */
        NUMBER,
        /** An error value such as #N/A. */
        ERROR,
        TOO_LONG,
        /** Its bytes are not text in any encoding that could be proved. */
        GARBLED
    }

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
    }
}
