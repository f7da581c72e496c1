package co.litper.cerebro.server.cli;

import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.think.ControlState;
import co.litper.cerebro.vocabulary.ShipmentState;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how the installation stands. */
@Command(name = "status", description = "How things stand: events, parcels, novedades, decisions, dead letters.")
final class StatusCommand implements Callable<Integer> {
    private static final double MB = 1024.0 * 1024.0;

    private final CliContext context;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    StatusCommand(CliContext context) {
        this.context = context;
    }

    /** Counts over all homes. */
    private static final class Counts {
        final Map<ShipmentState, Long> byState = new EnumMap<>(ShipmentState.class);
        long parcels;
        long openIssues;
        long waitingForApproval;
        long unknownEffects;
    }

    @Override
    public Integer call() {
        try (Reading reading = context.read()) {
            ObjectNode status = status(reading);
            if (json) {
                JsonOut.print(context, status);
            } else {
                tell(status);
            }
        }
        return CommandLineFace.DONE;
    }

    private ObjectNode status(Reading reading) {
        Counts counts = count(reading);
        ControlState control = reading.view().state().control();
        ObjectNode status =
                JsonOut.object().put("events", reading.store().log().end() - 1).put("parcels", counts.parcels);
        ObjectNode states = status.putObject("states");
        counts.byState.forEach((state, n) -> states.put(state.name(), n));
        return status.put("openIssues", counts.openIssues)
                .put("decisions", control.decisions())
                .put("waitingForApproval", counts.waitingForApproval)
                .put("unknownEffects", counts.unknownEffects)
                .put("snapshot", control.snapshot())
                .put("learnedThrough", control.learnedThrough())
                .put("evidence", evidence(reading.store().log()))
                .put("deadLetters", reading.store().deadLetters().count(DeadLetters.Status.OPEN))
                .put("paused", control.settings().allPaused())
                .put("storeBytes", storeBytes(context.dataDir()))
                .put(
                        "lastTick",
                        control.tickMs() == Long.MIN_VALUE
                                ? ""
                                : Instant.ofEpochMilli(control.tickMs()).toString());
    }

    private static Counts count(Reading reading) {
        Counts counts = new Counts();
        reading.view().eachHome((key, home) -> {
            counts.parcels++;
            counts.byState.merge(home.parcel().state(), 1L, Long::sum);
            counts.openIssues += home.parcel().hasOpenIssue() ? 1 : 0;
            for (EffectState effect : home.outbox().all()) {
                counts.unknownEffects += effect.status() == EffectStatus.UNKNOWN ? 1 : 0;
                counts.waitingForApproval +=
                        effect.status() == EffectStatus.PLANNED && effect.waitsForApproval() ? 1 : 0;
            }
        });
        return counts;
    }

    /** How many outcomes the newest models that are kept have seen; 0 without any. */
    private static long evidence(EventLog log) {
        return log.snapshot(log.newestSnapshot())
                .map(bytes -> Learner.restore(bytes).current().models().evidence())
                .orElse(0L);
    }

    static long storeBytes(Path folder) {
        try (var files = Files.walk(folder, 1)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + folder, e);
        }
    }

    private void tell(ObjectNode s) {
        line("Eventos", "Events", s.path("events").asText());
        line("Envíos", "Parcels", s.path("parcels").asText());
        s.path("states")
                .properties()
                .forEach(e -> context.out()
                        .println("  " + e.getKey() + ": " + e.getValue().asText()));
        line("Novedades abiertas", "Open novedades", s.path("openIssues").asText());
        line("Decisiones", "Decisions", s.path("decisions").asText());
        line(
                "Esperan aprobación",
                "Wait for approval",
                s.path("waitingForApproval").asText());
        line(
                "Efectos de suerte desconocida",
                "Effects of unknown fate",
                s.path("unknownEffects").asText());
        line(
                "Modelo",
                "Model",
                "v" + s.path("snapshot").asText()
                        + context.say(", aprendido hasta el evento ", ", learned through event ")
                        + s.path("learnedThrough").asText()
                        + context.say(", de ", ", from ")
                        + s.path("evidence").asText()
                        + context.say(" envíos terminados", " parcels that ended"));
        line("Rechazos guardados", "Dead letters", s.path("deadLetters").asText());
        line("Todo en pausa", "All paused", yesNo(s.path("paused").asBoolean()));
        line(
                "Tamaño",
                "Size",
                String.format(Locale.ROOT, "%.1f MB", s.path("storeBytes").asLong() / MB));
        String tick = s.path("lastTick").asText();
        line("Último tic", "Last tick", tick.isEmpty() ? "-" : tick);
    }

    private String yesNo(boolean yes) {
        return yes ? context.say("sí", "yes") : "no";
    }

    private void line(String spanish, String english, String value) {
        context.out().println(context.say(spanish, english) + ": " + value);
    }
}
