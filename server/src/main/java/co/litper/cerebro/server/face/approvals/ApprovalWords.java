package co.litper.cerebro.server.face.approvals;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of approvals says. */
public enum ApprovalWords implements Said {
    INTRO(
            "Con el foco en una tarjeta: {0} aprueba, {1} rechaza, ↓ y ↑ pasan a otra.",
            "With the focus on a card: {0} approves, {1} rejects, ↓ and ↑ move on."),
    WAITING("{0} esperan su respuesta", "{0} waiting for your answer"),
    NOTHING("Nada espera su respuesta.", "Nothing waits for your answer."),
    MORE("… y {0} más, que aparecen al responder estas.", "… and {0} more, which appear as these are answered."),
    YES("Aprobar", "Approve"),
    NO("Rechazar", "Reject"),
    KEY_YES("s", "y"),
    KEY_NO("n", "n"),
    APPROVED("{0}: aprobada.", "{0}: approved."),
    REJECTED("{0}: rechazada.", "{0}: rejected."),
    KEPT(
            "{0}: su respuesta quedó guardada; aún no se sabe si fue la primera.",
            "{0}: your answer is kept; it is not known yet whether it was the first."),
    TOO_LATE_YES(
            "{0}: {1} respondió primero, sí, a las {2}. Su respuesta no cambió nada.",
            "{0}: {1} answered first, yes, at {2}. Your answer changed nothing."),
    TOO_LATE_NO(
            "{0}: {1} respondió primero, no, a las {2}. Su respuesta no cambió nada.",
            "{0}: {1} answered first, no, at {2}. Your answer changed nothing."),
    OVER(
            "{0}: ya no espera respuesta; el envío siguió o venció el plazo.",
            "{0}: no longer waits; the parcel moved on or the deadline passed."),
    UNTIL("Hasta {0} (quedan {1})", "Until {0} ({1} left)"),
    PASSED("El plazo pasó {0}", "The deadline passed {0}"),
    WORTH(
            "Vale {0} más que no hacer nada; probabilidad de entrega {1}",
            "Worth {0} more than doing nothing; probability of delivery {1}"),
    INSTEAD("en vez de «{0}» ({1})", "instead of “{0}” ({1})"),
    EXPLORED("prueba al azar", "tried by chance"),
    WHY("¿Por qué?", "Why?"),
    ONLY_OPERATORS("Su rol solo permite ver.", "Your role may only look.");

    private final String spanish;
    private final String english;

    ApprovalWords(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
