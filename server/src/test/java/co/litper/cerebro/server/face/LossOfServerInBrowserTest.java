package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.http.RunningService;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossOfServerInBrowserTest {
    @Test
    void aPageSaysThatTheServerIsGoneAndIsLiveAgainWhenItIsBack(@TempDir Path folder) throws Exception {
        RunningService first = RunningService.start(folder);
        int port = first.address().getPort();
        first.tell(RunningService.issue("loss-1", "GL1", "3001112299"));
        try (Visitor visitor = Visitor.at(first)) {
            visitor.open("/#operator");
            visitor.page().locator("#live.on").waitFor();
            first.close();
            visitor.page().locator("#live.off").waitFor();
            assertThat(visitor.page().locator("#live").innerText()).isEqualTo("Sin conexión; se intenta de nuevo");

            try (RunningService second =
                    RunningService.start(folder, RunningService.options().at("127.0.0.1", port))) {
                // Sessions live in memory: who comes back signs in again, and is where they were.
                second.users()
                        .add(
                                new UserRequest("omar", Visitor.PASSWORD, Role.OPERATOR, Optional.empty()),
                                Caller.LOCAL,
                                "");
                visitor.signInByForm("omar");
                visitor.page().locator("#live.on").waitFor();
                second.tell(RunningService.issue("loss-2", "GL2", "3001112298"));
                visitor.page().locator("#decisions").getByText("GL2").first().waitFor();
            }
            assertThat(visitor.takeComplaints())
                    .allMatch(
                            text -> text.contains("net::ERR") || text.contains("401") || text.equals("[object Event]"));
        }
    }
}
