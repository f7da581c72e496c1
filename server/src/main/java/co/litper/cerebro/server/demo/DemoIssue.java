package co.litper.cerebro.server.demo;

import co.litper.cerebro.vocabulary.IssueReason;
import java.util.List;

/**
 * A novedad as carriers write it.
 *
 * @param reason what it means
 * @param share how often it is the reason, among all
 * @param rescued how often an answer saves the parcel
 * @param texts the words, of which one is drawn
 */
record DemoIssue(IssueReason reason, double share, double rescued, List<String> texts) {
    static final List<DemoIssue> ALL = List.of(
            new DemoIssue(
                    IssueReason.BAD_ADDRESS,
                    0.25,
                    0.90,
                    List.of(
                            "DIRECCION ERRADA",
                            "DIRECCION INCORRECTA",
                            "DIRECCION NO EXISTE",
                            "NO UBICADO",
                            "BARRIO NO EXISTE",
                            "PREDIO NO EXISTE")),
            new DemoIssue(
                    IssueReason.RECIPIENT_UNAVAILABLE,
                    0.29,
                    0.82,
                    List.of(
                            "DESTINATARIO AUSENTE",
                            "NO HAY QUIEN RECIBA",
                            "CERRADO",
                            "NO RECIBEN",
                            "CLIENTE NO ENCONTRADO")),
            new DemoIssue(
                    IssueReason.COD_ISSUE,
                    0.13,
                    0.75,
                    List.of("SIN DINERO", "NO TIENE DINERO", "FALTA RECAUDO", "PAGO INCOMPLETO")),
            new DemoIssue(
                    IssueReason.BAD_PHONE,
                    0.10,
                    0.70,
                    List.of("TELEFONO ERRADO", "TELEFONO INCORRECTO", "NO CONTESTA", "APAGADO", "FUERA DE SERVICIO")),
            new DemoIssue(IssueReason.REJECTED, 0.12, 0.30, List.of("RECHAZADO", "REHUSADO", "NO ACEPTADO")),
            new DemoIssue(IssueReason.REMOTE_AREA, 0.05, 0.60, List.of("ZONA DE DIFICIL ACCESO", "ZONA RURAL")),
            new DemoIssue(IssueReason.OTHER, 0.03, 0.50, List.of("NOVEDAD", "PROBLEMA", "PENDIENTE")),
            new DemoIssue(IssueReason.DAMAGED, 0.02, 0.20, List.of("AVERIA", "DAÑADO")),
            new DemoIssue(IssueReason.LOST, 0.01, 0.20, List.of("SINIESTRO", "PERDIDO", "EXTRAVIADO")));

    /** The reason that a uniform draw of [0, 1) falls on. */
    static DemoIssue at(double unit) {
        double left = unit;
        for (DemoIssue issue : ALL) {
            left -= issue.share();
            if (left < 0) {
                return issue;
            }
        }
        return ALL.getFirst();
    }

    static DemoIssue of(IssueReason reason) {
        return ALL.stream()
                .filter(issue -> issue.reason() == reason)
                .findFirst()
                .orElse(ALL.getFirst());
    }
}
