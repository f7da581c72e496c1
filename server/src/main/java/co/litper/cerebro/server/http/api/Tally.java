package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts what became of many events. One thread. */
final class Tally {
    private long recorded;
    private long accepted;
    private long duplicates;
    private long refused;
    private long failed;

    void count(Told told) {
        switch (told.fate()) {
            case RECORDED -> recorded++;
            case ACCEPTED -> accepted++;
            case DUPLICATE -> duplicates++;
            case REFUSED -> refused++;
            case FAILED, TURNED_AWAY -> failed++;
        }
    }

    /** 200 if all were taken, 202 if they will be decided elsewhere, 207 if some were not, 503 if none could be for lack of a store. */
    int status() {
        if (failed > 0 && recorded + accepted + duplicates + refused == 0) {
            return 503;
        }
        if (refused + failed > 0) {
            return 207;
        }
        return accepted > 0 ? 202 : 200;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        if (accepted > 0) {
            json.put("accepted", accepted);
        }
        return json.put("recorded", recorded)
                .put("duplicates", duplicates)
                .put("refused", refused)
                .put("failed", failed);
    }
}
