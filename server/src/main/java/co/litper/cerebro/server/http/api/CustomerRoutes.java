package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Keys;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.server.Erasing;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Customers: what is known of their orders for everyone, who they are for operators, forgetting them for admins. */
final class CustomerRoutes {
    private static final int BODY_BYTES = 1_024;
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Archives archives;
    private final Vault vault;
    private final Erasing erasing;

    CustomerRoutes(Archives archives, Vault vault, Erasing erasing) {
        this.archives = archives;
        this.vault = vault;
        this.erasing = erasing;
    }

    List<Route> routes() {
        Doc one = Doc.of(
                        "getCustomer", "Customers", "A customer's history; name, phone and address for operators only.")
                .path("customer", "0123456789abcdef0123456789abcdef", "A reference of 32 hexadecimal digits.")
                .merchant()
                .gives(200, "Customer", "What is known.");
        Doc find = Doc.of("findCustomer", "Customers", "The reference of the customer with a phone, unless erased.")
                .merchant()
                .takes("PhoneQuery")
                .gives(200, "CustomerReference", "The reference; the customer need not be known.");
        Doc erase = Doc.of("eraseCustomer", "Customers", "Erases a customer's personal data. It cannot be undone.")
                .path("customer", "0123456789abcdef0123456789abcdef", "A reference of 32 hexadecimal digits.")
                .merchant()
                .gives(200, "Erasure", "The proof.");
        return List.of(
                Route.get("/api/v1/customers/{customer}", Role.VIEWER, one, this::one)
                        .with(Route.Trait.PERSONAL),
                Route.post("/api/v1/customers/lookup", Role.OPERATOR, find, this::find),
                Route.delete("/api/v1/customers/{customer}", Role.ADMIN, erase, this::erase));
    }

    private static PersonRef reference(Call call) {
        try {
            return new PersonRef(call.path("customer"));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.NOT_FOUND, "The merchant has no customer with this reference.");
    }

    private CustomerState history(MerchantId merchant, PersonRef ref) throws InterruptedException {
        CustomerState known =
                archives.of(merchant).state().ask(view -> view.state().customer(Keys.customer(merchant, ref)));
        if (known.orders() + known.delivered() + known.returned() + known.issues() == 0) {
            throw unknown();
        }
        return known;
    }

    private void one(Call call) throws InterruptedException {
        PersonRef ref = reference(call);
        CustomerState history = history(call.merchant(), ref);
        ObjectNode json = Json.object()
                .put("customer", ref.value())
                .put("orders", history.orders())
                .put("delivered", history.delivered())
                .put("returned", history.returned())
                .put("issues", history.issues())
                .put("erased", vault.isErased(ref));
        if (Double.isFinite(history.meanScore())) {
            json.put("meanScore", history.meanScore());
        }
        if (call.caller().may(Role.OPERATOR)) {
            vault.find(ref)
                    .ifPresent(p -> json.putObject("person")
                            .put("name", p.name())
                            .put("phone", p.phone())
                            .put("address", p.address())
                            .put("email", p.email()));
        }
        call.reply(200, json);
    }

    private void find(Call call) throws IOException {
        String digits = call.object(BODY_BYTES).path("phone").asText("").replaceAll("[^0-9]", "");
        String phone = digits.length() == 12 && digits.startsWith("57") ? digits.substring(2) : digits;
        if (phone.length() != 10) {
            throw ApiProblem.of(Code.BAD_BODY, "phone: must be a phone of Colombia, ten digits with or without +57");
        }
        PersonRef ref = vault.refer(call.merchant(), phone);
        if (vault.isErased(ref)) {
            throw ApiProblem.of(Code.NOT_FOUND, "The merchant has no customer with this phone.");
        }
        call.reply(200, Json.object().put("customer", ref.value()));
    }

    private void erase(Call call) throws InterruptedException {
        PersonRef ref = reference(call);
        history(call.merchant(), ref);
        Erasing.Proof proof = erased(call.merchant(), ref);
        call.reply(
                200,
                Json.object()
                        .put("customer", ref.value())
                        .put("erasedAt", proof.at().toString())
                        .put("found", proof.found())
                        .put("deadLettersPurged", proof.letters())
                        .put("memoriesErased", proof.memories())
                        .put("verifiedGone", proof.verified()));
    }

    private Erasing.Proof erased(MerchantId merchant, PersonRef ref) throws InterruptedException {
        try {
            return erasing.erase(merchant, ref, List.of());
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.LOCKED) {
                throw e;
            }
            throw ApiProblem.of(
                            Code.UNAVAILABLE,
                            "What was erased stays erased, but its bytes remain in the database while something still reads"
                                    + " them. Call again: it goes on from there.",
                            e)
                    .retryAfter(COME_AGAIN);
        }
    }
}
