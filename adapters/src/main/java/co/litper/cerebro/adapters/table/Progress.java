package co.litper.cerebro.adapters.table;

/** Is told how far a file has been read, about every thousand rows and at the end. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (rows, bytesRead, bytesTotal) -> {};

    /**
     * Tells how far reading has come.
     *
     * @param rows rows seen, refused ones included
     * @param bytesRead bytes of the file behind us; estimated for .xlsx
     * @param bytesTotal size of the file in bytes
     */
    void at(long rows, long bytesRead, long bytesTotal);
}
