package co.litper.cerebro.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final Node TCC = new Node(NodeType.CARRIER, "TCC");
    private static final Node ENVIA = new Node(NodeType.CARRIER, "ENVIA");
    private static final Node PASTO = new Node(NodeType.CITY, "52001");
    private static final Node CALI = new Node(NodeType.CITY, "76001");
    private static final Ended FINE = new Ended(true, false, false, false, 2);

    private final KnowledgeGraph graph = new KnowledgeGraph();

    private void serves(Node carrier, Node city, int guides, long recordedMs) {
        for (int i = 0; i < guides; i++) {
            graph.count(graph.intern(carrier), RelationType.SERVES, graph.intern(city), recordedMs, FINE, 1);
        }
    }

    @Test
    void aCityIsSurroundedByItsCarriersWithTheirFiguresAndItsDepartment() {
        serves(TCC, PASTO, 3, 10);
        serves(ENVIA, PASTO, 5, 10);
        serves(ENVIA, CALI, 9, 10);
        Node narino = new Node(NodeType.DEPARTMENT, "52");
        graph.tell(graph.intern(PASTO), RelationType.LOCATED_IN, graph.intern(narino), new Told(0, 10, 1));

        Surroundings around = Surroundings.of(graph, List.of(PASTO), AsOf.known(20));

        assertThat(around.centres()).containsExactly(PASTO);
        assertThat(around.others()).containsExactly(ENVIA, TCC, narino);
        assertThat(around.aggregates())
                .extracting(a -> a.from().name() + " " + a.figures().n())
                .containsExactly("ENVIA 5", "TCC 3");
        assertThat(around.links()).hasSize(1);
    }

    @Test
    void singleGuidesAreShownAroundOneCityAndNotAroundTwo() {
        Node guide = new Node(NodeType.GUIDE, "G1");
        graph.tell(graph.intern(guide), RelationType.DELIVERED_TO, graph.intern(PASTO), new Told(5, 10, 1));
        graph.intern(CALI);

        assertThat(Surroundings.of(graph, List.of(PASTO), AsOf.NOW).others()).containsExactly(guide);
        assertThat(Surroundings.of(graph, List.of(PASTO, CALI), AsOf.NOW).others())
                .isEmpty();
        assertThat(Surroundings.of(graph, List.of(guide, CALI), AsOf.NOW).others())
                .containsExactly(PASTO);
    }

    @Test
    void whatBecameKnownLaterIsNotInTheAnswerAsOfBefore() {
        serves(TCC, PASTO, 3, 10);
        serves(ENVIA, PASTO, 5, 30);

        assertThat(Surroundings.of(graph, List.of(PASTO), AsOf.known(20)).others())
                .containsExactly(TCC);
        assertThat(Surroundings.busiest(graph, AsOf.known(40)).centres()).containsExactly(ENVIA, TCC);
        assertThat(Surroundings.busiest(graph, AsOf.known(5)).centres()).isEmpty();
    }

    @Test
    void nodesThatTheGraphDoesNotKnowAreLeftOutAndManyAreCutToWhatCanBeSeen() {
        for (int i = 0; i < 60; i++) {
            serves(TCC, new Node(NodeType.CITY, "9" + (1000 + i)), 1, 10);
        }

        assertThat(Surroundings.of(graph, List.of(CALI), AsOf.NOW).centres()).isEmpty();
        Surroundings busiest = Surroundings.busiest(graph, AsOf.NOW);
        assertThat(busiest.others()).hasSize(Surroundings.MOST_OTHERS);
        assertThat(busiest.aggregates()).hasSize(Surroundings.MOST_OTHERS);
    }
}
