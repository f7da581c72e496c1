package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service in a process of its own that ends while events come in, as it is asked to or as by a power cut. */
class StoppedServiceTest {
    private static final int CLIENTS = 6;
    private static final int ENOUGH = 300;

    private final List<TellingClient> clients = new ArrayList<>();

    private List<Thread> load(ServedProcess served) {
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            TellingClient client = new TellingClient(served.address(), served.key(), "k" + c);
            clients.add(client);
            threads.add(Thread.ofVirtual().start(client));
        }
        return threads;
    }

    private Set<String> acknowledged() {
        Set<String> all = new HashSet<>();
        clients.forEach(client -> all.addAll(client.acknowledged));
        return all;
    }

    private Set<String> failures() {
        Set<String> all = new HashSet<>();
        clients.forEach(client -> all.addAll(client.failures));
        return all;
    }

    /** Until so many were answered, however long that takes. */
    private void awaitAnswers(int enough) throws InterruptedException {
        while (acknowledged().size() < enough && failures().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void killedUnderLoadItKeepsWhatItAnswered(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (ServedProcess served = ServedProcess.start(data)) {
            List<Thread> threads = load(served);
            awaitAnswers(ENOUGH);
            served.process().destroyForcibly().waitFor();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(acknowledged()).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(ServedProcess.kept(data)).containsAll(acknowledged());
        assertThat(Rebuilt.differences(data)).isEmpty();
    }

    @Test
    void askedToStopUnderLoadItAnswersEveryCallThatItTookAndLeavesAFinishedCheckpoint(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("data");
        int code;
        try (ServedProcess served = ServedProcess.start(data)) {
            List<Thread> threads = load(served);
            awaitAnswers(ENOUGH);
            served.process().destroy(); // SIGTERM
            for (Thread thread : threads) {
                thread.join();
            }
            code = served.process().waitFor();
        }
        assertThat(failures()).isEmpty();
        assertThat(code).isEqualTo(143); // as a program that SIGTERM ended
        assertThat(ServedProcess.kept(data)).containsAll(acknowledged());
        assertThat(Rebuilt.differences(data)).isEmpty();
    }
}
