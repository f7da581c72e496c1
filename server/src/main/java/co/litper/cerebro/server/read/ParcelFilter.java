package co.litper.cerebro.server.read;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which shipments of a merchant are meant: those that fit every part told.
 *
 * @param number how a guide begins, or an order's number; empty for any
 * @param customers one of these receives it; absent for any, empty for none
 * @param issue of the last novedad
 * @param onlyOpen true for those whose novedad waits for an answer
 * @param onlyLate true for those that came after their promise
 * @param endedOn the day, Bogotá's, on which it ended
 * @param stillSinceMs not ended, and without movement since then, epoch milliseconds
 */
public record ParcelFilter(
        MerchantId merchant,
        String number,
        Optional<List<PersonRef>> customers,
        Optional<CityCode> city,
        Optional<Carrier> carrier,
        Optional<ShipmentState> state,
        Optional<IssueReason> issue,
        boolean onlyOpen,
        boolean onlyLate,
        Optional<LocalDate> endedOn,
        Optional<Long> stillSinceMs) {

    /** Characters of a number; longer ones name nothing. */
    public static final int LONGEST_NUMBER = 64;

    /** Customers that one question can name; a name that more have wants another word. */
    public static final int MOST_CUSTOMERS = 150;

    public ParcelFilter {
        if (number.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException(
                    "number must have at most " + LONGEST_NUMBER + " characters, has " + number.length());
        }
        customers = customers.map(List::copyOf);
        if (customers.map(List::size).orElse(0) > MOST_CUSTOMERS) {
            throw new IllegalArgumentException("customers must be at most " + MOST_CUSTOMERS);
        }
    }

    /** All shipments of a merchant. */
    public static ParcelFilter of(MerchantId merchant) {
        return new ParcelFilter(
                merchant,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** This with a number. */
    public ParcelFilter number(String told) {
        return new ParcelFilter(
                merchant, told, customers, city, carrier, state, issue, onlyOpen, onlyLate, endedOn, stillSinceMs);
    }

    /** This with customers. */
    public ParcelFilter customers(List<PersonRef> told) {
        return new ParcelFilter(
                merchant,
                number,
                Optional.of(told),
                city,
                carrier,
                state,
                issue,
                onlyOpen,
                onlyLate,
                endedOn,
                stillSinceMs);
    }

    /** This with a city. */
    public ParcelFilter city(Optional<CityCode> told) {
        return new ParcelFilter(
                merchant, number, customers, told, carrier, state, issue, onlyOpen, onlyLate, endedOn, stillSinceMs);
    }

    /** This with a carrier. */
    public ParcelFilter carrier(Optional<Carrier> told) {
        return new ParcelFilter(
                merchant, number, customers, city, told, state, issue, onlyOpen, onlyLate, endedOn, stillSinceMs);
    }

    /** This with a state. */
    public ParcelFilter state(Optional<ShipmentState> told) {
        return new ParcelFilter(
                merchant, number, customers, city, carrier, told, issue, onlyOpen, onlyLate, endedOn, stillSinceMs);
    }

    /** This with the reason of a novedad, open ones only or not. */
    public ParcelFilter issue(Optional<IssueReason> told, boolean open) {
        return new ParcelFilter(
                merchant, number, customers, city, carrier, state, told, open, onlyLate, endedOn, stillSinceMs);
    }

    /** This with the day of the end, late ones only or not. */
    public ParcelFilter endedOn(Optional<LocalDate> told, boolean late) {
        return new ParcelFilter(
                merchant, number, customers, city, carrier, state, issue, onlyOpen, late, told, stillSinceMs);
    }

    /** This with a moment since which nothing moved. */
    public ParcelFilter stillSince(long epochMs) {
        return new ParcelFilter(
                merchant,
                number,
                customers,
                city,
                carrier,
                state,
                issue,
                onlyOpen,
                onlyLate,
                endedOn,
                Optional.of(epochMs));
    }
}
