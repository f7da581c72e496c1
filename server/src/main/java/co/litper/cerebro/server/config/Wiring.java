package co.litper.cerebro.server.config;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.ContactRules;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Makes of a configuration what an installation is opened with. */
public final class Wiring {
    private static final int SERVICE_CONTACTS = 1;

    private Wiring() {}

    /** The set-up of an installation in {@code folder}. Opens nothing. */
    public static Installation.Setup setup(Configuration c, Path folder, Clock clock) {
        ChannelWiring wiring = new ChannelWiring(c, folder, clock);
        Map<String, Channel> channels = new HashMap<>();
        Map<Action, Channel> byAction = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            String name = action == Action.NONE ? "" : c.get("channel." + action.wire());
            if (!name.isEmpty()) {
                byAction.put(action, channels.computeIfAbsent(name, wiring::channel));
            }
        }
        HolidayCalendar holidays = new ColombianHolidays();
        Channel fallback = channels.computeIfAbsent(c.get("channel.default"), wiring::channel);
        return new Installation.Setup(
                folder,
                storeOptions(c, clock),
                clock,
                byAction,
                fallback,
                contactWindow(c, holidays),
                AnswerDeadlines.standard(holidays),
                Long.parseLong(c.get("exploration.seed")));
    }

    /** How the store is opened. */
    public static SqliteStore.Options storeOptions(Configuration c, Clock clock) {
        SqliteStore.Options standard = SqliteStore.Options.standard();
        return new SqliteStore.Options(
                clock,
                Duration.ofMillis(Long.parseLong(c.get("store.lock_wait_ms"))),
                Integer.parseInt(c.get("store.wal_bytes")),
                standard.wrapper());
    }

    /** First epoch millisecond from a given one at which customers may be contacted. */
    public static LongUnaryOperator contactWindow(Configuration c, HolidayCalendar holidays) {
        // How often is counted by the loop, under settings that can change; here only the hours matter.
        ContactRules rules = new ContactRules(
                LocalTime.parse(c.get("contact.weekday.from")),
                LocalTime.parse(c.get("contact.weekday.to")),
                LocalTime.parse(c.get("contact.saturday.from")),
                LocalTime.parse(c.get("contact.saturday.to")),
                SERVICE_CONTACTS,
                SERVICE_CONTACTS,
                holidays);
        return ms -> rules.nextWindow(Instant.ofEpochMilli(ms)).toEpochMilli();
    }
}
