package co.litper.cerebro.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the Olist CSV files (kaggle.com/datasets/olistbr/brazilian-ecommerce) of a folder into orders by time of purchase. */
final class OlistFiles {
    private static final ZoneOffset AS_IF_BOGOTA = ZoneOffset.ofHours(-5);
    private static final double GRAMS_PER_KG = 1_000;
    private static final int ZIP_DIGITS = 5;
    private static final int ZIP_KEPT = 3;

    private OlistFiles() {}

    /** What the items of an order add up to. */
    private static final class Items {
        String seller = "";
        String category = "";
        double price;
        double freight;
        double weightKg;
    }

    /** Orders with items and an estimated date, by time of purchase, then by place in the file. */
    static List<OlistOrder> read(Path folder) {
        Map<String, String[]> customers = new HashMap<>();
        each(
                folder,
                "olist_customers_dataset.csv",
                r -> customers.put(
                        r.getField("customer_id"),
                        new String[] {r.getField("customer_state"), zip(r.getField("customer_zip_code_prefix"))}));
        Map<String, String> sellers = new HashMap<>();
        each(
                folder,
                "olist_sellers_dataset.csv",
                r -> sellers.put(r.getField("seller_id"), r.getField("seller_state")));
        Map<String, Items> items = items(folder);
        List<OlistOrder> orders = new ArrayList<>();
        each(folder, "olist_orders_dataset.csv", r -> {
            Items of = items.get(r.getField("order_id"));
            String[] customer = customers.get(r.getField("customer_id"));
            Instant purchased = time(r.getField("order_purchase_timestamp"));
            Instant estimated = time(r.getField("order_estimated_delivery_date"));
            if (of != null && customer != null && purchased != null && estimated != null) {
                orders.add(new OlistOrder(
                        orders.size(),
                        of.seller,
                        sellers.getOrDefault(of.seller, "??"),
                        customer[0],
                        customer[1],
                        of.category,
                        of.price,
                        of.freight,
                        of.weightKg,
                        purchased,
                        time(r.getField("order_delivered_carrier_date")),
                        time(r.getField("order_delivered_customer_date")),
                        estimated,
                        r.getField("order_status")));
            }
        });
        orders.sort(Comparator.comparing(OlistOrder::purchased).thenComparing(OlistOrder::id));
        return orders;
    }

    private static Map<String, Items> items(Path folder) {
        Map<String, String[]> products = new HashMap<>();
        each(
                folder,
                "olist_products_dataset.csv",
                r -> products.put(
                        r.getField("product_id"),
                        new String[] {r.getField("product_category_name"), r.getField("product_weight_g")}));
        Map<String, Items> items = new HashMap<>();
        each(folder, "olist_order_items_dataset.csv", r -> {
            Items of = items.computeIfAbsent(r.getField("order_id"), id -> new Items());
            String[] product = products.getOrDefault(r.getField("product_id"), new String[] {"", ""});
            if (of.seller.isEmpty()) {
                of.seller = r.getField("seller_id");
                of.category = product[0];
            }
            of.price += Double.parseDouble(r.getField("price"));
            of.freight += Double.parseDouble(r.getField("freight_value"));
            of.weightKg += product[1].isEmpty() ? Double.NaN : Double.parseDouble(product[1]) / GRAMS_PER_KG;
        });
        return items;
    }

    private static void each(Path folder, String name, Consumer<NamedCsvRecord> take) {
        Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw new BenchDataException(
                    "no data: " + file + " is not there. Maybe --data should name the folder with the Olist CSV files.",
                    null);
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(take);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty()
                ? null
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(AS_IF_BOGOTA);
    }

    private static String zip(String digits) {
        return "0"
                .repeat(Math.max(0, ZIP_DIGITS - digits.length()))
                .concat(digits)
                .substring(0, ZIP_KEPT);
    }
}
