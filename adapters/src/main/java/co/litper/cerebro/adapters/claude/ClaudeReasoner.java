package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.Sleeper;
import com.anthropic.errors.AnthropicException;
import java.util.Optional;

/**
 * Thinks with Claude. Thread-safe.
 *
 * <p>A thought is a short talk: the model looks up what it wants, at most {@value Talk#MOST_LOOK_UPS} times, and decides. It
 * ends within {@link ClaudeOptions#timeout()} and a little, whatever the service does. Not sent at all if the budget is spent
 * or the service failed lately.
 */
public final class ClaudeReasoner implements Reasoner {
    private final ClaudeOptions options;
    private final Evidence evidence;
    private final Clock clock;
    private final Budget budget;
    private final Breaker breaker;
    private final Prompt prompt = new Prompt();
    private final AnthropicClient client;

    /** A reasoner that looks things up in {@code evidence}. */
    public ClaudeReasoner(ClaudeOptions options, Evidence evidence, Clock clock) {
        this(options, evidence, clock, Optional.empty());
    }

    /** @param sleeper waits between retries, for those who would not */
    ClaudeReasoner(ClaudeOptions options, Evidence evidence, Clock clock, Optional<Sleeper> sleeper) {
        this.options = options;
        this.evidence = evidence;
        this.clock = clock;
        this.budget = new Budget(options.budget(), clock);
        this.breaker = new Breaker(clock);
        AnthropicOkHttpClient.Builder builder = AnthropicOkHttpClient.builder()
                .baseUrl(options.baseUrl().toString())
                .apiKey(options.apiKey())
                .maxRetries(options.retries())
                .timeout(options.timeout());
        sleeper.ifPresent(builder::sleeper);
        this.client = builder.build();
    }

    @Override
    public Thought think(Dilemma dilemma) {
        if (!breaker.lets()) {
            return Thought.unsent(ThoughtEnd.HELD_BACK);
        }
        ClaudeModel model = options.modelFor(dilemma.stakeCop());
        Talk talk = new Talk(dilemma, model, options, prompt, evidence, budget, clock, client);
        try {
            Talk.Ended ended = talk.run();
            if (ended.end() != ThoughtEnd.OVER_BUDGET) {
                breaker.succeeded();
            }
            return thought(ended, model, talk.used());
        } catch (AnthropicException e) {
            ThoughtEnd end = Failures.of(e);
            if (end != ThoughtEnd.MALFORMED) {
                breaker.failed();
            }
            return thought(new Talk.Ended(end, Action.NONE, 0), model, talk.used());
        }
    }

    private Thought thought(Talk.Ended ended, ClaudeModel model, TokenUse used) {
        boolean sent = used.all() > 0;
        return new Thought(
                ended.end(),
                ended.action(),
                ended.confidence(),
                sent ? model.name() : Thought.NO_MODEL,
                used.input(),
                used.output(),
                options.cop(model, used));
    }

    @Override
    public void close() {
        client.close();
    }
}
