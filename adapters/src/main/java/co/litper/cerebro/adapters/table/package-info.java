/**
 * Spreadsheets as people really have them: tolerant, bounded, streaming readers of .csv and .xlsx, and safe writers.
 *
 * <p>In: a file of any size and a {@link co.litper.cerebro.adapters.table.ColumnSet} that says which columns are looked
 * for. Out, in file order: one {@link co.litper.cerebro.adapters.table.RowResult} per row, read or refused with its
 * line and reason, and at the end a {@link co.litper.cerebro.adapters.table.ReadResult}. The way back is
 * {@link co.litper.cerebro.adapters.table.SpreadsheetWriter}. The entry is
 * {@link co.litper.cerebro.adapters.table.TableFile}.
 */
@NullMarked
package co.litper.cerebro.adapters.table;

import org.jspecify.annotations.NullMarked;
