package co.litper.cerebro.memory;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an episode, by which it can be compared with others.
 *
 * @param carrier who had the parcel
 * @param city where it went
 * @param issue the novedad that was decided about, or null
 * @param action what was carried out
 * @param day of the week when the parcel set out, in Bogotá
 * @param afterHoliday true if the day before was a holiday
 */
public record Scene(
        Carrier carrier,
        CityCode city,
        @Nullable IssueReason issue,
        Action action,
        DayOfWeek day,
        boolean afterHoliday) {}
