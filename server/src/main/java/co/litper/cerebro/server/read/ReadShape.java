package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;

/**
 * The query tables. Words that repeat (merchants, carriers, cities) stand once, in {@code word}; moments are epoch
 * milliseconds, null where there is none; days are Bogotá's, counted from 1970-01-01; enums are their ordinals.
 *
 * <p>Shipments are numbered as they are first seen, so that recent ones lie together, a list by number is a list by age, and
 * each index ends with it by itself. Tallies ({@code lane}, {@code stand}, {@code day}, {@code brain}) are changed by what a row
 * adds less what it added before, in the row's own transaction.
 */
final class ReadShape {
    /** Rises whenever a table, or what stands in it, changes: older files are dropped and made again. */
    private static final int VERSION = 3;

    private static final int IN_OFFICE = ShipmentState.IN_OFFICE.ordinal();

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
            "CREATE TABLE parcel(id INTEGER PRIMARY KEY, key INTEGER NOT NULL, merchant INTEGER NOT NULL,"
                    + " guide TEXT NOT NULL, ord TEXT NOT NULL, customer BLOB, city INTEGER NOT NULL,"
                    + " carrier INTEGER NOT NULL, state INTEGER NOT NULL, issue INTEGER, open INTEGER NOT NULL,"
                    + " issue_at INTEGER, due INTEGER, value INTEGER NOT NULL, risk INTEGER NOT NULL,"
                    + " flags INTEGER NOT NULL, promised INTEGER, created INTEGER, moved INTEGER, ended INTEGER,"
                    + " ended_day INTEGER, issues INTEGER NOT NULL, attempts INTEGER NOT NULL,"
                    + " last_decision INTEGER NOT NULL, waiting INTEGER NOT NULL)",
            "CREATE UNIQUE INDEX parcel_key ON parcel(key)",
            "CREATE INDEX parcel_merchant ON parcel(merchant)",
            "CREATE INDEX parcel_guide ON parcel(merchant, guide) WHERE guide <> ''",
            "CREATE INDEX parcel_ord ON parcel(merchant, ord) WHERE ord <> ''",
            "CREATE INDEX parcel_customer ON parcel(customer) WHERE customer IS NOT NULL",
            "CREATE INDEX parcel_city ON parcel(merchant, city)",
            "CREATE INDEX parcel_carrier ON parcel(merchant, carrier)",
            "CREATE INDEX parcel_state ON parcel(merchant, state)",
            "CREATE INDEX parcel_open ON parcel(merchant, due, risk, guide, ord) WHERE open = 1",
            "CREATE INDEX parcel_office ON parcel(merchant, due) WHERE state = " + IN_OFFICE,
            "CREATE INDEX parcel_ended ON parcel(merchant, ended_day) WHERE ended_day IS NOT NULL",
            "CREATE TABLE home(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
            "CREATE TABLE waiting(effect INTEGER PRIMARY KEY, parcel INTEGER NOT NULL, merchant INTEGER NOT NULL,"
                    + " hung INTEGER NOT NULL, deadline INTEGER NOT NULL, action INTEGER NOT NULL)",
            "CREATE INDEX waiting_parcel ON waiting(parcel)",
            "CREATE INDEX waiting_deadline ON waiting(merchant, hung, deadline, effect, action)",
            "CREATE TABLE moment(parcel INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY(parcel, position))"
                    + " WITHOUT ROWID",
            "CREATE TABLE decision(id INTEGER PRIMARY KEY, merchant INTEGER NOT NULL, parcel INTEGER NOT NULL,"
                    + " at INTEGER NOT NULL, carrier INTEGER NOT NULL, actions INTEGER NOT NULL, agents INTEGER NOT NULL,"
                    + " flags INTEGER NOT NULL, autonomy INTEGER NOT NULL, value INTEGER NOT NULL, delay REAL NOT NULL,"
                    + " answer INTEGER, propensity REAL, settled INTEGER, outcome INTEGER, cop INTEGER)",
            "CREATE TABLE first_answer(parcel INTEGER PRIMARY KEY, id INTEGER NOT NULL, merchant INTEGER NOT NULL,"
                    + " day INTEGER NOT NULL, alone INTEGER NOT NULL, own INTEGER NOT NULL, propensity REAL NOT NULL,"
                    + " settled INTEGER NOT NULL DEFAULT 0, delivered INTEGER NOT NULL DEFAULT 0,"
                    + " cop INTEGER NOT NULL DEFAULT 0)",
            "CREATE UNIQUE INDEX first_answer_id ON first_answer(id)",
            "CREATE INDEX decision_merchant ON decision(merchant)",
            "CREATE INDEX decision_carrier ON decision(merchant, carrier)",
            "CREATE TABLE chosen(merchant INTEGER NOT NULL, action INTEGER NOT NULL, id INTEGER NOT NULL,"
                    + " PRIMARY KEY(merchant, action, id)) WITHOUT ROWID",
            "CREATE TABLE span(day INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL)",
            tally("lane", "merchant, carrier, city", LaneCount.values()),
            tally("stand", "merchant, carrier, state", StandCount.values()),
            tally("day", "merchant, day, carrier", DayCount.values()),
            tally("brain", "merchant, day", BrainCount.values()));

    static final ReadFile.Shape SHAPE = new ReadFile.Shape(VERSION, STATEMENTS);

    private ReadShape() {}

    private static String tally(String table, String key, Enum<?>[] counts) {
        StringBuilder columns = new StringBuilder();
        for (String part : key.split(", ", -1)) {
            columns.append(part).append(" INTEGER NOT NULL, ");
        }
        for (Enum<?> count : counts) {
            columns.append(Tallies.column(count)).append(" NOT NULL DEFAULT 0, ");
        }
        return "CREATE TABLE " + table + "(" + columns + "PRIMARY KEY(" + key + ")) WITHOUT ROWID";
    }
}
