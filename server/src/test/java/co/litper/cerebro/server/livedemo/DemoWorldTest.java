package co.litper.cerebro.server.livedemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.simulator.report.Chronicle.Day;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product in a live world, through its durable loop. */
class DemoWorldTest {
    private static final DemoPlan SHORT = new DemoPlan(3, 20, 4, 1_000, 4);

    @TempDir
    Path folder;

    private static boolean lives(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }

    /** World 1 is the one that `./cerebro demo` shows by default. */
    @Test
    void theBrainRoutesAroundACarrierThatWasBrokenAndTheStaticPolicyDoesNot() throws Exception {
        int breakDay = 28;
        int days = breakDay + 35;
        Carrier carrier = Carrier.COORDINADORA;
        LocalDate brokenOn = DemoPlan.START.atZone(Clock.BOGOTA).toLocalDate().plusDays(breakDay);
        DemoWorld world = DemoWorld.of(new DemoPlan(1, 150, days, 1, days), Clock.system());
        try (Installation installation = DemoHome.open(world, DemoHome.configuration(), folder);
                world) {
            world.start(installation.host(), standing -> {
                if (standing.day() == breakDay) {
                    world.breakCarrier(carrier);
                }
            });
            world.awaitLived();
            DemoStanding end = world.standing();

            assertThat(end.failure()).isEmpty();
            assertThat(end.broken()).containsOnlyKeys(carrier);
            Detour ours = Detour.of(end.figures().brainDays(), carrier, brokenOn);
            Detour theirs = Detour.of(end.figures().fixedDays(), carrier, brokenOn);
            assertThat(ours.before()).as("it is used while it is whole").isGreaterThan(0.15);
            assertThat(ours.after()).as("replay: world 1, %s", ours).isLessThan(0.75 * ours.before());
            assertThat(theirs.after()).as("%s", theirs).isGreaterThan(0.8 * theirs.before());
        }
    }

    @Test
    void everyEffectIsTakenInTheStepOfItsEventSoThatTheBrainChoosesTheCarriers() throws Exception {
        DemoWorld world = DemoWorld.of(SHORT, Clock.system());
        EnvelopeCodec codec = new EnvelopeCodec();
        Map<String, Long> fates = new ConcurrentHashMap<>();
        try (Installation installation = DemoHome.open(world, DemoHome.configuration(), folder);
                world) {
            world.start(installation.host(), _ -> {});
            world.awaitLived();
            installation.store().log().read(1, entry -> {
                if (codec.decode(entry.event()).event() instanceof ActionExecuted done
                        && done.action() == Action.CHOOSE_CARRIER) {
                    fates.merge(done.status().name(), 1L, Long::sum);
                }
                return true;
            });
        }
        int parcels = world.standing().figures().brainDays().stream()
                .mapToInt(Day::total)
                .sum();
        assertThat(parcels).isGreaterThan(30);
        long all = fates.values().stream().mapToLong(Long::longValue).sum();
        assertThat(all).isGreaterThan(parcels / 2);
        // Who orders within a step of the carrier's hour may be beyond it: the world refuses then, as it would outside.
        assertThat(fates.keySet()).isSubsetOf("DONE", "FAILED");
        assertThat(fates.getOrDefault("DONE", 0L)).as("%s", fates).isGreaterThan(all * 9 / 10);
    }

    @Test
    void theWorldsThreadEndsWithTheWorldAndEffectsThatComeLaterAreToldToTryAgain() throws Exception {
        DemoWorld world = DemoWorld.of(SHORT, Clock.system());
        try (Installation installation = DemoHome.open(world, DemoHome.configuration(), folder)) {
            world.start(installation.host(), _ -> {});
            world.awaitLived();
            assertThat(lives("cerebro-world")).isTrue();

            world.close();

            assertThat(lives("cerebro-world")).isFalse();
            Dispatch late = new Dispatch(
                    1, new MerchantId("litper"), "home:1", PersonRef.NONE, Action.REDELIVER, "", Long.MAX_VALUE);
            assertThat(world.channel().send(late)).isEqualTo(Channel.Result.RETRY);
            assertThatThrownBy(() -> world.breakCarrier(Carrier.TCC)).hasMessageContaining("has ended");
        }
    }

    @Test
    void speedsAndCarriersThatDoNotExistAreRefused() {
        DemoWorld world = DemoWorld.of(SHORT, Clock.system());
        assertThatThrownBy(() -> world.speed(0)).hasMessageContaining("daysPerMinute");
        assertThatThrownBy(() -> world.speed(Double.NaN)).hasMessageContaining("daysPerMinute");
        assertThatThrownBy(() -> world.breakCarrier(new Carrier("VELOCES"))).hasMessageContaining("Maybe one of");
        assertThatThrownBy(() -> new DemoPlan(1, 0, -1, 0, 0))
                .hasMessageContaining("ordersPerDay")
                .hasMessageContaining("warmUpDays")
                .hasMessageContaining("daysPerMinute")
                .hasMessageContaining("lastDay");
    }
}
