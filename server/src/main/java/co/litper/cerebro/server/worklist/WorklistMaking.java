package co.litper.cerebro.server.worklist;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.learn.OutcomeLedger;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a worklist: finds the parcels, then looks receipts and people up all at once. Used once, by one thread. */
final class WorklistMaking {
    private final Lookups sources;
    private final Instant now;
    private final Economics economics;
    private final Set<CityCode> quietCities;
    private final Receipts receipts;

    WorklistMaking(Lookups sources, Settings settings, Instant now) {
        this.sources = sources;
        this.now = now;
        this.economics = settings.economics();
        this.quietCities = settings.quietCities();
        this.receipts = sources.receipts();
    }

    static Worklist make(Sources sources, MerchantId merchant, Instant now, boolean offices) {
        Lookups lookups =
                new Lookups(new Receipts(sources.log()), sources.vault(), sources.deadlines(), sources.cityNames());
        Settings settings = sources.view().state().control().settings();
        return new WorklistMaking(lookups, settings, now).find(sources.view(), merchant, offices);
    }

    private Worklist find(StateView view, MerchantId merchant, boolean offices) {
        List<Home> issues = new ArrayList<>();
        List<Home> waiting = new ArrayList<>();
        if (offices) {
            view.eachHome((key, home) -> sort(home, merchant, issues, waiting));
        } else {
            view.eachThatWantsAttention((key, home) -> sort(home, merchant, issues, waiting));
        }
        return of(issues, waiting);
    }

    Worklist of(List<Home> issues, List<Home> waiting) {
        Map<PersonRef, Person> people = people(issues, waiting);
        Map<Long, Decision> decisions = receipts.decisions(answering(issues));
        return new Worklist(
                now,
                issues.stream()
                        .map(home -> item(home, contact(home, people), decisions))
                        .sorted(WorklistItem.ORDER)
                        .toList(),
                waiting.stream()
                        .map(home -> office(home, contact(home, people)))
                        .sorted(Comparator.comparing(OfficeItem::fetchBy)
                                .thenComparing(Comparator.comparingLong(OfficeItem::riskCop)
                                        .reversed())
                                .thenComparing(OfficeItem::guideNumber))
                        .toList());
    }

    private void sort(Home home, MerchantId merchant, List<Home> issues, List<Home> waiting) {
        if (!home.merchant().equals(merchant)) {
            return;
        }
        ParcelState parcel = home.parcel();
        if (parcel.hasOpenIssue() && parcel.issueAtMs() != ParcelState.NO_TIME) {
            issues.add(home);
        } else if (parcel.state() == ShipmentState.IN_OFFICE && goesBackSoon(parcel)) {
            waiting.add(home);
        }
    }

    private boolean goesBackSoon(ParcelState parcel) {
        Duration left = Duration.between(now, fetchBy(parcel));
        return left.compareTo(Worklist.OFFICE_AHEAD) <= 0 && left.compareTo(Urgency.GRACE.negated()) > 0;
    }

    private Instant fetchBy(ParcelState parcel) {
        return sources.deadlines().fetchBy(parcel.carrier(), Instant.ofEpochMilli(parcel.movedAtMs()));
    }

    private Map<PersonRef, Person> people(List<Home> issues, List<Home> waiting) {
        Set<PersonRef> refs = new HashSet<>();
        issues.forEach(h -> refs.add(h.parcel().customer()));
        waiting.forEach(h -> refs.add(h.parcel().customer()));
        refs.remove(PersonRef.NONE);
        return sources.vault().findAll(refs);
    }

    private Contact contact(Home home, Map<PersonRef, Person> people) {
        PersonRef ref = home.parcel().customer();
        Person person = people.get(ref);
        if (person != null) {
            return Contact.of(person);
        }
        return ref.isKnown() && sources.vault().isErased(ref) ? Contact.ERASED : Contact.NOBODY;
    }

    /** The decisions that may have answered each parcel's open novedad. */
    private static Set<Long> answering(List<Home> issues) {
        Set<Long> ids = new HashSet<>();
        for (Home home : issues) {
            ids.addAll(candidates(home));
        }
        return ids;
    }

    /** The decision about the open novedad by the ledger, which knows best, and the last one, if the ledger made room. */
    private static List<Long> candidates(Home home) {
        List<Long> ids = new ArrayList<>(2);
        home.ledger().all().stream()
                .filter(o -> o.aboutIssue() && o.issuesBefore() == home.parcel().issues())
                .mapToLong(OutcomeLedger.Open::id)
                .max()
                .ifPresent(ids::add);
        if (home.lastDecision() != 0) {
            ids.add(home.lastDecision());
        }
        return ids;
    }

    private WorklistItem item(Home home, Contact contact, Map<Long, Decision> decisions) {
        ParcelState parcel = home.parcel();
        ParcelFacts facts = parcel.facts();
        IssueReason reason = parcel.issue() == null ? IssueReason.OTHER : parcel.issue();
        Optional<Proposal> proposal = candidates(home).stream()
                .filter(decisions::containsKey)
                .map(decisions::get)
                .flatMap(d -> Proposal.of(d, reason, receipts::rescues).stream())
                .findFirst();
        Instant reported = Instant.ofEpochMilli(parcel.issueAtMs());
        Instant deadline = sources.deadlines().answerBy(parcel.carrier(), reported);
        String city = city(parcel);
        return new WorklistItem(
                parcel.guideNumber(),
                parcel.orderId(),
                contact,
                city,
                parcel.carrier(),
                reason,
                facts.cod(),
                facts.valueCop(),
                reported,
                deadline,
                Duration.between(now, deadline),
                Urgency.of(deadline, now),
                economics.stakeCop(facts),
                facts.costCop() == ParcelFacts.UNTOLD || facts.returnFreightCop() == ParcelFacts.UNTOLD,
                proposal,
                CallScript.of(parcel, contact, city, reason, proposal.map(Proposal::action)),
                home.progress().contacts() > 0 || home.progress().hasFailed(Action.CALL_CUSTOMER),
                quietCities.contains(parcel.destination()));
    }

    private OfficeItem office(Home home, Contact contact) {
        ParcelState parcel = home.parcel();
        Instant fetchBy = fetchBy(parcel);
        return new OfficeItem(
                parcel.guideNumber(),
                contact,
                city(parcel),
                parcel.carrier(),
                fetchBy,
                Duration.between(now, fetchBy),
                economics.stakeCop(parcel.facts()),
                quietCities.contains(parcel.destination()));
    }

    private String city(ParcelState parcel) {
        return sources.cityNames().apply(parcel.destination());
    }
}
