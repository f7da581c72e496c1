package co.litper.cerebro.adapters.table;

/**
 * Why a file could not be read, or not to its end.
 *
 * @param kind the sort of problem, for programs
 * @param message one or two sentences for people: what was found, and what may help
 */
public record FileProblem(Kind kind, String message) {

    /** The sorts of problem. */
    public enum Kind {
        /** There is no such file, or it may not be read. */
        NOT_READABLE,
        /** No bytes, or only blank lines. */
        EMPTY,
        /** The binary format of Excel 97 to 2003. */
        OLD_EXCEL,
        /** A workbook with a password. */
        ENCRYPTED,
        /** Another kind of file: a picture, a PDF, a web page, an archive. */
        NOT_A_TABLE,
        /** A required column is missing. */
        WRONG_COLUMNS,
        /** A part inflates beyond what any real workbook does. */
        ZIP_BOMB,
        /** Larger than the limits allow. */
        TOO_LARGE,
        /** XML that declares a document type or entities. */
        FORBIDDEN_XML,
        /** Cut off or corrupt. */
        DAMAGED
    }
}
