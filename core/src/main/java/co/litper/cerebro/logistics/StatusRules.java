package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads statuses that stand in no table whole: ENTREGADO AL REMITENTE, NO ENTREGADO, NOVEDAD: DIRECCION ERRADA, EN
 * REPARTO HACIA EL BARRIO.
 *
 * <p>Rules in this order, the first that applies answers: a novedad answered; a return; a delivery or a call-off with
 * nothing beside it but harmless words; a novedad and its reason; the beginning of a known phrase if no word after it
 * belongs to another state. Otherwise {@code Unknown}. A negated word never tells a state.
 */
final class StatusRules {
    private static final Set<String> ANSWERED = Set.of("SOLUCIONADO", "RESUELTO", "GESTIONADO", "ATENDIDO", "SOLUCION");
    private static final Set<String> RETURNED = Set.of("DEVUELTO", "RETORNADO");
    private static final Set<String> RETURN = Set.of("DEVOLUCION", "RETORNO");
    private static final Set<String> CALLED_OFF = Set.of("CANCELADO", "ANULADO", "DETENIDO", "REVERSADO", "SUSPENDIDO");
    /** Before a return: it is only feared, asked for or announced, and can still be prevented. */
    private static final Set<String> IMPENDING = Set.of(
            "PENDIENTE",
            "POSIBLE",
            "RIESGO",
            "SOLICITUD",
            "SOLICITADO",
            "NOTIFICACION",
            "POR",
            "PARA",
            "PREAVISO",
            "AVISO",
            "EVITAR",
            "CONFIRMAR",
            "AUTORIZAR",
            "PROXIMO");
    /** After a return: money goes back, or the parcel only to a depot, not to the sender. */
    private static final Set<String> NOT_THE_PARCEL = Set.of("DINERO", "RECAUDO", "PAGO", "FLETE", "SALDO");

    private static final Set<String> DEPOT =
            Set.of("BODEGA", "CENTRO", "AGENCIA", "OFICINA", "TERMINAL", "CEDI", "PUNTO", "PLATAFORMA", "REPARTO");
    private static final Set<String> SENDER = Set.of("REMITENTE", "ORIGEN", "PROVEEDOR", "COMERCIO", "BODEGAORIGEN");

    /** What may follow ENTREGADO without taking it back. Digits may too. */
    private static final Set<String> AFTER_DELIVERED = Set.of(
            "A",
            "AL",
            "LA",
            "EL",
            "EN",
            "CON",
            "POR",
            "DE",
            "DEL",
            "SU",
            "Y",
            "DESTINATARIO",
            "CLIENTE",
            "TITULAR",
            "FAMILIAR",
            "VECINO",
            "PORTERIA",
            "PORTERO",
            "VIGILANTE",
            "VIGILANCIA",
            "RECEPCION",
            "TERCERO",
            "CONFORME",
            "SATISFACTORIAMENTE",
            "SATISFACCION",
            "EXITOSAMENTE",
            "EXITO",
            "EXITOSO",
            "EXITOSA",
            "CORRECTAMENTE",
            "COMPLETO",
            "OK",
            "DIGITALIZADO",
            "DIRECCION",
            "DOMICILIO",
            "DESTINO",
            "CASA",
            "PUERTA",
            "PAGADO",
            "RECAUDADO",
            "FIRMADO",
            "VERIFICADO",
            "CONFIRMADO",
            "ARCHIVADO",
            "FINAL",
            "DIA",
            "FECHA",
            "HORA");

