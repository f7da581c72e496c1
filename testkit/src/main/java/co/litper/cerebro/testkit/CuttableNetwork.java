package co.litper.cerebro.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Machines of their own inside this one, each behind a cable that can be pulled: network namespaces of Linux on a bridge. What
 * runs there reaches {@link #host} and nothing else. A cable that is pulled swallows packets without a word, as a dead switch
 * does: neither end is told. Wants root and {@code ip}. It ends at the latest with this JVM. One thread at a time.
 */
public final class CuttableNetwork implements AutoCloseable {
    /** Machines at the most: their addresses end in 2 and up. */
    public static final int MOST = 16;

    private static final Path IP = Path.of("/usr/sbin/ip");
    private static final int NETS = 250;

    /** Names of devices have 15 letters at the most. */
    private static final long TAGS = 100_000;

    private final String tag = Long.toString(ProcessHandle.current().pid() % TAGS);
    private final String net = "10.213." + (1 + ProcessHandle.current().pid() % NETS) + ".";
    private final List<String> spaces = new ArrayList<>();
    private final AtExit atExit = new AtExit(this::remove);

    private CuttableNetwork() {}

    /** True if this process may make network namespaces. */
    public static boolean isPossible() {
        if (!ServerProcess.isRoot() || !Files.isExecutable(IP)) {
            return false;
        }
        try {
            Process tried = new ProcessBuilder("unshare", "--net", "true")
                    .redirectErrorStream(true)
                    .start();
            return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Makes so many machines.
     *
     * @throws IllegalStateException if the system refuses; {@link #isPossible} tells before
     */
    public static CuttableNetwork of(int machines) {
        if (machines < 1 || machines > MOST) {
            throw new IllegalArgumentException("machines must be 1 to " + MOST + ", are " + machines);
        }
        CuttableNetwork made = new CuttableNetwork();
        boolean ready = false;
        try {
            made.build(machines);
            ready = true;
            return made;
        } finally {
            if (!ready) {
                made.close();
            }
        }
    }

    private void build(int machines) {
        ip("link", "add", bridge(), "type", "bridge");
        ip("addr", "add", host() + "/24", "dev", bridge());
        ip("link", "set", bridge(), "up");
        for (int i = 0; i < machines; i++) {
            String space = "cerebro-" + tag + "-" + i;
            ip("netns", "add", space);
            spaces.add(space);
            ip("link", "add", cable(i), "type", "veth", "peer", "name", "eth0", "netns", space);
            ip("link", "set", cable(i), "master", bridge(), "up");
            ip("-n", space, "addr", "add", net + (2 + i) + "/24", "dev", "eth0");
            ip("-n", space, "link", "set", "eth0", "up");
            ip("-n", space, "link", "set", "lo", "up");
        }
    }

    private static void ip(String... words) {
        List<String> command = new ArrayList<>(List.of(IP.toString()));
        command.addAll(List.of(words));
        ServerProcess.run(command);
    }

    private String bridge() {
        return "cb" + tag;
    }

    private String cable(int machine) {
        return "cv" + tag + "x" + machine;
    }

    /** The address of this process, for those inside and for itself. */
    public String host() {
        return net + "1";
    }

    /** What a command begins with that is to run on a machine, from 0. */
    public List<String> inside(int machine) {
        return List.of(IP.toString(), "netns", "exec", spaces.get(machine));
    }

    /** Pulls the cable of a machine. */
    public void cut(int machine) {
        ip("link", "set", cable(machine), "down");
    }

    /** Puts it in again. */
    public void mend(int machine) {
        ip("link", "set", cable(machine), "up");
    }

    private void remove() {
        // Whatever is left of a half-made one; a namespace takes its end of the cable with it.
        for (String space : spaces) {
            quietly("netns", "del", space);
        }
        quietly("link", "del", bridge());
    }

    private static void quietly(String... words) {
        try {
            ip(words);
        } catch (IllegalStateException e) {
            return; // it is gone already
        }
    }

    /** Removes machines and cables; what still runs inside has no network any more. */
    @Override
    public void close() {
        remove();
        atExit.cancel();
    }
}
