package co.litper.cerebro.server.face.decisions;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the pages of decisions say. */
public enum DecisionWords implements Said {
    LIST("Decisiones", "Decisions"),
    ONE("Decisión {0}", "Decision {0}"),
    ACTION("Acción", "Action"),
    ALL_ACTIONS("Todas las acciones", "All actions"),
    FILTER("Filtrar", "Filter"),
    NONE("Ninguna decisión corresponde.", "No decision fits."),
    NEXT("Anteriores", "Earlier"),
    OUTCOME("Resultado", "Outcome"),
    OPEN("aún no se sabe", "not known yet"),
    TO_SHIPMENT("Ver el envío {0}", "See shipment {0}"),
    CONSIDERED("Qué más se consideró", "What else was considered"),
    OPTION("Opción", "Option"),
    WORTH("Valor esperado", "Expected value"),
    CONFIDENCE("Probabilidad de lograrlo", "Probability of success"),
    AGENT("Quién la propuso", "Who proposed it"),
    STANDING("Estado", "State"),
    CHOSEN("elegida", "chosen"),
    CONSIDERED_ONLY("considerada", "considered"),
    EXCLUDED("excluida", "excluded"),
    FORECAST("Qué se esperaba", "What was expected"),
    AGENT_LOGISTICS("logística", "logistics"),
    AGENT_CUSTOMER("cliente", "customer"),
    AGENT_FINANCE("finanzas", "finance"),
    AGENT_OPTIMIZATION("optimización", "optimization"),
    AGENT_EMERGENCY("emergencias", "emergency"),
    AGENT_LEARNING("aprendizaje", "learning"),
    AGENT_QUALITY("calidad", "quality"),
    AGENT_FORECASTING("pronóstico", "forecasting"),
    AGENT_REASONER("razonador", "reasoner"),
    EFFECTS("Qué salió de ella", "What came out of it");

    private final String spanish;
    private final String english;

    DecisionWords(String spanish, String english) {
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
