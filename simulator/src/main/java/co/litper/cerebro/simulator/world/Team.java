package co.litper.cerebro.simulator.world;

/** The team's calls: so many a day, in contact hours; who comes later is called on a later day. Mutable. */
final class Team {
    /** From being asked to dialling. */
    private static final long NOTICE_MS = 15 * Days.MINUTE;

    private final Days days;
    private final int perDay;
    private int day = Integer.MIN_VALUE;
    private int booked;

    Team(WorldParameters p, int ordersPerDay, Days days) {
        this.days = days;
        perDay = (int) Math.max(1, Math.ceil(p.get("team.calls") * ordersPerDay / 100));
    }

    /** Books a call and tells when it will be made. */
    long book(long nowMs) {
        long at = days.nextContact(nowMs + NOTICE_MS);
        int today = Days.dayOf(at);
        if (today > day) {
            day = today;
            booked = 0;
        }
        if (booked >= perDay) {
            day = days.plusWorking(day, 1);
            booked = 0;
        }
        booked++;
        return day > today ? days.nextContact(Days.at(day, 0)) + NOTICE_MS : at;
    }
}
