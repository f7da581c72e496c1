package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.server.config.SettingsSync;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.think.SettingKey;
import java.util.concurrent.ExecutionException;

/** Changes settings on which decisions depend, as events of the log. Thread-safe. */
public final class Controls {
    private final Desk desk;

    public Controls(Desk desk) {
        this.desk = desk;
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
        boolean fixed = desk.configuration().isGiven(key)
                && !desk.configuration().get(key).equals(value);
        if (fixed && !value.equals("true")) {
            throw ApiProblem.of(
                    Code.HELD_BY_CONFIGURATION,
                    key + " = " + desk.configuration().get(key)
                            + " stands in the configuration and would come back. Maybe change it there.");
        }
        set(key, value, call);
        if (!key.startsWith("pause.")) {
            set(SettingsSync.PERSON + key, value, call);
        }
    }

    private void set(String key, String value, Call call) throws InterruptedException, ExecutionException {
        desk.installation()
                .submitOwn(
                        "setting-" + key + "-" + call.id(),
                        Subjects.SYSTEM,
                        new ConfigurationChanged(key, value, call.caller().actor()))
                .get();
    }
}
