package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.livedemo.DemoAddress;
import co.litper.cerebro.server.livedemo.DemoPlan;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.vocabulary.Carrier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a demonstration that runs in another terminal what to do. */
final class DemoCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SEE_OTHER = 303;

    private final CliContext context;
    private final Path folder;

    /** @param folder where the running demonstration left its address */
    DemoCalls(CliContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /** Breaks a carrier; each act ends the command if nothing runs there, or it is refused. */
    int breakCarrier(String code) throws InterruptedException {
        Carrier carrier = carrier(code);
        act("break", "carrier", carrier.code());
        return done(carrier.code() + context.say(": dañada", ": broken"));
    }

    /** Mends a carrier. */
    int mendCarrier(String code) throws InterruptedException {
        Carrier carrier = carrier(code);
        act("mend", "carrier", carrier.code());
        return done(carrier.code() + context.say(": arreglada", ": mended"));
    }

    /** Sets how many days go by in a minute. */
    int speed(double daysPerMinute) throws InterruptedException {
        if (!DemoPlan.isSpeed(daysPerMinute)) {
            throw CommandFailure.usage("DAYS: " + DemoPlan.SLOWEST + "–" + DemoPlan.FASTEST);
        }
        act("speed", "daysPerMinute", Double.toString(daysPerMinute));
        return done(daysPerMinute + context.say(" días por minuto", " days a minute"));
    }

    private int done(String told) {
        context.out().println(told);
        return CommandLineFace.DONE;
    }

    private Carrier carrier(String code) {
        return World.carriers().stream()
                .filter(known -> known.code().equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage(context.say("No hay transportadora «", "There is no carrier '")
                        + code
                        + context.say("». Tal vez una de: ", "'. Maybe one of: ")
                        + World.carriers().stream().map(Carrier::code).collect(Collectors.joining(", "))));
    }

    /** Sends one field of a form to an act. */
    private void act(String act, String field, String value) throws InterruptedException {
        DemoAddress running = running();
        HttpRequest request = HttpRequest.newBuilder(running.address().resolve("/demo/" + act))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + running.key())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "*/*")
                .POST(HttpRequest.BodyPublishers.ofString(
                        field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != SEE_OTHER) {
                throw CommandFailure.usage(context.say("La demo no lo aceptó: ", "The demo refused it: ")
                        + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw nothingRuns();
        }
    }

    private DemoAddress running() {
        try {
            Optional<DemoAddress> found = DemoAddress.read(folder);
            return found.orElseThrow(this::nothingRuns);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    private CommandFailure nothingRuns() {
        return CommandFailure.usage(context.say(
                "No hay una demo en marcha en " + folder
                        + ". Tal vez falte «cerebro demo» en otra terminal, o el mismo --dir.",
                "No demo is running in " + folder
                        + ". Maybe 'cerebro demo' in another terminal comes first, or the same --dir."));
    }
}
