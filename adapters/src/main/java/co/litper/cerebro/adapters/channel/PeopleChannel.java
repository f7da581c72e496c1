package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.vault.Vault;

/** A channel that reaches a person, and so must look them up. */
public interface PeopleChannel extends Channel {
    /** Where people are looked up; told once, before the first effect leaves. */
    void reachBy(Vault vault);
}
