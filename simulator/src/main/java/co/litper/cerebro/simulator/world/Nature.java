package co.litper.cerebro.simulator.world;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.vocabulary.MerchantId;

/** Everything that is fixed or moves by itself in a world, hidden from players. Made once from parameters and seed. */
final class Nature {
    final WorldParameters p;
    final MerchantId merchant;
    final Days days;
    /** What people, places and orders are. */
    final Luck traits;
    /** What befalls them. */
    final Luck luck;

    final Geography geography;
    final Fleet fleet;
    final Faults faults;
    final Lanes lanes;
    final Load load;
    final Attempts attempts;
    final Talks talks;
    final Transit transit;
    final Orders orders;
    final Habits habits;
    final Office office;
    final int startDay;

    Nature(WorldParameters p, MerchantId merchant, long seed, HolidayCalendar holidays, long startMs, int perDay) {
        this.p = p;
        this.merchant = merchant;
        traits = new Luck(seed);
        luck = new Luck(~seed);
        days = new Days(holidays, startMs);
        startDay = Days.dayOf(startMs);
        geography = new Geography(p);
        fleet = new Fleet(p, traits);
        faults = new Faults(p, startDay);
        lanes = new Lanes(p, geography, fleet, traits);
        load = new Load(p, perDay, days, faults);
        attempts = new Attempts(p, lanes, faults, days);
        talks = new Talks(p);
        transit = new Transit(p, fleet, lanes, load, faults);
        orders = new Orders(p, merchant, perDay, days, new Customers(p, geography, traits), traits);
        habits = new Habits(p, lanes, traits, luck);
        office = new Office(p);
    }

    private Nature(Nature of, Luck luck) {
        p = of.p;
        merchant = of.merchant;
        traits = of.traits;
        this.luck = luck;
        days = of.days;
        startDay = of.startDay;
        geography = of.geography;
        fleet = of.fleet;
        faults = of.faults;
        lanes = of.lanes;
        load = of.load;
        attempts = of.attempts;
        talks = of.talks;
        transit = of.transit;
        orders = of.orders;
        habits = new Habits(p, lanes, traits, luck);
        office = of.office;
    }

    /** The same world, in which everything befalls otherwise. */
    Nature withLuck(long seed) {
        return new Nature(this, new Luck(seed));
    }
}
