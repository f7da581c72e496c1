package co.litper.cerebro;

import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys under which an entry of the log may have changed a parcel, told by the numbers that it names; nothing is folded.
 * A state that stands at the entry or behind it tells to which home each key leads, or that it leads to none. For those who
 * follow the log and look parcels up instead of folding them. Pure.
 */
public final class Concerned {
    private Concerned() {}

    /** The keys, in the order in which the entry names them. O(facts). */
    public static Set<Long> keys(Envelope e, List<Fact> facts) {
        Set<Long> keys = new LinkedHashSet<>();
        switch (e.event()) {
            case LifecycleEvent l -> lifecycle(keys, e.merchant(), l);
            case LogisticsEvent l -> logistics(keys, e, l);
            case CustomerEvent c -> guide(keys, e.merchant(), guideOf(c));
            case SystemEvent s -> system(keys, e, s);
            case LearningEvent l -> home(keys, e);
        }
        for (Fact fact : facts) {
            switch (fact) {
                case Decision d -> keys.add(d.key());
                case PlannedEffect p -> keys.add(p.homeKey());
                case Settled s -> keys.add(s.homeKey());
                case HandedOver h -> {}
                case Considered c -> keys.add(c.homeKey());
            }
        }
        return keys;
    }

    private static void lifecycle(Set<Long> keys, MerchantId merchant, LifecycleEvent event) {
        order(keys, merchant, event.orderId());
        switch (event) {
            case LifecycleEvent.OrderShipped o -> guide(keys, merchant, o.guideNumber());
            case LifecycleEvent.OrderDelivered o -> guide(keys, merchant, o.guideNumber());
            case LifecycleEvent.OrderCreated o -> {}
            case LifecycleEvent.OrderConfirmed o -> {}
            case LifecycleEvent.OrderCancelled o -> {}
        }
    }

    private static void logistics(Set<Long> keys, Envelope e, LogisticsEvent event) {
        MerchantId merchant = e.merchant();
        switch (event) {
            case LogisticsEvent.GuideCreated g -> {
                order(keys, merchant, g.orderId());
                guide(keys, merchant, g.guideNumber());
            }
            case LogisticsEvent.GuideUpdated g -> {
                order(keys, merchant, g.orderId());
                guide(keys, merchant, g.guideNumber());
            }
            case LogisticsEvent.TrackingUpdated t -> guide(keys, merchant, t.guideNumber());
            case LogisticsEvent.IssueReported i -> guide(keys, merchant, i.guideNumber());
            case LogisticsEvent.IssueResolved i -> guide(keys, merchant, i.guideNumber());
            case LogisticsEvent.DelayDetected d -> {
                home(keys, e);
                guide(keys, merchant, d.guideNumber());
            }
            case LogisticsEvent.CarrierCapacity c -> {}
            case LogisticsEvent.Telemetry t -> {}
        }
    }

    private static String guideOf(CustomerEvent event) {
        return switch (event) {
            case CustomerEvent.CustomerInquiry i -> i.guideNumber();
            case CustomerEvent.CustomerFeedback f -> f.guideNumber();
            case CustomerEvent.CustomerReplied r -> r.guideNumber();
        };
    }

    private static void system(Set<Long> keys, Envelope e, SystemEvent event) {
        switch (event) {
            case SystemEvent.ActionExecuted a -> home(keys, e);
            case SystemEvent.ApprovalGiven a -> home(keys, e);
            case SystemEvent.ThoughtReturned t -> home(keys, e);
            case SystemEvent.Tick t -> {}
            case SystemEvent.SnapshotPublished p -> {}
            case SystemEvent.ConfigurationChanged c -> {}
            case SystemEvent.ModelTrained m -> {}
            case SystemEvent.ModelDeployed m -> {}
            case SystemEvent.AnomalyDetected a -> {}
        }
    }

    private static void home(Set<Long> keys, Envelope e) {
        if (Subjects.isHome(e.subject())) {
            keys.add(Subjects.homeKey(e.subject()));
        }
    }

    private static void order(Set<Long> keys, MerchantId merchant, String orderId) {
        if (!orderId.isEmpty()) {
            keys.add(Keys.order(merchant, orderId));
        }
    }

    private static void guide(Set<Long> keys, MerchantId merchant, String guideNumber) {
        if (!guideNumber.isEmpty()) {
            keys.add(Keys.guide(merchant, guideNumber));
        }
    }
}
