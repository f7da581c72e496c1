package co.litper.cerebro.adapters.table;

/**
 * A column that is written.
 *
 * @param heading what stands in its first row
 * @param widthChars how wide it is shown, in characters, 1 to 255; CSV knows no width
 */
public record SheetColumn(String heading, int widthChars) {
    private static final int MAX_WIDTH = 255;

    public SheetColumn {
        if (widthChars < 1 || widthChars > MAX_WIDTH) {
            throw new IllegalArgumentException(
                    "width of '" + heading + "' is " + widthChars + ", not 1 to " + MAX_WIDTH);
        }
    }
}
