package co.litper.cerebro.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every command, in the order in which the help lists them, each made only when it is wanted: to look into all of them takes
 * longer than most of them run.
 */
final class Commands {
    /** Options of every command that take the next argument with them. */
    private static final List<String> WITH_A_VALUE = List.of("--data-dir", "--config", "--lang", "--merchant");

    private static final Map<String, Function<CliContext, Object>> OURS = ours();

    private Commands() {}

    private static Map<String, Function<CliContext, Object>> ours() {
        Map<String, Function<CliContext, Object>> ours = new LinkedHashMap<>();
        ours.put("demo", DemoCommand::new);
        ours.put("simulate", SimulateCommand::new);
        ours.put("ingest", IngestCommand::new);
        ours.put("serve", ServeCommand::new);
        ours.put("status", StatusCommand::new);
        ours.put("approve", AnswerCommand.Approve::new);
        ours.put("reject", AnswerCommand.Reject::new);
        ours.put("pause", PauseCommand.Hold::new);
        ours.put("resume", PauseCommand.Resume::new);
        ours.put("deadletters", DeadLettersCommand::new);
        ours.put("erase", EraseCommand::new);
        ours.put("rebuild", RebuildCommand::new);
        ours.put("doctor", DoctorCommand::new);
        ours.put("worklist", WorklistCommand::new);
        ours.put("answers", AnswersCommand::new);
        ours.put("why", WhyCommand::new);
        ours.put("replay", ReplayCommand::new);
        ours.put("kpis", KpisCommand::new);
        ours.put("autonomy", AutonomyCommand::new);
        ours.put("improve", ImproveCommand::new);
        ours.put("config", ConfigCommand::new);
        ours.put("keys", KeysCommand::new);
        ours.put("audit", AuditCommand::new);
        ours.put("backup", BackupCommand::new);
        ours.put("restore", RestoreCommand::new);
        ours.put("rehearse", RehearseCommand::new);
        ours.put("users", UsersCommand::new);
        ours.put("recall", RecallCommand::new);
        ours.put("ask", AskCommand::new);
        ours.put("thinking", ThinkingCommand::new);
        return ours;
    }

    /** All of them, those that other modules bring included. */
    static Stream<Object> all(CliContext context) {
        return Stream.concat(
                OURS.values().stream().map(command -> command.apply(context)),
                ServiceLoader.load(CommandContribution.class).stream()
                        .map(more -> more.get().command(context)));
    }

    /** The one that the arguments ask for, if they begin with its name, options of every command aside. */
    static Optional<Object> asked(List<String> args, CliContext context) {
        int at = 0;
        while (at < args.size() && args.get(at).startsWith("-")) {
            String option = args.get(at);
            if (option.equals("--debug") || WITH_A_VALUE.stream().anyMatch(o -> option.startsWith(o + "="))) {
                at++;
            } else if (WITH_A_VALUE.contains(option)) {
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        return at < args.size()
                ? Optional.ofNullable(OURS.get(args.get(at))).map(command -> command.apply(context))
                : Optional.empty();
    }
}
