package co.litper.cerebro.vocabulary;

/**
 * A carrier (transportadora), identified by an upper-case code such as {@code COORDINADORA}.
 *
 * @param code 1 to 40 characters, letters, digits and underscores; a carrier that is not among the known ones keeps its
 *     folded name
 */
public record Carrier(String code) implements Comparable<Carrier> {
    public static final Carrier COORDINADORA = new Carrier("COORDINADORA");
    public static final Carrier INTERRAPIDISIMO = new Carrier("INTERRAPIDISIMO");
    public static final Carrier ENVIA = new Carrier("ENVIA");
    public static final Carrier TCC = new Carrier("TCC");
    public static final Carrier SERVIENTREGA = new Carrier("SERVIENTREGA");
    public static final Carrier VELOCES = new Carrier("VELOCES");
    public static final Carrier DOMINA = new Carrier("DOMINA");
    public static final Carrier NOVENTA_Y_NUEVE_MINUTOS = new Carrier("99_MINUTOS");
    public static final Carrier DEPRISA = new Carrier("DEPRISA");
    /** Not told yet. */
    public static final Carrier UNKNOWN = new Carrier("UNKNOWN");

    private static final int MAX_LENGTH = 40;

    public Carrier {
        if (code.isEmpty() || code.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "carrier code has " + code.length() + " characters, allowed 1 to " + MAX_LENGTH + ": " + code);
        }
    }

    @Override
    public int compareTo(Carrier other) {
        return code.compareTo(other.code);
    }
}
