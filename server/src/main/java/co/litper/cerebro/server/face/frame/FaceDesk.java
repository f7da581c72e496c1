package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.http.api.DecisionLog;
import co.litper.cerebro.server.http.api.Desk;
import co.litper.cerebro.server.http.api.ImportJobs;
import co.litper.cerebro.server.http.api.Proposals;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.worklist.Sources;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.List;
import java.util.function.Function;

/**
 * What pages work with. Thread-safe.
 *
 * @param desk what endpoints work with
 * @param users who may sign in
 * @param proposals what waits for a yes or no
 * @param jobs imports on their way
 * @param press writes pages
 */
public record FaceDesk(Desk desk, Users users, Proposals proposals, ImportJobs jobs, Press press) {
    private static final AnswerDeadlines DEADLINES = AnswerDeadlines.standard(new ColombianHolidays());

    /** Names of cities. */
    public Function<CityCode, String> cities() {
        return CityText.of(CityDirectory.packaged());
    }

    /** What a worklist is made of. */
    public Sources sources(StateView view) {
        return new Sources(
                view,
                desk.installation().store().log(),
                desk.installation().store().vault(),
                DEADLINES,
                cities());
    }

    /** The newest decisions of a merchant, at most {@code limit}; looks back a bounded way. */
    public List<Decision> newest(MerchantId merchant, int limit) throws InterruptedException {
        return desk.view()
                .ask(view -> DecisionLog.before(
                        desk.installation().store().log(),
                        Long.MAX_VALUE,
                        limit,
                        d -> view.state()
                                .home(d.key())
                                .map(Home::merchant)
                                .filter(merchant::equals)
                                .isPresent()))
                .decisions();
    }
}
