package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.DataContract;
import co.litper.cerebro.log.DataContracts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Describes an installation's topics for programs: an AsyncAPI 3.0 document, made of the topics as they are created and of
 * the data contracts that the way in checks. Pure.
 */
public final class AsyncApi {
    private static final String JSON_SCHEMA = "application/schema+json;version=draft-2020-12";
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of("id", "source", "subject", "merchantid");
    private static final List<String> TIMES = List.of("time", "recordedat");

    private AsyncApi() {}

    /** The document, indented by two, with a line break at its end. */
    public static String document(Topics topics) {
        ObjectNode root = JSON.createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Cerebro on Kafka")
                .put("version", "1.0.0")
                .put("description", "Topics of an installation whose prefix is '" + topics.prefix() + "'.");
        root.put("defaultContentType", CLOUD_EVENT);
        ObjectNode channels = root.putObject("channels");
        topics.all().forEach(topic -> channel(channels.putObject(channel(topics, topic.name())), topics, topic));
        operations(root.putObject("operations"));
        ObjectNode messages = root.putObject("components").putObject("messages");
        DataContracts.all().forEach(contract -> message(messages, contract));
        outboxMessages(messages);
        dilemmaMessage(messages);
        messages.putObject("snapshot")
                .put("summary", "A learner's memory under its version, 8 bytes big-endian as key.")
                .put("contentType", "application/octet-stream");
        messages.putObject("attempt")
                .put("summary", "How far an effect has come, a word; the effect, 8 bytes big-endian, as key.")
                .put("contentType", "text/plain");
        return written(root);
    }

    private static String channel(Topics topics, String name) {
        return name.substring(topics.prefix().length() + 1);
    }

    private static void channel(ObjectNode channel, Topics topics, NewTopic topic) {
        channel.put("address", topic.name());
        channel.put("description", description(topics, topic.name()));
        ObjectNode messages = channel.putObject("messages");
        if (topic.name().equals(topics.outbox())) {
            refer(messages, OutboxRecord.DISPATCHED);
            refer(messages, OutboxRecord.WITHDRAWN);
        } else if (topic.name().equals(topics.snapshots())) {
            refer(messages, "snapshot");
        } else if (topic.name().equals(topics.attempts())) {
            refer(messages, "attempt");
        } else if (topic.name().equals(topics.dilemmas())) {
            refer(messages, DilemmaRecord.RAISED);
        } else {
            DataContracts.all()
                    .forEach(contract -> refer(messages, contract.type().wire()));
        }
        ObjectNode binding = channel.putObject("bindings").putObject("kafka");
        binding.put("topic", topic.name())
                .put("partitions", topic.numPartitions())
                .put("bindingVersion", "0.5.0");
        ObjectNode settings = binding.putObject("topicConfiguration");
        topic.configs().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(s -> {
            switch (s.getKey()) {
                case "cleanup.policy" -> settings.putArray(s.getKey()).add(s.getValue());
                case "retention.ms", "max.message.bytes" -> settings.put(s.getKey(), Long.parseLong(s.getValue()));
                case String other -> {}
            }
        });
    }

    private static String description(Topics topics, String name) {
        if (name.equals(topics.events())) {
            return "Events on their way in. Key: the merchant, in UTF-8.";
        }
        if (name.equals(topics.journal())) {
            return "Events that were met, in order; headers " + JournalRecord.POSITION + " (8 bytes, big-endian) and "
                    + JournalRecord.FACTS + " (the receipt). Read committed.";
        }
        if (name.equals(topics.outbox())) {
            return "Effects on their way out. Key: the effect, 8 bytes, big-endian. Read committed.";
        }
        if (name.equals(topics.deadLetters())) {
            return "What could not be met, as it came; header " + ShardProcessor.REASON + " says why.";
        }
        if (name.equals(topics.attempts())) {
            return "What those who carry effects out have begun and finished. Read committed.";
        }
        if (name.equals(topics.dilemmas())) {
            return "What is put to whoever thinks slowly. Key: the decision, 8 bytes, big-endian. Read committed.";
        }
        return "What was learned; header " + ReadThrough.HEADER
                + " tells how far each journal had been read for it (the"
                + " position of the next entry, 8 bytes, big-endian, shard after shard). Read committed.";
    }

