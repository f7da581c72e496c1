package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.log.StoreException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings a schema to its newest version. */
final class Migrations {
    private Migrations() {}

    /**
     * Makes or changes the tables of the options' schema.
     *
     * @param folder of the migrations on the class path
     * @param placeholders what stands for {@code ${name}} in them
     * @throws StoreException if the server cannot be reached, or the schema was made by a newer version
     */
    static void migrate(PostgresOptions options, String folder, Map<String, String> placeholders) {
        try {
            var configuration = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(options.url(), options.user(), options.password())
                    .schemas(options.schema())
                    .defaultSchema(options.schema())
                    .placeholders(placeholders)
                    .locations("classpath:" + folder);
            configuration
                    .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(options.concurrentMigrations());
            configuration.load().migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    StoreException.Kind.IO,
                    "cannot make the tables of schema " + options.schema() + " in " + options.url() + ": "
                            + e.getMessage() + ". Maybe the server is not there, or " + options.user()
                            + " may not make tables or extensions.",
                    e);
        }
    }
}
