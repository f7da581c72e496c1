package co.litper.cerebro.server.face.start;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the pages of the beginning say. */
public enum StartWords implements Said {
    BEGIN("Empiece aquí", "Begin here"),
    DROP("Suelte aquí su archivo de Dropi", "Drop your Dropi file here"),
    OR_CHOOSE("o elíjalo (.xlsx o .csv)", "or choose it (.xlsx or .csv)"),
    SENDING("Enviando", "Sending"),
    WHAT_FOLLOWS(
            "Cerebro lee el archivo, recuerda lo que pasó, decide sobre lo que sigue abierto y le muestra por qué. Nada se envía a nadie: un archivo es historia.",
            "Cerebro reads the file, remembers what happened, decides about what is still open and shows you why. Nothing is sent to anyone: a file is history."),
    EXAMPLE("Descargar un archivo de ejemplo", "Download an example file"),
    EXAMPLE_NOTE(
            "60 envíos y clientes inventados, para ver cómo debe ser y para probar. Cargado aquí, contaría como propio.",
            "60 made-up shipments and customers, to see how it must be and to try. Loaded here, it would count as yours."),
    COLUMNS("Columnas que se leen", "Columns that are read"),
    COLUMNS_NOTE(
            "Hacen falta el número de guía o el id de la orden, y el estatus. Las demás son opcionales, en cualquier orden; mayúsculas, tildes y guiones bajos no importan. Lo que no está aquí no se lee.",
            "The guide number or the order's id is needed, and the status. The others are optional, in any order; capitals, accents and underscores do not matter. What is not here is not read."),
    ONLY_OPERATORS("Su rol no permite cargar archivos.", "Your role may not load files."),
    IMPORT("Importación de {0}", "Import of {0}"),
    WAITING("Espera su turno", "Waits its turn"),
    RUNNING("Leyendo: {0}", "Reading: {0}"),
    DONE("Listo", "Done"),
    FAILED("No se pudo leer del todo", "It could not be read to its end"),
    STOPPED("Se detuvo con el servicio", "It stopped with the service"),
    PROGRESS("Avance de la lectura", "Progress of reading"),
    ACCOUNT(
            "{0} {0:fila|filas} · {1} {1:hecho nuevo|hechos nuevos} · {2} {2:repetido|repetidos} · {3} {3:rechazado|rechazados}",
            "{0} {0:row|rows} · {1} {1:new fact|new facts} · {2} repeated · {3} refused"),
    UNKNOWN_STATUSES(
            "{0} {0:fila tiene|filas tienen} un estatus que no se conoce: {1}. Se guardó, pero no dice cómo va el envío.",
            "{0} {0:row has|rows have} a status that nobody knows: {1}. It was kept, but does not tell how the shipment stands."),
    UNKNOWN_ISSUES(
            "{0} {0:fila tiene|filas tienen} una novedad que no se conoce: {1}. Cuenta como «otra».",
            "{0} {0:row has|rows have} a novedad that nobody knows: {1}. It counts as “other”."),
    UNKNOWN_CITIES(
            "{0} {0:fila tiene|filas tienen} una ciudad que no se conoce: {1}.",
            "{0} {0:row has|rows have} a city that nobody knows: {1}."),
    REFUSED("Filas rechazadas", "Refused rows"),
    LINE("Fila {0}: {1}", "Row {0}: {1}"),
    LETTER("Ver y resolver", "See and resolve"),
    NEXT("Ahora", "Now"),
    TO_RESCUE("Ver qué hay que hacer hoy", "See what to do today"),
    TO_HISTORY("Mirar atrás: dónde se perdieron los envíos", "Look back: where shipments were lost"),
    TO_TODAY("Ir a Hoy", "Go to Today"),
    GONE(
            "Esta importación ya no se recuerda; tal vez el servicio se reinició.",
            "This import is not remembered any more; maybe the service was restarted."),
    HISTORY("Mirada atrás", "Looking back"),
    HISTORY_ALL(
            "De {0} {0:envío terminado|envíos terminados} {1:volvió|volvieron} {1} ({2}); costó {3}.",
            "Of {0} {0:shipment|shipments} that ended {1} came back ({2}); that cost {3}."),
    HISTORY_NOTHING("Todavía no hay envíos terminados que mirar.", "There are no ended shipments to look at yet."),
    BY_CARRIER("Por transportadora", "By carrier"),
    BY_CITY("Por ciudad", "By city"),
    CARRIER("Transportadora", "Carrier"),
    CITY("Ciudad", "City"),
    ENDED("Terminados", "Ended"),
    RETURNED("Devueltos", "Returned"),
    SHARE("Parte (95 %)", "Share (95 %)"),
    COST("Costó", "Cost"),
    OVERLAPS("Dónde otra transportadora perdió menos", "Where another carrier lost less"),
    OVERLAPS_TEXT(
            "Supuesto de un modelo, no un hecho: si la otra hubiera devuelto de estos envíos la parte que devolvió de los suyos (el extremo alto de su intervalo), se habrían salvado {0}. A quién se le dio cada envío no fue casualidad.",
            "An assumption of a model, not a fact: had the other returned of these shipments the share that it returned of its own (the upper end of its interval), {0} would have been saved. Which shipments went to whom was no accident."),
    ASSUMED("supuesto", "assumed"),
    BETTER("Perdió menos", "Lost less"),
    SAVED("Se habría salvado", "Would have been saved"),
    NO_OVERLAPS(
            "No hay ciudades con dos transportadoras y casos suficientes para comparar.",
            "No city has two carriers with enough cases to compare.");

    private final String spanish;
    private final String english;

    StartWords(String spanish, String english) {
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
