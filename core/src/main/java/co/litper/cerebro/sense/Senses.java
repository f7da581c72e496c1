package co.litper.cerebro.sense;

import co.litper.cerebro.decision.CarrierOption;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.IssueProgress;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.logistics.TariffState.Tariff;
import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a situation of what is known: context, features, forecast, reasons, and whom the parcel could be given to. */
public final class Senses {
    private static final double MS_PER_HOUR = 3_600_000.0;
    private static final int REASONS_PER_FORECAST = 3;
    private static final int DELAY = 0;
    private static final int ISSUE = 1;
    private static final int GIVE_BACK = 2;

    private final WireWriter scratch = new WireWriter();
    private final AnswerDeadlines deadlines;

    /** @param deadlines by when novedades must be answered */
    public Senses(AnswerDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** With the standard deadlines, and no holidays known. */
    public Senses() {
        this(AnswerDeadlines.standard(HolidayCalendar.none()));
    }

    /**
     * What is asked, by whom.
     *
     * @param decisionId the id that the decision will have
     * @param homeKey the parcel's home key
     * @param nowMs epoch milliseconds at which it is decided
     * @param first true if the shipment teaches from this decision on
     * @param questions what is asked
     */
    public record Asked(
            long decisionId, long homeKey, long nowMs, boolean first, Change change, Set<Question> questions) {}

    /**
     * The situation of a parcel.
     *
     * @param snapshot version of the snapshot that {@code models} belong to
     * @param tariffs what carriers ask for the parcel's city; looked at only if a carrier is to be chosen
     * @param use how full carriers are
     */
    public Situation situation(
            Asked asked,
            MerchantId merchant,
            ParcelState parcel,
            IssueProgress progress,
            CustomerState customer,
            boolean mayContact,
            long snapshot,
            DeliveryModels models,
            Map<Carrier, Tariff> tariffs,
            CarrierUse use) {
        ShipmentContext context = context(asked.nowMs(), merchant, parcel, customer, use);
        FeatureRow row = models.features(context);
        Forecast forecast = models.predict(row);
        scratch.clear();
        context.write(scratch);
        return new Situation(
                asked.decisionId(),
                asked.homeKey(),
                asked.nowMs(),
                parcel.isHistorical(),
                asked.first(),
                parcel,
                progress,
                asked.questions().contains(Question.ISSUE)
                        ? Stages.of(parcel, progress, asked.nowMs(), deadlines)
                        : null,
                customer,
                mayContact,
                asked.change(),
                asked.questions(),
                scratch.toBytes(),
                row.toBytes(),
                forecast,
                reasons(asked.questions(), models, row),
                snapshot,
                asked.questions().contains(Question.CARRIER) ? options(context, models, tariffs, use) : List.of());
    }

    private static List<Reason> reasons(Set<Question> questions, DeliveryModels models, FeatureRow row) {
        int target = questions.contains(Question.ISSUE) || questions.contains(Question.CARRIER)
                ? GIVE_BACK
                : questions.contains(Question.NOTIFY) ? DELAY : ISSUE;
        return models.explain(row, target, REASONS_PER_FORECAST);
    }

    private static List<CarrierOption> options(
            ShipmentContext context, DeliveryModels models, Map<Carrier, Tariff> tariffs, CarrierUse use) {
        List<CarrierOption> options = new ArrayList<>(tariffs.size());
        for (Carrier carrier : KnownCarriers.ALL) {
            Tariff tariff = tariffs.get(carrier);
            if (tariff == null && !tariffs.isEmpty()) {
                continue;
            }
            if (tariff != null && (!tariff.covered() || (context.cod() && !tariff.cod()))) {
                continue;
            }
            double freight = tariff == null ? Double.NaN : tariff.freightCop();
            ShipmentContext with = context.withCarrier(carrier, freight, use.lately(carrier));
            options.add(new CarrierOption(
                    carrier,
                    tariff == null ? ParcelFacts.UNTOLD : tariff.freightCop(),
                    tariff == null ? ParcelFacts.UNTOLD : tariff.returnFreightCop(),
                    use.today(carrier),
                    models.casesOfCarrier(with),
                    models.predict(with)));
        }
        return options;
    }

    private static ShipmentContext context(
            long nowMs, MerchantId merchant, ParcelState p, CustomerState customer, CarrierUse use) {
        ParcelFacts f = p.facts();
        boolean known = f.customer().isKnown();
        long created = Math.min(nowMs, p.createdAtMs() == ParcelState.NO_TIME ? nowMs : p.createdAtMs());
        boolean looksBack = p.endedAtMs() != ParcelState.NO_TIME;
        return new ShipmentContext(
                ShipmentContext.key(f.shop().isEmpty() ? merchant.value() : merchant.value() + "/" + f.shop()),
                f.origin().equals(CityCode.UNKNOWN)
                        ? ShipmentContext.NO_KEY
                        : ShipmentContext.key(f.origin().code()),
                f.destination(),
                f.carrier(),
                ShipmentContext.key(f.category()),
                f.cod(),
                f.valueCop() == 0 ? Double.NaN : f.valueCop(),
                amount(f.freightCop()),
                f.weightKg(),
                Instant.ofEpochMilli(nowMs),
                Instant.ofEpochMilli(created),
                f.promisedAt(),
                looksBack ? ShipmentState.CREATED : p.state(),
                looksBack || p.movedAtMs() == ParcelState.NO_TIME
                        ? 0
                        : Math.max(0, (nowMs - p.movedAtMs()) / MS_PER_HOUR),
                looksBack ? 0 : p.issues(),
                known ? Math.max(0, customer.orders() - 1) : ShipmentContext.UNTOLD,
                known ? Math.max(0, customer.issues() - p.issues()) : ShipmentContext.UNTOLD,
                known ? earlierReturns(customer, p) : ShipmentContext.UNTOLD,
                looksBack ? Double.NaN : use.lately(f.carrier()));
    }

    /** Returns of the customer before this parcel, which the fold has counted already if it came back. */
    private static int earlierReturns(CustomerState customer, ParcelState p) {
        int own = p.state() == ShipmentState.RETURNED ? 1 : 0;
        return Math.max(0, customer.returned() - own);
    }

    private static double amount(long cop) {
        return cop == ParcelFacts.UNTOLD ? Double.NaN : cop;
    }
}
