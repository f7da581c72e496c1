package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserInfo;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.face.login.LoginPages;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and removes the people who may sign in, while the service runs or not. */
@Command(
        name = "users",
        description = "People who sign in to the pages: add, list, password, remove. Works while the service runs.")
final class UsersCommand implements Runnable {
    private static final int NAME_WIDTH = 30;
    private static final int MERCHANT_WIDTH = 24;
    private static final int MOMENT_WIDTH = 20;

    private final CliContext context;

    UsersCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        list(false);
    }

    @Command(name = "add", description = "Make a user. The password is asked for, or read from standard input.")
    int add(
            @Parameters(paramLabel = "NAME", description = "By which the person signs in.") String name,
            @Mixin Grant grant) {
        Role role = grant.role(context);
        UserRequest request = new UserRequest(name, password(), role, grant.merchant(context));
        return told(with(users -> users.add(request, Caller.COMMAND_LINE, "")), "creado", "made");
    }

    @Command(name = "password", description = "Give a user a new password; sessions under the old one end.")
    int password(@Parameters(paramLabel = "NAME", description = "As `users list` shows it.") String name) {
        String password = password();
        return told(
                with(users -> users.changePassword(name, password, Caller.COMMAND_LINE, "")),
                "tiene contraseña nueva",
                "has a new password");
    }

    @Command(name = "remove", description = "Remove a user. Its sessions end within a second.")
    int remove(@Parameters(paramLabel = "NAME", description = "As `users list` shows it.") String name) {
        return told(with(users -> users.remove(name, Caller.COMMAND_LINE, "")), "eliminado", "removed");
    }

    @Command(name = "list", description = "All users, without their passwords.")
    int list(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
        List<UserInfo> users = Files.exists(context.dataDir().resolve(SqliteAccess.FILE_NAME))
                ? with(known -> known.list(Caller.COMMAND_LINE))
                : List.of();
        if (json) {
            users.forEach(user -> JsonOut.print(
                    context,
                    JsonOut.object()
                            .put("id", user.id())
                            .put("name", user.name())
                            .put("role", user.role().wire())
                            .put("merchant", merchant(user))
                            .put("madeBy", user.by())
                            .put("madeAt", user.madeAt().toString())));
        } else {
            table(users).forEach(context.out()::println);
        }
        return CommandLineFace.DONE;
    }

    private List<String> table(List<UserInfo> users) {
        TextTable table = new TextTable(List.of(
                Column.text(context.say("Nombre", "Name"), NAME_WIDTH),
                Column.text(context.say("Rol", "Role"), 8),
                Column.text(context.say("Comercio", "Merchant"), MERCHANT_WIDTH),
                Column.text(context.say("Desde", "Since"), MOMENT_WIDTH)));
        users.forEach(user -> table.row(List.of(
                user.name(), user.role().wire(), merchant(user), user.madeAt().toString())));
        return table.lines();
    }

    private static String merchant(UserInfo user) {
        return user.merchant().map(MerchantId::value).orElse("*");
    }

    private <T> T with(Function<Users, T> work) {
        try (SqliteAccess file = SqliteAccess.open(context.dataDir(), context.storeOptions())) {
            return work.apply(new Users(file, context.clock()));
        }
    }

    private int told(Users.Change change, String spanish, String english) {
        return switch (change) {
            case Users.Done(String name) -> {
                context.out().println(name + ": " + context.say(spanish, english));
                yield CommandLineFace.DONE;
            }
            case Users.Refused(List<Users.Problem> problems) ->
                throw CommandFailure.failed(problems.stream()
                        .map(LoginPages::words)
                        .map(words -> words.in(context.language()))
                        .collect(Collectors.joining("\n")));
        };
    }

    /** A password among the arguments would stand in the shell's history and in the list of processes. */
    private String password() {
        Console console = System.console();
        if (context.isTerminal() && console != null && console.isTerminal()) {
            char[] typed = console.readPassword(context.say("Contraseña: ", "Password: "));
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("the password could not be read from standard input", e);
        }
    }
}
