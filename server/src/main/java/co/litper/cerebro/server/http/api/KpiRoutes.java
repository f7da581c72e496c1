package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.kpi.KpiJson;
import co.litper.cerebro.server.kpi.Kpis;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Key figures. They read the whole log, so they are kept for {@link #REST} times as long as they took, and at least a second:
 * asking often costs a bounded share of one core.
 */
final class KpiRoutes {
    private static final int REST = 20;
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_MERCHANTS = 100;

    private final Desk desk;
    private final Map<MerchantId, Kept> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MerchantId, Kept> eldest) {
            return size() > MOST_MERCHANTS;
        }
    };

    private record Kept(long end, Instant until, ObjectNode json) {}

    KpiRoutes(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        Doc doc = Doc.of("getKpis", "Figures", "Key figures; `now` tells when they were made.")
                .merchant()
                .gives(200, "Kpis", "The figures.");
        return List.of(Route.get("/api/v1/kpis", Role.VIEWER, doc, this::kpis));
    }

    private void kpis(Call call) throws InterruptedException {
        Kept now = kept(call.merchant());
        if (!call.isUnchanged(now.end() + "-" + Integer.toHexString(call.fingerprint()))) {
            call.reply(200, now.json());
        }
    }

    private synchronized Kept kept(MerchantId merchant) throws InterruptedException {
        long end = desk.installation().store().log().end();
        Instant now = desk.clock().now();
        Kept before = kept.get(merchant);
        if (before != null && (before.end() == end || now.isBefore(before.until()))) {
            return before;
        }
        long began = System.nanoTime();
        Kpis kpis = desk.view()
                .ask(view -> Kpis.of(view, desk.installation().store().log(), merchant, now));
        Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(REST);
        Kept made = new Kept(end, now.plus(rest.compareTo(FRESH) < 0 ? FRESH : rest), KpiJson.of(kpis));
        kept.put(merchant, made);
        return made;
    }
}