    private static void refer(ObjectNode messages, String name) {
        messages.putObject(name).put("$ref", "#/components/messages/" + name);
    }

    private static void operations(ObjectNode operations) {
        operation(operations, "takeEvents", "receive", "events");
        operation(operations, "keepJournal", "send", "journal");
        operation(operations, "handOverEffects", "send", "outbox");
        operation(operations, "noteAttempts", "send", "attempts");
        operation(operations, "refuse", "send", "dead-letters");
        operation(operations, "ask", "send", "dilemmas");
        operation(operations, "takeSnapshots", "receive", "snapshots");
    }

    private static void operation(ObjectNode operations, String name, String action, String channel) {
        operations.putObject(name).put("action", action).putObject("channel").put("$ref", "#/channels/" + channel);
    }

    private static void message(ObjectNode messages, DataContract contract) {
        ObjectNode message = cloudEvent(messages, contract.type().wire(), contract.description());
        ObjectNode schema = (ObjectNode) message.get("payload").get("schema");
        schema.putArray("required").add("specversion").add("type").add("data");
        TEXTS.forEach(schema.withArray("required")::add);
        TIMES.forEach(schema.withArray("required")::add);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        TEXTS.forEach(name -> properties.putObject(name).put("type", "string").put("minLength", 1));
        TIMES.forEach(name -> properties.putObject(name).put("type", "string").put("format", "date-time"));
        try {
            properties.set("data", JSON.readTree(contract.schema()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the contract of " + contract.type().wire() + " is no JSON", e);
        }
    }

    private static ObjectNode cloudEvent(ObjectNode messages, String type, String summary) {
        ObjectNode message = messages.putObject(type);
        message.put("summary", summary).put("contentType", CLOUD_EVENT);
        ObjectNode schema =
                message.putObject("payload").put("schemaFormat", JSON_SCHEMA).putObject("schema");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        properties.putObject("type").put("const", type);
        return message;
    }

    private static void outboxMessages(ObjectNode messages) {
        ObjectNode withdrawn =
                data(cloudEvent(messages, OutboxRecord.WITHDRAWN, "An effect is not to be carried out any more."));
        withdrawn.putObject("effectId").put("type", "integer");
        ObjectNode dispatched = data(cloudEvent(messages, OutboxRecord.DISPATCHED, "An effect may be carried out."));
        dispatched.putObject("effectId").put("type", "integer");
        for (String name : List.of("customer", "action", "target", "number", "carrier", "destination")) {
            dispatched.putObject(name).put("type", "string");
        }
        dispatched.putObject("valueCop").put("type", "integer");
        dispatched.putObject("promised").put("type", "string").put("format", "date-time");
        dispatched.putObject("deadline").put("type", "string").put("format", "date-time");
    }

    private static void dilemmaMessage(ObjectNode messages) {
        ObjectNode data = data(cloudEvent(
                messages, DilemmaRecord.RAISED, "A decision is to be thought about; its answer is thought.returned."));
        for (String name : List.of("decisionId", "homeKey", "valueCop", "stakeCop")) {
            data.putObject(name).put("type", "integer");
        }
        for (String name : List.of("carrier", "city", "standing")) {
            data.putObject(name).put("type", "string");
        }
        data.putObject("cod").put("type", "boolean");
        for (String name : List.of("stage", "customer", "forecast")) {
            data.putObject(name).put("type", "object");
        }
        data.putObject("options").put("type", "array").putObject("items").put("type", "object");
    }

    private static ObjectNode data(ObjectNode message) {
        ObjectNode schema = (ObjectNode) message.get("payload").get("schema");
        schema.putArray("required").add("specversion").add("type").add("data");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        return properties.putObject("data").put("type", "object").putObject("properties");
    }

    private static String written(ObjectNode root) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree is always written", e);
        }
    }
}