    private static final Set<String> AFTER_CANCELLED = Set.of(
            "A",
            "AL",
            "LA",
            "EL",
            "EN",
            "POR",
            "DE",
            "DEL",
            "CLIENTE",
            "REMITENTE",
            "COMERCIO",
            "TIENDA",
            "USUARIO",
            "VENDEDOR",
            "SISTEMA",
            "DROPI",
            "SOLICITUD",
            "ADMINISTRADOR",
            "DUPLICADO",
            "STOCK",
            "ORIGEN");
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "A", "AL", "EL", "LA", "EN", "DE", "DEL", "TU", "SU", "PARA", "POR", "CON", "HACIA", "DESDE", "TI", "Y");
    private static final int LEAST_WORDS_OF_BEGINNING = 2;

    private final Map<Carrier, Phrases<StatusMeaning>> carriers;
    private final Phrases<StatusMeaning> shared;
    private final Map<String, EnumSet<ShipmentState>> statesOfWord = new HashMap<>();

    StatusRules(Map<Carrier, Phrases<StatusMeaning>> carriers, Phrases<StatusMeaning> shared) {
        this.carriers = carriers;
        this.shared = shared;
        carriers.values().forEach(this::learnWords);
        learnWords(shared);
    }

    /** @param from the first word after those that only name the parcel */
    StatusMeaning read(Carrier carrier, String[] words, int from, String folded) {
        Set<String> all = Set.copyOf(Arrays.asList(words));
        StatusMeaning unknown = new StatusMeaning.Unknown(folded);
        if (all.contains("NOVEDAD") && all.stream().anyMatch(ANSWERED::contains)) {
            boolean taken = Arrays.stream(words).anyMatch(Phrases::isNegation) || all.contains("PENDIENTE");
            return taken ? new StatusMeaning.Held(IssueReason.OTHER, true) : new StatusMeaning.Answered();
        }
        StatusMeaning meaning = returning(words, all, unknown);
        if (meaning == null) {
            meaning = ended(words, from);
        }
        if (meaning == null) {
            meaning = held(words, from, all, unknown);
        }
        if (meaning == null) {
            meaning = journey(carrier, words, from);
        }
        return meaning == null ? unknown : meaning;
    }

    private static @Nullable StatusMeaning returning(String[] words, Set<String> all, StatusMeaning unknown) {
        int at = indexOf(words, RETURNED);
        int noun = indexOf(words, RETURN);
        boolean toSender = all.contains("REMITENTE") && indexOf(words, Set.of("ENTREGADO", "ENTREGA")) >= 0;
        int where = at >= 0 ? at : noun >= 0 ? noun : toSender ? indexOf(words, Set.of("ENTREGADO", "ENTREGA")) : -1;
        if (where < 0) {
            return null;
        }
        if (Phrases.isNegated(words, where)) {
            return unknown;
        }
        boolean depot = all.stream().anyMatch(DEPOT::contains) && all.stream().noneMatch(SENDER::contains);
        if (at >= 0 || toSender) {
            return depot ? unknown : new StatusMeaning.Moved(ShipmentState.RETURNED);
        }
        return returnNoun(words, noun, all, depot, unknown);
    }

    /** DEVOLUCION and RETORNO name the return without telling whether it happens. */
    private static StatusMeaning returnNoun(
            String[] words, int noun, Set<String> all, boolean depot, StatusMeaning unknown) {
        boolean denied = all.stream().anyMatch(CALLED_OFF::contains)
                || all.stream().anyMatch(NOT_THE_PARCEL::contains)
                || Arrays.stream(words, 0, noun).anyMatch(word -> word.equals("SIN"))
                || all.contains("PROCEDE");
        if (denied || depot) {
            return unknown;
        }
        boolean impending = Arrays.stream(words, 0, noun).anyMatch(IMPENDING::contains);
        return impending
                ? new StatusMeaning.Held(IssueReason.OTHER, false)
                : new StatusMeaning.Moved(ShipmentState.RETURNED);
    }

    /** Delivered or called off, if only harmless words follow. */
    private static @Nullable StatusMeaning ended(String[] words, int from) {
        String first = words[from];
        String second = from + 1 < words.length ? words[from + 1] : "";
        boolean deed = first.equals("ENTREGA") && (second.equals("EXITOSA") || second.equals("EFECTIVA"));
        if ((first.equals("ENTREGADO") || deed) && onlyFollowedBy(AFTER_DELIVERED, words, from + (deed ? 2 : 1))) {
            return new StatusMeaning.Moved(ShipmentState.DELIVERED);
        }
        boolean off = first.equals("CANCELADO") || first.equals("ANULADO");
        if (off && onlyFollowedBy(AFTER_CANCELLED, words, from + 1)) {
            return new StatusMeaning.Moved(ShipmentState.CANCELLED);
        }
        return null;
    }

    private static @Nullable StatusMeaning held(String[] words, int from, Set<String> all, StatusMeaning unknown) {
        if (all.contains("AUN") || all.contains("TODAVIA") || all.contains("NUNCA")) {
            return unknown;
        }
        int novedad = indexOf(words, Set.of("NOVEDAD", "INCIDENCIA"));
        if (novedad >= 0 && Phrases.isNegated(words, novedad)) {
            return unknown;
        }
        IssueReason reason = IssueDictionary.within(words);
        if (novedad < 0 && words[from].equals("ENTREGADO")) {
            // Delivered and yet not as it should be: not ours to decide.
            return unknown;
        }
        if (reason != null) {
            return new StatusMeaning.Held(reason, true);
        }
        return switch (IssueDictionary.read(
                String.join(" ", Arrays.asList(words).subList(from, words.length)))) {
            case IssueMeaning.Recognised(IssueReason whole) -> new StatusMeaning.Held(whole, true);
            case IssueMeaning.NoIssue() -> unknown;
            case IssueMeaning.Unrecognised(String ignored) ->
                novedad >= 0 ? new StatusMeaning.Held(IssueReason.OTHER, false) : null;
        };
    }

    private @Nullable StatusMeaning journey(Carrier carrier, String[] words, int from) {
        if (Arrays.stream(words).anyMatch(Phrases::isNegation)) {
            return null;
        }
        Phrases<StatusMeaning> own = carriers.get(carrier);
        Phrases.Hit<StatusMeaning> hit = own == null ? null : own.at(words, from, LEAST_WORDS_OF_BEGINNING);
        Phrases.Hit<StatusMeaning> general = shared.at(words, from, LEAST_WORDS_OF_BEGINNING);
        if (hit == null || (general != null && general.words() > hit.words())) {
            hit = general;
        }
        return hit != null && nothingContradicts(hit, words) ? hit.meaning() : null;
    }

    /** No word after the phrase is one that phrases of other states are made of. */
    private boolean nothingContradicts(Phrases.Hit<StatusMeaning> hit, String[] words) {
        EnumSet<ShipmentState> meant = EnumSet.of(stateOf(hit.meaning()));
        for (int i = hit.from() + hit.words(); i < words.length; i++) {
            EnumSet<ShipmentState> states = statesOfWord.get(words[i]);
            if (CALLED_OFF.contains(words[i]) || (states != null && !states.equals(meant))) {
                return false;
            }
        }
        return true;
    }

    private void learnWords(Phrases<StatusMeaning> phrases) {
        phrases.entries().forEach((phrase, meaning) -> {
            for (String word : Phrases.words(phrase)) {
                if (!FUNCTION_WORDS.contains(word)) {
                    statesOfWord
                            .computeIfAbsent(word, key -> EnumSet.noneOf(ShipmentState.class))
                            .add(stateOf(meaning));
                }
            }
        });
    }

    private static ShipmentState stateOf(StatusMeaning meaning) {
        return switch (meaning) {
            case StatusMeaning.Moved(ShipmentState state) -> state;
            case StatusMeaning.Held ignored -> ShipmentState.ISSUE;
            case StatusMeaning.Answered() -> ShipmentState.ISSUE;
            case StatusMeaning.Unknown ignored -> throw new IllegalStateException("a table holds no unknown");
        };
    }

    private static boolean onlyFollowedBy(Set<String> harmless, String[] words, int from) {
        return Arrays.stream(words, from, words.length)
                .allMatch(word -> harmless.contains(word) || Character.isDigit(word.charAt(0)));
    }

    private static int indexOf(String[] words, Set<String> wanted) {
        for (int i = 0; i < words.length; i++) {
            if (wanted.contains(words[i])) {
                return i;
            }
        }
        return -1;
    }
}
