package co.litper.cerebro.server.http.api;

import co.litper.cerebro.learn.ThinkingReport;
import co.litper.cerebro.learn.ThinkingTally;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.thinking.ThinkingPage;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What slow thinking cost and earned. Reads the whole log; one reader at a time. */
final class ThinkingRoutes {
    private final Desk desk;

    ThinkingRoutes(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        Doc doc = Doc.of("getThinking", "Figures", "What slow thinking about novedades cost, and what it earned.")
                .merchant()
                .gives(200, "Thinking", "Counts, tokens and pesos; earnedCop once enough cases have ended.");
        return List.of(Route.get("/api/v1/thinking", Role.VIEWER, doc, this::thinking));
    }

    private void thinking(Call call) {
        EventLog log = desk.installation().store().log();
        MerchantId merchant = call.merchant();
        if (call.isUnchanged(log.end() + "-" + Integer.toHexString(call.fingerprint()))) {
            return;
        }
        ObjectNode body = Json.object();
        ThinkingPage.write(report(log, merchant), body);
        call.reply(200, body);
    }

    private synchronized ThinkingReport report(EventLog log, MerchantId merchant) {
        return ThinkingTally.over(log, merchant::equals);
    }
}
