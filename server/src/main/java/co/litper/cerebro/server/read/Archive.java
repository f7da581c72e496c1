package co.litper.cerebro.server.read;

import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.LiveState;
import co.litper.cerebro.vault.Vault;

/**
 * What is known of some merchants and can be asked: all of an installation of one process, or of one shard of a cluster.
 *
 * @param log what happened and was decided
 * @param state as the log has it, for questions about single keys
 * @param reads the tables that lists are read from
 * @param vault names and phones
 */
public record Archive(EventLog log, LiveState state, ReadSide reads, Vault vault) {}
