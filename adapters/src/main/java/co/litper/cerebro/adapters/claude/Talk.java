package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import com.anthropic.client.AnthropicClient;
import com.anthropic.core.RequestOptions;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ToolChoiceAny;
import com.anthropic.models.messages.ToolChoiceTool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thought: calls to the service until it decides or something is wrong. Used once, by one thread. */
final class Talk {
    /** Look-ups of one thought; there are four places to look. */
    static final int MOST_LOOK_UPS = 3;

    /** Tokens of one answer: a tool call has some sixty. */
    private static final int MOST_OUTPUT = 400;

    /** Spanish has some four; a budget reckons with more tokens than there are. */
    private static final int CHARACTERS_PER_TOKEN = 2;

    private final Dilemma dilemma;
    private final ClaudeModel model;
    private final ClaudeOptions options;
    private final Prompt prompt;
    private final Evidence evidence;
    private final Budget budget;
    private final Clock clock;
    private final AnthropicClient client;
    private final Instant deadline;
    private int characters = Prompt.SYSTEM.length() + Tools.CHARACTERS;
    private TokenUse used = TokenUse.NONE;

    /** How a thought ended. */
    record Ended(ThoughtEnd end, Action action, double confidence) {
        static Ended without(ThoughtEnd end) {
            return new Ended(end, Action.NONE, 0);
        }
    }

    Talk(
            Dilemma dilemma,
            ClaudeModel model,
            ClaudeOptions options,
            Prompt prompt,
            Evidence evidence,
            Budget budget,
            Clock clock,
            AnthropicClient client) {
        this.dilemma = dilemma;
        this.model = model;
        this.options = options;
        this.prompt = prompt;
        this.evidence = evidence;
        this.budget = budget;
        this.clock = clock;
        this.client = client;
        this.deadline = clock.now().plus(options.timeout());
    }

    /** Talks to the end. Throws what the SDK throws. */
    Ended run() {
        String about = prompt.about(dilemma);
        characters += about.length();
        MessageCreateParams.Builder talk = begin(about);
        for (int round = 0; round <= MOST_LOOK_UPS; round++) {
            if (!clock.now().isBefore(deadline)) {
                return Ended.without(ThoughtEnd.TIMED_OUT);
            }
            choose(talk, round == MOST_LOOK_UPS);
            Optional<Message> answer = ask(talk.build());
            if (answer.isEmpty()) {
                return Ended.without(ThoughtEnd.OVER_BUDGET);
            }
            Message message = answer.get();
            if (message.stopReason().filter(StopReason.REFUSAL::equals).isPresent()) {
                return Ended.without(ThoughtEnd.REFUSED);
            }
            Optional<ToolUseBlock> call = onlyCall(message);
            if (call.isEmpty()) {
                return Ended.without(ThoughtEnd.MALFORMED);
            }
            Optional<Evidence.Kind> source =
                    call.get().name().equals(Tools.LOOK_UP) ? Tools.source(call.get()) : Optional.empty();
            if (source.isEmpty()) {
                return decided(call.get());
            }
            goOn(talk, message, call.get(), source.get());
        }
        return Ended.without(ThoughtEnd.MALFORMED);
    }

    private MessageCreateParams.Builder begin(String about) {
        return MessageCreateParams.builder()
                .model(model.name())
                .maxTokens(MOST_OUTPUT)
                .systemOfTextBlockParams(List.of(TextBlockParam.builder()
                        .text(Prompt.SYSTEM)
                        .cacheControl(CacheControlEphemeral.builder().build())
                        .build()))
                .addTool(Tools.lookUp())
                .addTool(Tools.decide(dilemma))
                .addUserMessage(about);
    }

    /** Any tool while it may look things up; in the last round it must decide. */
    private static void choose(MessageCreateParams.Builder talk, boolean last) {
        if (last) {
            talk.toolChoice(ToolChoiceTool.builder()
                    .name(Tools.DECIDE)
                    .disableParallelToolUse(true)
                    .build());
        } else {
            talk.toolChoice(ToolChoiceAny.builder().disableParallelToolUse(true).build());
        }
    }

    /** One call, paid for; empty if the budget does not reach. */
    private Optional<Message> ask(MessageCreateParams params) {
        TokenUse most = new TokenUse(0, characters / CHARACTERS_PER_TOKEN, 0, MOST_OUTPUT);
        long mostCop = options.cop(model, most);
        if (!budget.hold(most.all(), mostCop)) {
            return Optional.empty();
        }
        // A call that breaks off may have been paid for; one that was refused was not.
        TokenUse cost = most;
        try {
            Duration left = Duration.between(clock.now(), deadline);
            Message message = client.messages()
                    .create(params, RequestOptions.builder().timeout(left).build());
            cost = TokenUse.of(message.usage());
            used = used.plus(cost);
            return Optional.of(message);
        } catch (AnthropicServiceException refused) {
            cost = TokenUse.NONE;
            throw refused;
        } finally {
            budget.settle(most.all(), mostCop, cost.all(), options.cop(model, cost));
        }
    }

    /** The one tool call of an answer, or empty if there is none or several, or it was cut off. */
    private static Optional<ToolUseBlock> onlyCall(Message message) {
        if (message.stopReason().filter(StopReason.TOOL_USE::equals).isEmpty()) {
            return Optional.empty();
        }
        List<ToolUseBlock> calls = message.content().stream()
                .filter(ContentBlock::isToolUse)
                .map(ContentBlock::asToolUse)
                .toList();
        return calls.size() == 1 ? Optional.of(calls.getFirst()) : Optional.empty();
    }

    private Ended decided(ToolUseBlock call) {
        return Optional.of(call)
                .filter(c -> c.name().equals(Tools.DECIDE))
                .flatMap(c -> Tools.decided(c, dilemma))
                .map(d -> new Ended(ThoughtEnd.ADVISED, d.action(), d.confidence()))
                .orElse(Ended.without(ThoughtEnd.MALFORMED));
    }

    private void goOn(MessageCreateParams.Builder talk, Message message, ToolUseBlock call, Evidence.Kind source) {
        String told = prompt.found(evidence.lookUp(source, dilemma));
        characters += told.length() + MOST_OUTPUT * CHARACTERS_PER_TOKEN;
        talk.addMessage(message)
                .addMessage(MessageParam.ofUserOfContentBlockParams(
                        List.of(ContentBlockParam.ofToolResult(ToolResultBlockParam.builder()
                                .toolUseId(call.id())
                                .content(told)
                                .build()))));
    }

    /** What the calls so far took. */
    TokenUse used() {
        return used;
    }
}
