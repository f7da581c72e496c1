package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.http.api.Desk;
import co.litper.cerebro.server.http.api.Fresh;
import co.litper.cerebro.server.http.api.ImportJobs;
import co.litper.cerebro.server.http.api.Proposals;
import co.litper.cerebro.server.http.api.Worklists;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * What pages work with. Thread-safe.
 *
 * @param desk what endpoints work with
 * @param users who may sign in
 * @param proposals what waits for a yes or no
 * @param worklists what is to be done
 * @param jobs imports on their way
 * @param press writes pages
 */
public record FaceDesk(Desk desk, Users users, Proposals proposals, Worklists worklists, ImportJobs jobs, Press press) {
    private static final String SOURCE = "/cerebro/pages";
    private static final Function<CityCode, String> CITIES = CityText.of(CityDirectory.packaged());

    /** Names of cities. */
    public Function<CityCode, String> cities() {
        return CITIES;
    }

    /** The time. */
    public Instant now() {
        return desk.clock().now();
    }

    /** The read tables, once they tell of everything that was answered before. */
    public ReadSide reads() throws InterruptedException {
        return Fresh.reads(desk);
    }

    /**
     * Takes what a person did into the log. Returns when that is durable and decided upon.
     *
     * @param part tells several events of one call apart
     */
    public Answer tell(Call call, MerchantId merchant, String part, Event event)
            throws InterruptedException, ExecutionException {
        Instant now = now();
        return desk.installation()
                .host()
                .submit(new Envelope(
                        "page-" + event.type().wire() + "-" + part + "-" + call.id(),
                        SOURCE,
                        merchant,
                        Subject.of(event),
                        now,
                        TimePrecision.SECOND,
                        now,
                        call.id(),
                        "",
                        Priority.HIGH,
                        Standing.LIVE,
                        false,
                        0,
                        event))
                .get();
    }
}
