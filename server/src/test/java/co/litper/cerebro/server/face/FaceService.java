package co.litper.cerebro.server.face;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.receipt.DecisionLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service that browser tests share: users ana (admin), omar (operator), olga (operator), vera (viewer), some parcels. */
final class FaceService {
    private static @Nullable RunningService service;

    /** What may leave with a person's yes only. */
    private static final String[] ASKED = {
        "ask_address", "call_customer", "redeliver", "hold_in_office", "return_to_sender", "open_claim", "escalate"
    };

    private FaceService() {}

    /** The service; not to be closed. */
    static synchronized RunningService shared() throws IOException, InterruptedException {
        RunningService known = service;
        if (known == null) {
            known = start();
            service = known;
        }
        return known;
    }

    /** What a decision planned, by its label. */
    static PlannedEffect plan(String label) throws IOException, InterruptedException {
        long id = DecisionLabel.parse(label).orElseThrow();
        return shared().installation().store().log().at(Decision.positionOf(id)).stream()
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .filter(PlannedEffect.class::isInstance)
                .map(PlannedEffect.class::cast)
                .filter(plan -> PlannedEffect.decisionOf(plan.id()) == id)
                .findFirst()
                .orElseThrow();
    }

    private static RunningService start() throws IOException, InterruptedException {
        RunningService started = RunningService.start(Files.createTempDirectory("cerebro-face"));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        ServiceLog.writeTo(System.err, false);
        for (String name : new String[] {"ana", "omar", "olga", "vera"}) {
            Role role = name.equals("ana") ? Role.ADMIN : name.equals("vera") ? Role.VIEWER : Role.OPERATOR;
            started.users().add(new UserRequest(name, Visitor.PASSWORD, role, Optional.empty()), Caller.LOCAL, "");
        }
        for (String action : ASKED) {
            started.call("PUT", "admin-all", "/api/v1/autonomy/" + action, "{\"level\":\"approve\"}");
        }
        for (int i = 1; i <= 8; i++) {
            started.tell(RunningService.issue("face-" + i, "G" + i, "300111220" + i));
        }
        return started;
    }
}
