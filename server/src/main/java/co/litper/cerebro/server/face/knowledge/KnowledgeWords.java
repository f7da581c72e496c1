package co.litper.cerebro.server.face.knowledge;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;
import java.util.List;

/** What the page of knowledge says. */
public enum KnowledgeWords implements Said {
    QUESTION("Pregunta sobre los envíos", "Question about the shipments"),
    HINT(
            "En sus palabras, sin nombres ni teléfonos de personas. Las cifras salen de los envíos; ningún modelo de lenguaje las inventa.",
            "In your words, without names or phones of people. Figures come from the shipments; no language model makes them up."),
    ASK("Preguntar", "Ask"),
    EXAMPLES("Qué se puede preguntar", "What can be asked"),
    ANSWER("Respuesta", "Answer"),
    STEPS("Cómo se llegó a esto", "How this was reached"),
    EXAMPLES_OF("Envíos para mirar:", "Shipments to look at:"),
    REMEMBERED("Lo que se recuerda", "What is remembered"),
    REMEMBERED_NOTHING("No se recuerda nada parecido.", "Nothing like it is remembered."),
    REMEMBERED_LATER(
            "La memoria no responde ahora; las cifras de arriba no dependen de ella.",
            "The memory does not answer now; the figures above do not rest on it."),
    BEHIND(
            "La memoria aún lee el historial: le faltan {0} eventos.",
            "The memory is still reading the history: {0} events to go."),
    KIND_RECENT("de hoy", "of today"),
    KIND_EPISODE("caso", "case"),
    KIND_FACT("hecho, de {0} {0:caso|casos}", "fact, of {0} {0:case|cases}"),
    CONTRADICTED("la evidencia reciente lo contradice", "recent evidence contradicts it"),
    DECISION("Decisión {0}", "Decision {0}"),
    GRAPH("Lo que se sabe alrededor", "What is known around it"),
    GRAPH_BUSIEST(
            "Lo que se sabe: transportadoras y ciudades con más envíos",
            "What is known: carriers and cities with most shipments"),
    GRAPH_HINT(
            "Toque un nodo para ver sus vecinos. Las líneas gruesas llevan cifras de muchos envíos. Lo mismo está en la tabla.",
            "Choose a node to see its neighbours. Thick lines carry figures of many shipments. The table tells the same."),
    GRAPH_EMPTY("Todavía no se sabe nada de esto en esa fecha.", "Nothing of this is known on that day yet."),
    GRAPH_LABEL("Grafo de lo que se sabe", "Graph of what is known"),
    UNTIL("Como se sabía el {0}", "As known on {0}"),
    SHOW("Ver ese día", "Show that day"),
    TABLE("Lo mismo en tabla: {0} relaciones", "The same as a table: {0} relations"),
    FROM("De", "From"),
    RELATION("Relación", "Relation"),
    TO("A", "To"),
    SINCE("Desde", "Since"),
    ENDED("Terminados", "Ended"),
    LATE("Tarde, de los entregados con promesa", "Late, of those delivered with a promise"),
    NO_PROMISE("sin promesa conocida", "no promise known"),
    RETURNED("Devueltos", "Returned"),
    INTERVAL("{0} ({1} a {2})", "{0} ({1} to {2})"),
    NODE_CUSTOMER("Cliente {0}", "Customer {0}"),
    NODE_ORDER("Pedido {0}", "Order {0}"),
    NODE_GUIDE("Guía {0}", "Guide {0}"),
    NODE_SHOP("Tienda {0}", "Shop {0}"),
    NODE_PRODUCT("Producto {0}", "Product {0}"),
    NODE_AGENT("Agente de {0}", "Agent of {0}"),
    NODE_RECOMMENDATION("Propuesta: {0}", "Proposal: {0}"),
    NODE_PATTERN("Patrón {0}", "Pattern {0}"),
    REL_ORDERED("pidió", "ordered"),
    REL_DELIVERED_TO("va a", "goes to"),
    REL_SHIPPED_BY("va con", "goes with"),
    REL_LOCATED_IN("queda en", "lies in"),
    REL_EXPERIENCED("tuvo", "met"),
    REL_SOLVED_BY("se resolvió con", "was answered with"),
    REL_SIMILAR_TO("se parece a", "is like"),
    REL_CAUSED_BY("viene de", "comes of"),
    REL_PREVENTS("evita", "prevents"),
    REL_CONTAINS("contiene", "contains"),
    REL_CARRIED_BY("viaja como", "travels as"),
    REL_SERVES("atiende", "serves"),
    REL_SOLD_BY("lo vendió", "was sold by"),
    REL_PROPOSED_BY("la propuso", "was proposed by"),
    EX_WHY("¿Por qué los envíos a Pasto tienen más retrasos?", "Why do shipments to Pasto have more delays?"),
    EX_COMPARE("Compara Envía y TCC", "Compare Envía and TCC"),
    EX_TREND("¿Cómo van los retrasos?", "How do delays develop?"),
    EX_WHICH_CARRIER("¿Con qué transportadora mando a Pasto?", "Which carrier should I send to Pasto with?"),
    EX_WHAT_WORKED("¿Qué funcionó para dirección errada?", "What worked for dirección errada?"),
    EX_WHAT_IF("¿Qué pasaría si mando todo lo de Pasto con TCC?", "What if I sent everything to Pasto with TCC?"),
    EX_SIMILAR("¿Qué casos parecidos hay a la guía {0}?", "Which cases are similar to guide {0}?"),
    EX_HOW_MANY("¿Cuántos envíos tienen novedad?", "How many shipments have a novedad?"),
    EX_WHERE("¿Dónde hay más novedades?", "Where are most novedades?"),
    EX_WHEN("¿Qué día hay más retrasos?", "On which day are most delays?"),
    EX_WHO("¿Quién entrega más tarde?", "Who delivers latest?"),
    EX_EXTREME("¿Cuál es la peor ciudad en devoluciones?", "Which is the worst city in returns?"),
    EX_UNUSUAL("¿Es normal este nivel de retrasos?", "Is this level of delays normal?"),
    EX_FORECAST("¿Cuántas devoluciones se esperan la próxima semana?", "How many returns are expected next week?"),
    EX_WHAT_CHANGED("¿Qué cambió este mes?", "What changed this month?");

    /** One question of each kind. */
    static final List<KnowledgeWords> EXAMPLES_OF_KINDS = List.of(
            EX_WHY,
            EX_COMPARE,
            EX_TREND,
            EX_WHICH_CARRIER,
            EX_WHAT_WORKED,
            EX_WHAT_IF,
            EX_HOW_MANY,
            EX_WHERE,
            EX_WHEN,
            EX_WHO,
            EX_EXTREME,
            EX_UNUSUAL,
            EX_FORECAST,
            EX_WHAT_CHANGED,
            EX_SIMILAR);

    private final String spanish;
    private final String english;

    KnowledgeWords(String spanish, String english) {
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
