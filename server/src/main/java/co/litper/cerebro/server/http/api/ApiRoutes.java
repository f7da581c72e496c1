package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.http.HttpService.Self;
import co.litper.cerebro.server.http.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every endpoint of the API, with what they share. Thread-safe. */
public final class ApiRoutes implements AutoCloseable {
    private final Desk desk;
    private final PeopleDesk people;
    private final EventDesk events;

    public ApiRoutes(Desk desk) {
        this.desk = desk;
        this.people = new PeopleDesk(desk.installation().store().vault());
        this.events = new EventDesk(desk, people);
    }

    /** The endpoints. */
    public List<Route> all(Self self) {
        List<Route> routes = new ArrayList<>();
        routes.add(new EventRoutes(events).route());
        routes.addAll(new DecisionRoutes(desk).routes());
        routes.addAll(new ShipmentRoutes(desk).routes());
        routes.addAll(HealthRoutes.of(self, Optional::empty, desk.meters()));
        return routes;
    }

    /** Ends what runs beside the calls; call when none is being served any more. */
    @Override
    public void close() {
        people.close();
    }
}
