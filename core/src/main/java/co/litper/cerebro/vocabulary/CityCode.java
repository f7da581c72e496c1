package co.litper.cerebro.vocabulary;

/**
 * A municipality: its five-digit DANE (DIVIPOLA) code, or {@code ~} and the folded raw name where the name is not known.
 *
 * @param code five digits, or a tilde and 1 to 60 characters
 */
public record CityCode(String code) implements Comparable<CityCode> {
    /** Not told. */
    public static final CityCode UNKNOWN = new CityCode("~");

    private static final int MAX_LENGTH = 61;

    public CityCode {
        if (code.isEmpty() || code.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("city code has " + code.length() + " characters: " + code);
        }
    }

    /** Keeps a name that no directory knows, folded, so that it can be counted and repaired. */
    public static CityCode raw(String foldedName) {
        return new CityCode(
                "~" + (foldedName.length() >= MAX_LENGTH ? foldedName.substring(0, MAX_LENGTH - 1) : foldedName));
    }

    /** True if this is a DANE code. */
    public boolean isKnown() {
        return code.charAt(0) != '~';
    }

    /** The two-digit DANE code of the department, or {@code ~~} if the city is not known. */
    public String department() {
        return isKnown() && code.length() >= 2 ? code.substring(0, 2) : "~~";
    }

    @Override
    public int compareTo(CityCode other) {
        return code.compareTo(other.code);
    }
}
