package co.litper.cerebro.server.face.approvals;

/**
 * One proposal as a card, in a reader's language.
 *
 * @param decision its label
 * @param parcel guide or order; may be empty
 * @param action what is proposed, as a command
 * @param facts where to, with whom, why reported; each may be missing
 * @param deadline until when an answer helps
 * @param near true if that is within {@link ApprovalList#NEAR}
 * @param worth what it is worth and against what; may be empty
 */
public record ApprovalCard(
        String decision,
        String parcel,
        String action,
        java.util.List<String> facts,
        String deadline,
        boolean near,
        String worth) {
    public ApprovalCard {
        facts = java.util.List.copyOf(facts);
    }
}
