package co.litper.cerebro.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.cli.CommandContribution;
import co.litper.cerebro.server.cli.CommandLineFace;
import co.litper.cerebro.server.cli.Invocation;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds what is in {@code deploy/} to what a node needs and what an operator may expect. */
class DeployTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    /** How long a node may take to commit and to hand over its shards. */
    private static final int STOPS_WITHIN_S = 30;

    private final YAMLMapper yaml = new YAMLMapper();

    private Map<String, JsonNode> manifests(String file) throws IOException {
        Map<String, JsonNode> byKind = new HashMap<>();
        try (var documents = yaml.readerFor(JsonNode.class)
                .<JsonNode>readValues(DEPLOY.resolve("kubernetes").resolve(file).toFile())) {
            documents.forEachRemaining(
                    document -> byKind.put(document.path("kind").asText(), document));
        }
        return byKind;
    }

    private JsonNode manifest(String kind) throws IOException {
        return manifest("node.yaml", kind);
    }

    private JsonNode manifest(String file, String kind) throws IOException {
        return Objects.requireNonNull(manifests(file).get(kind), kind);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** {@code arguments} are a command and options that its help tells of. */
    private static void requireKnown(String command, List<String> arguments) {
        assertThat(arguments.getFirst()).isEqualTo(command);
        Set<String> known =
                OPTION.matcher(help(command)).results().map(MatchResult::group).collect(Collectors.toSet());
        assertThat(known).contains("--brokers");
        assertThat(arguments).contains("--brokers");
        assertThat(arguments.stream().filter(a -> a.startsWith("--"))).isSubsetOf(known);
    }

    private static String help(String command) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        CommandLineFace.run(new Invocation(List.of(command, "--help"), Map.of(), out, out, false, Clock.system()));
        return said.toString();
    }

    @Test
    void podsOfNodesAreProbedLimitedAndMayDoNothingElse() throws IOException {
        JsonNode set = manifest("StatefulSet");
        JsonNode pod = set.at("/spec/template/spec");
        JsonNode node = pod.at("/containers/0");
        requireKnown("node", texts(node.path("args")));

        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(STOPS_WITHIN_S);
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(node.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(node.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(texts(node.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(node.at("/resources/requests"))
                .as("a node that is starved is taken for dead")
                .isEqualTo(node.at("/resources/limits"))
                .isNotEmpty();
        assertThat(node.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(node.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(node.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        List<String> writable = new ArrayList<>();
        node.path("volumeMounts")
                .forEach(mount -> writable.add(mount.path("mountPath").asText()));
        assertThat(writable).containsExactlyInAnyOrder("/var/lib/cerebro", "/tmp");
    }

    @Test
    void budgetAndServiceAreForThePodsThatThereAre() throws IOException {
        JsonNode labels = manifest("StatefulSet").at("/spec/template/metadata/labels");

        assertThat(labels).isNotEmpty();
        assertThat(manifest("StatefulSet").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(manifest("PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(manifest("PodDisruptionBudget").at("/spec/maxUnavailable").asInt())
                .as("one standby bears one loss")
                .isEqualTo(1);
        assertThat(manifest("Service").at("/spec/selector")).isEqualTo(labels);
    }

    @Test
    void aGatewayIsProbedLimitedAndHasItsPasswordFromASecret() throws IOException {
        JsonNode set = manifest("gateway.yaml", "StatefulSet");
        JsonNode pod = set.at("/spec/template/spec");
        JsonNode gateway = pod.at("/containers/0");
        requireKnown("gateway", texts(gateway.path("args")));

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(gateway.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(texts(gateway.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(gateway.at("/resources/limits")).isNotEmpty();
        assertThat(gateway.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(gateway.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        assertThat(gateway.at("/env/0/name").asText()).isEqualTo("CEREBRO_POSTGRES_PASSWORD");
        assertThat(gateway.at("/env/0/valueFrom/secretKeyRef/name").asText()).isNotEmpty();
        JsonNode labels = set.at("/spec/template/metadata/labels");
        assertThat(manifest("gateway.yaml", "Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(manifest("gateway.yaml", "PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
    }

    @Test
    void composeHasABrokerAsNodesWantItAndNodesThatStopInTime() throws IOException {
        JsonNode services =
                yaml.readTree(DEPLOY.resolve("compose.yaml").toFile()).path("services");
        JsonNode node = services.path("node");
        requireKnown("node", texts(node.path("command")));
        requireKnown("gateway", texts(services.at("/gateway/command")));

        assertThat(Path.of(node.at("/build/dockerfile").asText())).isEqualTo(Path.of("deploy", "Dockerfile"));
        assertThat(node.path("stop_grace_period").asText()).isEqualTo("40s");
        assertThat(node.at("/deploy/resources/limits")).isNotEmpty();
        assertThat(services.at("/kafka/environment/KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS")
                        .asInt())
                .isEqualTo(1_000);
        assertThat(services.at("/kafka/environment/KAFKA_AUTO_CREATE_TOPICS_ENABLE")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void theImageRunsTheCommandAsNobodyInParticular() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Dockerfile"));

        assertThat(lines).anyMatch(line -> line.matches("FROM eclipse-temurin:25-jre.*"));
        assertThat(lines).anyMatch(line -> line.matches("USER [1-9]\\d*"));
        assertThat(String.join(" ", lines)).contains("co.litper.cerebro.server.Main", "\"node\"");
        assertThat(ServiceLoader.load(CommandContribution.class)).hasSizeGreaterThanOrEqualTo(4);
    }
}
