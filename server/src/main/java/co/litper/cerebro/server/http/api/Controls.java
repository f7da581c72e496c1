package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.SettingsSync;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.util.concurrent.ExecutionException;

/** Changes settings on which decisions depend, as events of the log. Thread-safe. */
public final class Controls {
    /** Whose events settings are. */
    private static final String SOURCE = "/cerebro/host";

    private final WayIn in;
    private final Configuration configuration;
    private final Clock clock;

    /**
     * With what it needs.
     *
     * @param in where settings go
     * @param configuration that may hold a setting
     */
    public Controls(WayIn in, Configuration configuration, Clock clock) {
        this.in = in;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Puts a setting in force for decisions from now on; durable on return.
     *
     * @throws ApiProblem if the value is none of the key's, the caller may not see all merchants, or the configuration file says otherwise
     */
    public void change(Call call, String key, String value) throws InterruptedException, ExecutionException {
        call.requireAllMerchants();
        SettingKey.problem(key, value).ifPresent(problem -> {
            throw ApiProblem.of(Code.BAD_BODY, problem);
        });
        boolean fixed = configuration.isGiven(key) && !configuration.get(key).equals(value);
        if (fixed && !value.equals("true")) {
            throw ApiProblem.of(
                    Code.HELD_BY_CONFIGURATION,
                    key + " = " + configuration.get(key)
                            + " stands in the configuration and would come back. Maybe change it there.");
        }
        set(key, value, call);
        if (!key.startsWith("pause.")) {
            set(SettingsSync.PERSON + key, value, call);
        }
    }

    private void set(String key, String value, Call call) throws InterruptedException, ExecutionException {
        in.submit(Envelope.own(
                        "setting-" + key + "-" + call.id(),
                        SOURCE,
                        MerchantId.INSTALLATION,
                        Subjects.SYSTEM,
                        clock.now(),
                        new ConfigurationChanged(key, value, call.caller().actor())))
                .get();
    }
}
