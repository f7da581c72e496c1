package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts what became of many events. One thread. */
final class Tally {
    private long recorded;
    private long duplicates;
    private long refused;
    private long failed;

    void count(Told told) {
        switch (told.fate()) {
            case RECORDED -> recorded++;
            case DUPLICATE -> duplicates++;
            case REFUSED -> refused++;
            case FAILED, TURNED_AWAY -> failed++;
        }
    }

    /** 200 if all were taken, 207 if some were not, 503 if none could be for lack of a store. */
    int status() {
        if (failed > 0 && recorded + duplicates + refused == 0) {
            return 503;
        }
        return refused + failed == 0 ? 200 : 207;
    }

    ObjectNode json() {
        return Json.object()
                .put("recorded", recorded)
                .put("duplicates", duplicates)
                .put("refused", refused)
                .put("failed", failed);
    }
}
