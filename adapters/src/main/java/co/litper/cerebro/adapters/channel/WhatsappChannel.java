package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages in words to customers by a WhatsApp platform in the manner of Chatea Pro: a POST of JSON with the phone as {@code to}
 * ({@code +57} and ten digits), the words as {@code text}, and the effect's key, which also stands in the header
 * {@code Idempotency-Key}.
 *
 * <p>Answers mean what they mean to {@link WebhookChannel}. A customer who was erased, has no phone, or for whose action there are no
 * words, is refused for good. The body is personal data: it is written nowhere else.
 */
public final class WhatsappChannel implements PeopleChannel {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String COUNTRY = "+57";

    private final WebhookChannel.Target target;
    private final MessageWriter writer;
    private final Posting posting;
    private volatile @Nullable Vault vault;

    /** A channel to {@code target} with the words of {@code writer}. */
    public WhatsappChannel(WebhookChannel.Target target, MessageWriter writer) {
        this.target = target;
        this.writer = writer;
        this.posting = new Posting(target);
    }

    @Override
    public void reachBy(Vault people) {
        this.vault = people;
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public boolean deduplicates() {
        return target.deduplicates();
    }

    @Override
    public Result send(Dispatch dispatch) {
        Vault people = vault;
        if (people == null) {
            return Result.RETRY;
        }
        Optional<Person> person;
        try {
            person = people.find(dispatch.customer())
                    .filter(found -> !found.phone().isEmpty());
        } catch (StoreException e) {
            // The database of people is away, and nothing has left yet.
            return Result.RETRY;
        }
        return person.flatMap(found -> writer.write(dispatch, found).map(text -> body(dispatch, found, text)))
                .map(body -> posting.send(dispatch, body))
                .orElse(Result.FAILED);
    }

    private static String body(Dispatch dispatch, Person person, String text) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("key", dispatch.idempotencyKey());
            json.writeStringField("to", COUNTRY + person.phone());
            json.writeStringField("text", text);
            json.writeStringField("action", dispatch.action().wire());
            json.writeStringField("number", dispatch.number());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written", e);
        }
        return out.toString();
    }

    @Override
    public void close() {
        posting.close();
    }
}
