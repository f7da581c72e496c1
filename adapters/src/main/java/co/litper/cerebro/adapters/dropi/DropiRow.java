package co.litper.cerebro.adapters.dropi;

import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.Phone;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of a Dropi export: trimmed and typed, in the source's own words. Immutable.
 *
 * <p>Texts are empty where the file tells nothing. {@link #toString} shows no personal data; {@link #person} and the
 * free texts of {@link #issue} and {@link #movement} hold some.
 *
 * @param orderId Dropi's id of the order; empty in tracking exports
 * @param guide guide number with its leading zeros; empty before the guide is made; never both empty
 * @param status the status as written; never empty
 * @param carrier the carrier as written
 * @param city the city of destination as written
 * @param department the department of destination as written
 * @param ordered when the order was made
 * @param guideMade when the guide was made
 * @param movement the last scan
 * @param issue the novedad
 * @param person whom it is for
 * @param amounts what it costs
 * @param goods what is in it
 */
public record DropiRow(
        String orderId,
        String guide,
        String status,
        String carrier,
        String city,
        String department,
        Optional<Dated> ordered,
        Optional<Dated> guideMade,
        Movement movement,
        Issue issue,
        Person person,
        Amounts amounts,
        Goods goods) {

    public DropiRow {
        if (orderId.isEmpty() && guide.isEmpty()) {
            throw new IllegalArgumentException("a row needs an order id or a guide number");
        }
    }

    /**
     * The last scan.
     *
     * @param text what the carrier wrote
     * @param concept Dropi's word for it
     * @param place where it was
     * @param at when
     */
    public record Movement(String text, String concept, String place, Optional<Dated> at) {}

    /**
     * The novedad; all empty if there is none.
     *
     * @param text what the carrier wrote
     * @param solved whether Dropi counts it as answered, if told
     * @param solution the answer that was given
     * @param observation what people noted
     * @param at when it was reported
     * @param solvedAt when it was answered
     */
    public record Issue(
            String text,
            Optional<Boolean> solved,
            String solution,
            String observation,
            Optional<Dated> at,
            Optional<Dated> solvedAt) {

        @Override
        public String toString() {
            return "Issue[" + text + ", solved=" + solved + "]";
        }
    }

    /** The customer: personal data throughout. */
    public record Person(String name, Phone phone, String email, String address, String notes) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /**
     * Amounts in whole pesos; absent where the file tells nothing. Only the profit may be negative.
     *
     * @param billed total that the customer pays
     * @param products price of the products
     * @param productCost what the supplier charges
     * @param profit what is left, as Dropi reckons
     * @param freight what the carrier charges out
     * @param returnFreight what it charges back
     * @param commission what Dropi charges
     */
    public record Amounts(
            OptionalLong billed,
            OptionalLong products,
            OptionalLong productCost,
            OptionalLong profit,
            OptionalLong freight,
            OptionalLong returnFreight,
            OptionalLong commission) {}

    /**
     * What is in the parcel, and whose it is.
     *
     * @param product name of the product; a product export has one row per product, so an order may repeat
     * @param sku reference of the product
     * @param variation size, colour
     * @param quantity pieces
     * @param payment whether the carrier collects cash
     * @param shop name of the shop
     * @param categories as written
     * @param tags as written
     * @param invoice invoice number
     * @param shopOrderId the shop's own id of the order
     * @param shopOrderNumber the shop's own number of the order
     */
    public record Goods(
            String product,
            String sku,
            String variation,
            OptionalLong quantity,
            Payment payment,
            String shop,
            String categories,
            String tags,
            String invoice,
            String shopOrderId,
            String shopOrderNumber) {}

    /** How the customer pays. */
    public enum Payment {
        /** In cash at the door (contraentrega, con recaudo). */
        COD,
        /** Already paid (sin recaudo). */
        PREPAID,
        /** Not told, or in words that are not known. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return "DropiRow[order=" + orderId + ", guide=" + guide + ", status=" + status + ", carrier=" + carrier + "]";
    }
}
