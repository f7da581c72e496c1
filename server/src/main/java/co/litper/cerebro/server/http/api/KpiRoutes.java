package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.kpi.KpiJson;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.world.Clock;
import java.util.List;

/** Key figures. */
final class KpiRoutes {
    private final Archives archives;
    private final Clock clock;

    KpiRoutes(Archives archives, Clock clock) {
        this.archives = archives;
        this.clock = clock;
    }

    List<Route> routes() {
        Doc doc = Doc.of("getKpis", "Figures", "Key figures; `now` tells when they were made.")
                .merchant()
                .gives(200, "Kpis", "The figures.");
        return List.of(Route.get("/api/v1/kpis", Role.VIEWER, doc, this::kpis));
    }

    private void kpis(Call call) throws InterruptedException {
        ReadSide reads = Fresh.reads(archives.of(call.merchant()).reads());
        if (!call.isUnchanged(Fresh.version(reads.position(), call.fingerprint()))) {
            call.reply(200, KpiJson.of(reads.figures().kpis(call.merchant(), clock.now())));
        }
    }
}
