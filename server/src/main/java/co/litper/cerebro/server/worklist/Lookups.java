package co.litper.cerebro.server.worklist;

import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.function.Function;

/**
 * What a worklist looks up of each parcel.
 *
 * @param receipts what was decided
 * @param vault whom to call
 * @param deadlines until when carriers wait
 * @param cityNames a city's name as people write it
 */
public record Lookups(
        Receipts receipts, Vault vault, AnswerDeadlines deadlines, Function<CityCode, String> cityNames) {}
