package co.litper.cerebro.benchmarks;

import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.EffectStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Part A: a process under load is killed ({@code SIGKILL}) at random moments, started again on the same folder, and at last
 * left in peace until all its effects have come to rest.
 */
final class KillRounds {
    private static final int LEAST_LIFE_MS = 300;
    private static final int MOST_LIFE_MS = 2_000;

    /** A source that was not thanked sends again: so many events before the last acknowledged. */
    private static final int REPEATED = 48;

    private static final int SETTLE_SECONDS = 120;
    private static final String KEY_PREFIX = "cerebro-";

    private final DurabilityTally tally;
    private final String replay;
    private final long seed;
    private final Path folder;
    private final SplittableRandom random;
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<Long> attemptingAtKill = new HashSet<>();
    private long last = -1;

    private KillRounds(DurabilityTally tally, String replay, long seed, Path folder) {
        this.tally = tally;
        this.replay = replay;
        this.seed = seed;
        this.folder = folder;
        this.random = new SplittableRandom(seed);
    }

    /** Kills {@code kills} times on one new folder, and judges what is left. */
    static void run(DurabilityTally tally, String replay, long seed, int kills, Path folder)
            throws IOException, InterruptedException {
        KillRounds rounds = new KillRounds(tally, replay, seed, folder);
        try (EffectReceivers receivers = new EffectReceivers(seed)) {
            for (int i = 0; i < kills; i++) {
                rounds.liveAndDie(receivers.url());
            }
            if (rounds.settle(receivers.url())) {
                rounds.judge(receivers);
            }
        }
    }

    private void liveAndDie(String url) throws IOException, InterruptedException {
        int lifeMs = LEAST_LIFE_MS + random.nextInt(MOST_LIFE_MS - LEAST_LIFE_MS);
        Process child = start(url, Math.max(0, last + 1 - REPEATED));
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            Thread killer = Thread.ofPlatform().daemon(true).start(() -> kill(child, lifeMs));
            while (line != null) {
                acknowledge(line);
                line = lines.readLine();
            }
            killer.join();
        } finally {
            child.destroyForcibly().waitFor();
        }
        tally.add("kills", 1);
        try (SqliteStore store = SqliteStore.openReadOnly(folder, SqliteStore.Options.standard())) {
            new StoreJudge(store.log(), store.states()).effects().forEach((id, effect) -> {
                if (effect.status() == EffectStatus.ATTEMPTING) {
                    attemptingAtKill.add(id);
                }
            });
        }
    }

    private static void kill(Process child, int lifeMs) {
        try {
            TimeUnit.MILLISECONDS.sleep(lifeMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.toHandle().destroyForcibly(); // unlike the process itself this leaves its output readable
    }

    private void acknowledge(String line) {
        if (line.startsWith(KilledInstallation.ACKNOWLEDGED) && line.endsWith(".")) {
            String id = line.substring(KilledInstallation.ACKNOWLEDGED.length(), line.length() - 1);
            acknowledged.add(id);
            last = Math.max(last, Long.parseLong(id.substring(1)));
        }
    }

    private boolean settle(String url) throws IOException, InterruptedException {
        Process child = start(url, -1);
        String said = "";
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = line;
            }
            boolean ended = child.waitFor(SETTLE_SECONDS, TimeUnit.SECONDS);
            if (!ended || child.exitValue() != 0 || !said.equals(KilledInstallation.SETTLED)) {
                tally.violated("effects did not come to rest, the process said '" + said + "'", replay);
                return false;
            }
            return true;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private Process start(String url, long from) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledInstallation.class.getName(),
                folder.toString(),
                Long.toString(seed),
                url,
                Long.toString(from)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void judge(EffectReceivers receivers) {
        tally.add("acknowledged", acknowledged.size());
        try (SqliteStore store = SqliteStore.openReadOnly(folder, SqliteStore.Options.standard())) {
            StoreJudge judge = new StoreJudge(store.log(), store.states());
            judge.judgeLog(acknowledged, tally, replay);
            judge.judgeState(tally, replay);
            judgeEffects(judge, receivers);
        }
    }

    private void judgeEffects(StoreJudge judge, EffectReceivers receivers) {
        Map<String, Integer> once = receivers.once();
        Map<String, Integer> plain = receivers.plain();
        Map<Long, EffectState> effects = judge.effects();
        once.values().forEach(times -> tally.add("duplicatesAtDeduplicating", times - 1));
        plain.forEach((key, times) -> {
            if (times > 1) {
                tally.violated(
                        "duplicatesAtPlain", times - 1, "effect " + key + " was sent " + times + " times", replay);
            }
            EffectState effect = effects.get(Long.parseLong(key.substring(KEY_PREFIX.length())));
            if (effect == null || (effect.status() != EffectStatus.DONE && effect.status() != EffectStatus.UNKNOWN)) {
                tally.violated("unlistedGaps", 1, "effect " + key + " arrived and is not listed so", replay);
            }
        });
        effects.forEach((id, effect) -> {
            String key = KEY_PREFIX + id;
            if (effect.status() == EffectStatus.DONE) {
                tally.add("effectsDone", 1);
                if (!once.containsKey(key) && !plain.containsKey(key)) {
                    tally.violated("doneButNotReceived", 1, "effect " + key + " is done and never arrived", replay);
                }
            } else if (effect.status() == EffectStatus.UNKNOWN) {
                tally.add("unknownListed", 1);
            }
        });
        for (long id : attemptingAtKill) {
            if (!judge.wasTold(id, EffectStatus.UNKNOWN)) {
                tally.violated(
                        "unlistedGaps", 1, "effect " + id + " was under way at a kill, not listed unknown", replay);
            }
        }
    }
}
