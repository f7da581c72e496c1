package co.litper.cerebro.server.face.system;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people did, in words; the trail of acts names each by the operation of the document. */
enum ActWords implements Said {
    POST_IMPORT("postImport", "Cargó un archivo", "Loaded a file"),
    PAGE_RESCUE("pageRescue", "Miró las novedades con sus clientes", "Looked at novedades with their customers"),
    PAGE_SHIPMENT("pageShipment", "Miró un envío con su cliente", "Looked at a shipment with its customer"),
    PAGE_LETTER("pageLetter", "Miró una fila rechazada", "Looked at a refused row"),
    PAGE_KNOWLEDGE("pageKnowledge", "Miró lo que se recuerda", "Looked at what is remembered"),
    SHEET_ANSWERS("sheetAnswers", "Descargó las respuestas para Dropi", "Downloaded the answers for Dropi"),
    SEARCH_ON_PAGE("searchOnPage", "Buscó envíos", "Searched shipments"),
    SEARCH_SHIPMENTS("searchShipments", "Buscó envíos", "Searched shipments"),
    FIND_CUSTOMER("findCustomer", "Buscó un cliente por teléfono", "Looked for a customer by phone"),
    GET_CUSTOMER("getCustomer", "Miró un cliente", "Looked at a customer"),
    GET_WORKLIST("getWorklist", "Miró las novedades con sus clientes", "Looked at novedades with their customers"),
    ANSWER_IN_BULK("answerInBulk", "Marcó varias novedades como respondidas", "Marked several novedades as answered"),
    NOTE_BY_HAND("noteByHand", "Anotó lo que hizo en un envío", "Noted what was done about a shipment"),
    NOTE_AT_RESCUE("noteAtRescue", "Anotó el resultado de una novedad", "Noted how a novedad went"),
    ERASE_ON_PAGE("eraseOnPage", "Borró los datos de un cliente", "Erased a customer's data"),
    ERASE_CUSTOMER("eraseCustomer", "Borró los datos de un cliente", "Erased a customer's data"),
    ANSWER_ON_PAGE("answerOnPage", "Respondió una aprobación", "Answered an approval"),
    ANSWER_CHANGE_ON_PAGE("answerChangeOnPage", "Respondió una propuesta de mejora", "Answered a proposed improvement"),
    PUT_IMPROVEMENT("putImprovement", "Respondió una propuesta de mejora", "Answered a proposed improvement"),
    PAUSE_ON_PAGE("pauseOnPage", "Detuvo o reanudó una acción", "Paused or resumed an action"),
    PUT_PAUSE("putPause", "Detuvo una acción", "Paused an action"),
    DELETE_PAUSE("deletePause", "Reanudó una acción", "Resumed an action"),
    QUIET_CITY_ON_PAGE(
            "quietCityOnPage",
            "Paró o reanudó mensajes y llamadas a una ciudad",
            "Stopped or resumed messages and calls to a city"),
    SET_LEVELS_ON_PAGE("setLevelsOnPage", "Cambió niveles de autonomía", "Changed levels of autonomy"),
    PUT_AUTONOMY("putAutonomy", "Cambió un nivel de autonomía", "Changed a level of autonomy"),
    PUT_SETTING("putSetting", "Cambió un ajuste", "Changed a setting"),
    WRITE_MESSAGE_ON_PAGE("writeMessageOnPage", "Escribió un mensaje", "Wrote a message"),
    REPORT_ON_PAGE("reportOnPage", "Dijo qué pasó con una acción", "Told what became of an action"),
    RECONCILE_ON_PAGE(
            "reconcileOnPage",
            "Dijo qué pasó con acciones sin respuesta",
            "Told what became of actions without an answer"),
    REPLAY_ON_PAGE("replayOnPage", "Reparó y recibió un rechazado", "Repaired and took in what was refused"),
    REPLAY_DEAD_LETTER("replayDeadLetter", "Reparó y recibió un rechazado", "Repaired and took in what was refused"),
    DROP_ON_PAGE("dropOnPage", "Descartó un rechazado", "Gave up what was refused"),
    DROP_DEAD_LETTER("dropDeadLetter", "Descartó un rechazado", "Gave up what was refused"),
    ADD_USER_ON_PAGE("addUserOnPage", "Agregó una persona", "Added a person"),
    REMOVE_USER_ON_PAGE("removeUserOnPage", "Quitó una persona", "Removed a person"),
    MAKE_KEY_ON_PAGE("makeKeyOnPage", "Creó una llave", "Made a key"),
    REVOKE_KEY_ON_PAGE("revokeKeyOnPage", "Revocó una llave", "Revoked a key"),
    MAKE_BACKUP_ON_PAGE("makeBackupOnPage", "Hizo una copia de seguridad", "Made a backup"),
    SIGN_OUT("signOut", "Salió", "Signed out"),
    END_SESSION("endSession", "Salió", "Signed out");

    private static final Map<String, ActWords> BY_OPERATION =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.operation, Function.identity()));

    private final String operation;
    private final String spanish;
    private final String english;

    ActWords(String operation, String spanish, String english) {
        this.operation = operation;
        this.spanish = spanish;
        this.english = english;
    }

    /** The words for an operation; empty for one that only programs and the command line use. */
    static Optional<Said> of(String operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
