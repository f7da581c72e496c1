/**
 * Colombia's public holidays.
 *
 * <p>In: a day. Out: whether it is a holiday, as the {@link co.litper.cerebro.logistics.HolidayCalendar} port asks.
 */
@NullMarked
package co.litper.cerebro.adapters.holidays;

import org.jspecify.annotations.NullMarked;
