package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.world.Clock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages in words to customers by e-mail: one plain text in UTF-8 a message, to one customer, by a server that speaks SMTP.
 *
 * <p>What the server accepted is done; what it refuses for good (5xx: the address, the sender, the words) has failed; what it puts
 * off (4xx), a server that cannot be reached and a login that it refuses are tried again. A connection that breaks once the words
 * may have left leaves it open whether they arrive: SMTP knows no repeats, so a person is told. The header {@code Message-ID}
 * holds the effect's key. A customer who was erased, has no address that can be written to, or for whose action there are no words,
 * is refused for good. Waits at most {@code timeout} for each answer of the server, of which a message wants some eight.
 */
public final class EmailChannel implements PeopleChannel {
    private final MailServer server;
    private final MessageWriter subject;
    private final MessageWriter words;
    private final Clock clock;
    private final Session session;
    private volatile @Nullable Vault vault;

    /**
     * A channel by {@code server}.
     *
     * @param subject what stands in the line of the subject
     * @param words what stands below it
     */
    public EmailChannel(MailServer server, MessageWriter subject, MessageWriter words, Clock clock) {
        this.server = server;
        this.subject = subject;
        this.words = words;
        this.clock = clock;
        this.session = Session.getInstance(server.properties());
    }

    @Override
    public void reachBy(Vault people) {
        this.vault = people;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public boolean deduplicates() {
        return false;
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
                    .filter(found -> !found.email().isEmpty());
        } catch (StoreException e) {
            // The database of people is away, and nothing has left yet.
            return Result.RETRY;
        }
        Optional<String> text = person.flatMap(found -> words.write(dispatch, found));
        if (person.isEmpty() || text.isEmpty()) {
            return Result.FAILED;
        }
        try {
            return post(message(dispatch, person.get(), text.get()));
        } catch (MessagingException e) {
            // The address cannot be written to, or the words cannot be put into a message.
            return Result.FAILED;
        }
    }

    private MimeMessage message(Dispatch dispatch, Person person, String text) throws MessagingException {
        MimeMessage message = new Keyed(session, "<" + dispatch.idempotencyKey() + "@" + domain(server.from()) + ">");
        message.setFrom(address(server.from()));
        message.setRecipient(Message.RecipientType.TO, address(person.email()));
        message.setSubject(oneLine(subject.write(dispatch, person).orElse("")), StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.now()));
        // No answering machine need answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(String told) throws AddressException {
        // Strictly: one address and nothing else, so that nobody becomes two by what stands in their field.
        InternetAddress address = new InternetAddress(told.strip(), true);
        address.validate();
        return address;
    }

    private static String domain(String from) {
        return from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private Result post(MimeMessage message) {
        try (Transport transport = session.getTransport()) {
            try {
                transport.connect(server.host(), server.port(), server.userOrNull(), server.passwordOrNull());
            } catch (MessagingException e) {
                return Result.RETRY;
            }
            transport.sendMessage(message, message.getAllRecipients());
            return Result.DONE;
        } catch (MessagingException e) {
            return MailServer.meaning(e);
        }
    }

    /** A message under an id of ours. */
    private static final class Keyed extends MimeMessage {
        private final String id;

        Keyed(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** Hides who logs in. */
    @Override
    public String toString() {
        return "EmailChannel[" + server.host() + ":" + server.port() + "]";
    }
}
