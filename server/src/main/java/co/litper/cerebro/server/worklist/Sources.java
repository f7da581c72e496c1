package co.litper.cerebro.server.worklist;

import co.litper.cerebro.StateView;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.function.Function;

/**
 * What a worklist is made of.
 *
 * @param view the state of one moment
 * @param log where receipts stand
 * @param vault whom to call
 * @param deadlines until when carriers wait
 * @param cityNames a city's name as people write it
 */
public record Sources(
        StateView view, EventLog log, Vault vault, AnswerDeadlines deadlines, Function<CityCode, String> cityNames) {}
