package co.litper.cerebro.server.ask;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.ask.Analyst;
import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.CaseTable;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question put to a merchant's shipments as they stand. Reads every home once, and the whole log only for questions about
 * answers to novedades. At most {@link #MOST_SHIPMENTS} shipments are looked at.
 */
public final class Asking {
    /**
     * Some ten megabytes, more while the table is made, and some 100 ms a question; beyond it the shipments with the highest keys, which are chance, are left out.
     * A cause that cannot be told in so many cannot be told in more.
     */
    public static final int MOST_SHIPMENTS = 60_000;

    private static final HolidayCalendar HOLIDAYS = new ColombianHolidays();

    private Asking() {}

    /** The shipments of a merchant as a table. */
    public static CaseTable table(StateView view, MerchantId merchant, Instant now) {
        TreeMap<Long, ParcelState> parcels = new TreeMap<>();
        view.eachHome(key -> parcels.size() < MOST_SHIPMENTS || key < parcels.lastKey(), (key, home) -> {
            if (home.merchant().equals(merchant)) {
                parcels.put(key, home.parcel());
                if (parcels.size() > MOST_SHIPMENTS) {
                    parcels.pollLastEntry();
                }
            }
        });
        CaseTable.Builder table = CaseTable.builder(now, HOLIDAYS);
        for (Map.Entry<Long, ParcelState> parcel : parcels.entrySet()) {
            table.add(parcel.getValue());
        }
        return table.build();
    }

    /** The answer to a question. */
    public static Answer answer(String question, CaseTable table, EventLog log, MerchantId merchant) {
        return new Analyst(table, CityDirectory.packaged(), () -> graph(log, merchant)).ask(question);
    }

    private static KnowledgeGraph graph(EventLog log, MerchantId merchant) {
        GraphProjection projection = new GraphProjection(merchant);
        projection.follow(log);
        return projection.graph();
    }
}
