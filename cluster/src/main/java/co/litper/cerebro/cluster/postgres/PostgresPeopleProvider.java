package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.cluster.SharedPeople;
import java.util.Locale;

/** Opens the people of a cluster where an address is one of PostgreSQL. */
public final class PostgresPeopleProvider implements SharedPeople.Provider {
    private static final String SCHEME = "jdbc:postgresql:";

    /** What the schema's name ends in; it begins as the topics of the cluster do. */
    private static final String ENDING = "_people";

    @Override
    public boolean serves(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public SharedPeople open(SharedPeople.Address address) {
        return PostgresPeople.open(
                PostgresOptions.of(address.url(), address.user(), address.password(), schema(address.prefix())),
                address.keyFile());
    }

    /** The schema of a cluster's people: its prefix in lower case, with {@code _} for what a schema's name may not have. */
    static String schema(String prefix) {
        return prefix.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_") + ENDING;
    }
}
