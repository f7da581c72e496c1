package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail.
 *
 * @param port 1 to 65535
 * @param security how the way to it is kept secret
 * @param user empty for a server that wants no login
 * @param password of the user
 * @param from whom mail is from: {@code tienda@example.com} or {@code Mi tienda <tienda@example.com>}
 * @param timeout for the connection, and again for each answer
 */
public record MailServer(
        String host, int port, Security security, String user, String password, String from, Duration timeout) {
    private static final int REFUSED_FOR_GOOD = 500;
    private static final int PUT_OFF = 400;

    public MailServer {
        if (host.isEmpty() || from.isEmpty()) {
            throw new IllegalArgumentException("a server for mail wants a host and a sender, are '" + host + "' and '"
                    + from + "'. Maybe set channel.email.host and channel.email.from.");
        }
    }

    /** How the way to a server is kept secret. */
    public enum Security {
        /** Not at all: for a server on this machine. */
        NONE,
        /** A connection in the clear that is made secret before anything is said; refused where the server cannot. */
        STARTTLS,
        /** Secret from the first byte. */
        TLS
    }

    /** True if mail can be from {@code told}. */
    public static boolean isAddress(String told) {
        try {
            InternetAddress address = new InternetAddress(told.strip(), true);
            address.validate();
            return address.getAddress().contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    /** As Jakarta Mail wants it. */
    Properties properties() {
        String millis = Long.toString(timeout.toMillis());
        Properties p = new Properties();
        p.setProperty("mail.transport.protocol", "smtp");
        p.setProperty("mail.smtp.connectiontimeout", millis);
        p.setProperty("mail.smtp.timeout", millis);
        p.setProperty("mail.smtp.writetimeout", millis);
        p.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        p.setProperty("mail.smtp.quitwait", "false");
        p.setProperty("mail.smtp.allow8bitmime", "true");
        p.setProperty("mail.mime.allowutf8", "false");
        switch (security) {
            case NONE -> {}
            case STARTTLS -> {
                p.setProperty("mail.smtp.starttls.enable", "true");
                p.setProperty("mail.smtp.starttls.required", "true");
                p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                p.setProperty("mail.smtp.ssl.enable", "true");
                p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        return p;
    }

    @Nullable
    String userOrNull() {
        return user.isEmpty() ? null : user;
    }

    @Nullable
    String passwordOrNull() {
        return user.isEmpty() ? null : password;
    }

    /** What it means that a message was not taken. */
    static Channel.Result meaning(MessagingException refusal) {
        int code = 0;
        for (Exception e = refusal; e instanceof MessagingException m; e = m.getNextException()) {
            code = Math.max(code, code(m));
        }
        if (code >= REFUSED_FOR_GOOD) {
            return Channel.Result.FAILED;
        }
        // No answer at all: the connection broke, and nobody knows after which byte.
        return code >= PUT_OFF ? Channel.Result.RETRY : Channel.Result.UNCLEAR;
    }

    private static int code(MessagingException e) {
        return switch (e) {
            case SMTPAddressFailedException a -> a.getReturnCode();
            case SMTPSenderFailedException s -> s.getReturnCode();
            case SMTPSendFailedException s -> s.getReturnCode();
            default -> 0;
        };
    }

    /** Hides who logs in. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
