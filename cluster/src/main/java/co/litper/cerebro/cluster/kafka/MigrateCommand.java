package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.adapters.people.PeopleCopy;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.cluster.PeopleOptions;
import co.litper.cerebro.cluster.SharedPeople;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.server.cli.CliContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cerebro migrate}: moves the installation of a folder to a cluster, and verifies that all of it arrived. */
@Command(
        name = "migrate",
        description =
                "Copy this installation's log and state to a cluster of one shard, with --postgres its people too, and"
                        + " verify counts and hashes. It must be stopped meanwhile; can be run again.")
final class MigrateCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int NOTHING_THERE = 1;

    /** Entries between two lines of progress. */
    private static final long TELL_EVERY = 100_000;

    private final CliContext context;

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT,…", description = "Kafka brokers to ask first.")
    private String brokers = "";

    @Mixin
    private final NamingOptions naming = new NamingOptions();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Mixin
    private final PeopleOptions peopleOptions = new PeopleOptions();

    MigrateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path folder = context.dataDir();
        if (!Files.exists(folder.resolve(SqliteStore.JOURNAL_NAME))) {
            tell("No hay una instalación en " + folder + ".", "There is no installation in " + folder + ".");
            return NOTHING_THERE;
        }
        NodeBrains brains = NodeBrains.of(context.configuration());
        try (SqliteStore store = SqliteStore.open(folder, SqliteStore.Options.standard());
                SharedPeople people =
                        peopleOptions.open(context, naming.prefix()).orElse(null)) {
            Migration migration = new Migration(
                    store.log(),
                    store.states(),
                    // It folds what was decided and decides nothing.
                    state -> brains.brain(state, version -> Learner.cold().current()),
                    Connection.to(brokers),
                    naming.topics(1));
            Migration.Moved moved = migration.run(this::progress);
            report(moved, Optional.ofNullable(people).map(there -> there.takeOver(store.peopleTables())));
        }
        return DONE;
    }

    private void progress(long position) {
        if (position % TELL_EVERY == 0) {
            tell("Copiado hasta " + position + ".", "Copied up to " + position + ".");
        }
    }

    private void report(Migration.Moved moved, Optional<PeopleCopy.Copied> people) {
        context.out().println(json ? asJson(moved, people) : inWords(moved, people));
        context.out().flush();
    }

    private static String asJson(Migration.Moved moved, Optional<PeopleCopy.Copied> people) {
        String log = String.format(
                Locale.ROOT,
                "\"entries\":%d,\"copied\":%d,\"snapshots\":%d,\"rows\":%d,\"logHash\":\"%s\",\"stateHash\":\"%s\"",
                moved.entries(),
                moved.copied(),
                moved.snapshots(),
                moved.rows(),
                moved.logHash(),
                moved.stateHash());
        return "{" + log
                + people.map(copied -> String.format(
                                Locale.ROOT,
                                ",\"people\":%d,\"deadLetters\":%d,\"peopleHash\":\"%s\"",
                                copied.people(),
                                copied.letters(),
                                copied.hash()))
                        .orElse("")
                + "}";
    }

    private String inWords(Migration.Moved moved, Optional<PeopleCopy.Copied> people) {
        String command = "cerebro node --brokers " + brokers + " --naming.prefix() " + naming.prefix() + " --shards 1";
        return context.say(
                "Iguales en ambos lados: " + moved.entries() + " entradas (" + moved.copied() + " copiadas ahora, "
                        + moved.logHash() + "), " + moved.rows() + " filas (" + moved.stateHash() + "), "
                        + moved.snapshots() + " instantáneas"
                        + people.map(p -> ", " + p.people() + " personas y " + p.letters() + " cartas muertas ("
                                        + p.hash() + ")")
                                .orElse(", sin personas")
                        + ". Siga con: " + command,
                "Equal on both sides: " + moved.entries() + " entries (" + moved.copied() + " copied now, "
                        + moved.logHash() + "), " + moved.rows() + " rows (" + moved.stateHash() + "), "
                        + moved.snapshots() + " snapshots"
                        + people.map(p -> ", " + p.people() + " people and " + p.letters() + " dead letters ("
                                        + p.hash() + ")")
                                .orElse(", no people")
                        + ". Go on with: " + command);
    }

    private void tell(String spanish, String english) {
        context.err().println(context.say(spanish, english));
        context.err().flush();
    }
}
