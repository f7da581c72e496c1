package co.litper.cerebro.server.message;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The texts of messages, every version of each, in a file of lines of JSON that only grows. Whenever a text is wanted, what the file
 * grew by since is read, which is nothing as a rule, so that what is saved holds for the next message. Thread-safe; one process
 * writes.
 */
public final class MessageTemplates {
    /** The file in the data folder. */
    public static final String FILE_NAME = "templates.ndjson";

    /** Versions kept, of all texts together: 4 MB at the most. Beyond that nothing is saved. */
    private static final int MOST_VERSIONS = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Action, String> STANDARD = Map.of(
            Action.NOTIFY_CUSTOMER,
            "Hola {nombre}, le escribimos por su pedido. La guía {guia} va en camino; si no puede recibirla, respóndanos por aquí.",
            Action.ASK_ADDRESS,
            "Hola {nombre}, la transportadora no encontró su dirección para la guía {guia}. ¿Nos confirma dirección, barrio y un punto de referencia?",
            Action.ASK_TIME,
            "Hola {nombre}, pasaron con la guía {guia} y no había quién recibiera. ¿Qué día y a qué hora la puede recibir?",
            Action.ASK_CASH,
            "Hola {nombre}, la guía {guia} se paga al recibir. ¿Puede tener el dinero listo mañana para volver a llevarla?");

    private final Path file;
    private final List<Version> read = new ArrayList<>();
    /** Bytes of the file that {@link #read} tells of: whole lines. */
    private long readBytes;

    /**
     * A version of a text.
     *
     * @param by the actor who wrote it; empty for the standard one
     * @param at when; the epoch for the standard one
     */
    public record Version(Action action, String text, String by, Instant at) {
        /** True if nobody wrote it. */
        public boolean isStandard() {
            return by.isEmpty();
        }
    }

    /** The texts of the installation in {@code folder}. */
    public MessageTemplates(Path folder) {
        this.file = folder.resolve(FILE_NAME);
    }

    /** True if the action is a message in words. */
    public static boolean isWords(Action action) {
        return STANDARD.containsKey(action);
    }

    /** The actions that are messages in words, in their order. */
    public static List<Action> actions() {
        return STANDARD.keySet().stream().sorted().toList();
    }

    /** Every version of an action's text, the standard one first, the one in force last. */
    public synchronized List<Version> versions(Action action) {
        List<Version> versions = new ArrayList<>();
        versions.add(new Version(action, STANDARD.getOrDefault(action, ""), "", Instant.EPOCH));
        all().stream().filter(version -> version.action() == action).forEach(versions::add);
        return versions;
    }

    private List<Version> all() {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = in.size();
            if (size < readBytes) {
                // Another file took its place: an older one was restored.
                read.clear();
                readBytes = 0;
            }
            if (size > readBytes) {
                readOn(in, size);
            }
            return read;
        } catch (NoSuchFileException e) {
            read.clear();
            readBytes = 0;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void readOn(FileChannel in, long size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size - readBytes));
        while (bytes.hasRemaining() && in.read(bytes, readBytes + bytes.position()) >= 0) {}
        int end = bytes.position();
        // What follows the last end of a line is not written yet.
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        for (String line : new String(bytes.array(), 0, end, StandardCharsets.UTF_8).split("\n", -1)) {
            read(line).ifPresent(read::add);
        }
        readBytes += end;
    }

    /** A line that was cut off by a crash, or that a later release wrote, is no version. */
    private static Optional<Version> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Action action = Action.ofWire(json.path("action").asText());
            String text = json.path("text").asText();
            if (action == null || !MessageText.check(text).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Version(
                    action,
                    text,
                    json.path("by").asText(),
                    Instant.ofEpochMilli(json.path("atMs").asLong())));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Puts a text in force; durable on return.
     *
     * @return everything that is wrong with it, and then nothing was saved
     * @throws IllegalArgumentException if the action is no message in words
     * @throws IllegalStateException if there is no room for another version
     */
    public synchronized List<MessageText.Problem> save(Action action, String text, String by, Instant at) {
        if (!isWords(action)) {
            throw new IllegalArgumentException(action + " is no message in words, those are " + actions());
        }
        String told = text.replace("\r\n", "\n").strip();
        List<MessageText.Problem> problems = MessageText.check(told);
        if (problems.isEmpty()) {
            if (all().size() >= MOST_VERSIONS) {
                throw new IllegalStateException(file + " holds " + MOST_VERSIONS
                        + " versions, no more are kept. Maybe move it away and save the texts that are in use.");
            }
            append(JSON.createObjectNode()
                    .put("action", action.wire())
                    .put("text", told)
                    .put("by", by)
                    .put("atMs", at.toEpochMilli())
                    .toString());
        }
        return problems;
    }

    private void append(String line) {
        // The line before may have been cut off: an empty line between does no harm.
        ByteBuffer bytes = ByteBuffer.wrap(("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /**
     * What to say to a customer, or empty if the action is no message in words.
     *
     * @param shop what a merchant is called
     */
    public Optional<String> write(Dispatch dispatch, Person person, Function<MerchantId, String> shop) {
        return isWords(dispatch.action())
                ? Optional.of(MessageText.fill(
                        versions(dispatch.action()).getLast().text(), MessageValues.of(dispatch, person, shop)))
                : Optional.empty();
    }

    /** A line of one's own with the places filled in, such as the subject of an e-mail. */
    public static String line(String text, Dispatch dispatch, Person person, Function<MerchantId, String> shop) {
        return MessageText.fill(text, MessageValues.of(dispatch, person, shop));
    }
}
