package co.litper.cerebro.server.worklist;

import co.litper.cerebro.adapters.table.SheetColumn;
import co.litper.cerebro.adapters.table.SheetValue;
import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The proposed answers as a sheet in Spanish that a person can upload to Dropi or copy from. Columns: {@code
 * numero_de_guia}, {@code transportadora}, {@code novedad}, {@code solucion} (at most {@link #MOST_TEXT} characters), {@code
 * direccion_registrada} (as the customer gave it with the order; nobody has confirmed it since), {@code lista_para_subir}
 * and {@code decision}.
 *
 * <p>{@code lista_para_subir} is {@code SI} where the action itself answers the carrier. It is {@code NO} where the customer
 * must be asked first: the solution then has a gap in brackets for what the customer says, since no answer may claim a word
 * that was not given.
 */
public final class DropiAnswers {
    /** Characters of a solution: what carriers' forms take. */
    public static final int MOST_TEXT = 120;

    private static final Texts SPANISH = new Texts(Language.ES);

    /**
     * What was written.
     *
     * @param ready rows that answer the carrier as they are
     * @param waiting rows that wait for the customer's word
     * @param overdue novedades left out because their deadline has passed
     * @param silent novedades left out because the proposal is no answer to the carrier, or there is none
     */
    public record Account(long ready, long waiting, long overdue, long silent) {}

    private DropiAnswers() {}

    /** The columns, as {@link #write} fills them. */
    public static List<SheetColumn> columns() {
        return List.of(
                new SheetColumn("numero_de_guia", 20),
                new SheetColumn("transportadora", 18),
                new SheetColumn("novedad", 26),
                new SheetColumn("solucion", 90),
                new SheetColumn("direccion_registrada", 50),
                new SheetColumn("lista_para_subir", 18),
                new SheetColumn("decision", 14));
    }

    /** Writes the answers of a worklist in its order; the writer must have {@link #columns} and stays open. */
    public static Account write(Worklist list, SpreadsheetWriter writer) throws IOException {
        long ready = 0;
        long waiting = 0;
        long overdue = 0;
        long silent = 0;
        for (WorklistItem item : list.items()) {
            Optional<String> solution = item.proposal().flatMap(p -> solution(p.action()));
            if (item.urgency() != Urgency.OPEN) {
                overdue++;
            } else if (solution.isEmpty() || item.guideNumber().isEmpty()) {
                silent++;
            } else {
                Proposal proposal = item.proposal().orElseThrow();
                boolean isReady = !proposal.action().contactsCustomer();
                writer.row(row(item, proposal, solution.get(), isReady));
                ready += isReady ? 1 : 0;
                waiting += isReady ? 0 : 1;
            }
        }
        return new Account(ready, waiting, overdue, silent);
    }

    private static List<SheetValue> row(WorklistItem item, Proposal proposal, String solution, boolean isReady) {
        return List.of(
                SheetValue.of(item.guideNumber()),
                SheetValue.of(SPANISH.carrier(item.carrier())),
                SheetValue.of(SPANISH.reason(item.reason())),
                SheetValue.of(solution),
                SheetValue.of(item.contact().address()),
                SheetValue.of(isReady ? "SI" : "NO"),
                SheetValue.of(Decision.label(proposal.decisionId())));
    }

    /** What is answered, or empty if the action is no answer to the carrier. */
    static Optional<String> solution(Action action) {
        return switch (action) {
            case REDELIVER -> Optional.of("Favor volver a ofrecer el envío. Llamar al destinatario antes de llegar.");
            case HOLD_IN_OFFICE ->
                Optional.of("Favor dejar el envío en oficina para que el destinatario lo reclame y avisarle.");
            case RETURN_TO_SENDER -> Optional.of("Favor devolver el envío al remitente.");
            case ASK_ADDRESS ->
                Optional.of("Cliente confirma dirección: [dirección, barrio y punto de referencia]. Volver a ofrecer.");
            case ASK_TIME -> Optional.of("Cliente recibe el [día] entre [hora] y [hora]. Favor volver a ofrecer.");
            case ASK_CASH -> Optional.of("Cliente tendrá el dinero listo el [día]. Favor volver a ofrecer.");
            case CALL_CUSTOMER -> Optional.of("Se habló con el cliente: [lo que respondió]. Favor volver a ofrecer.");
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING, OPEN_CLAIM, ESCALATE -> Optional.empty();
        };
    }
}
