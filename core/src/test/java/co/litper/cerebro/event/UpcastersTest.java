package co.litper.cerebro.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpcastersTest {
    private static ObjectNode tree(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsOneStepForEachVersionButTheFirst(EventType type) {
        assertThat(Upcasters.steps(type)).hasSize(type.version() - 1);
    }

    @Test
    void aStepLeavesTheOldTreeAsItIs() throws JsonProcessingException {
        ObjectNode old = tree("{\"parcel\":{\"value\":5}}");

        assertThat(Upcasters.upcast(EventType.GUIDE_UPDATED, 1, old))
                .isEqualTo(tree("{\"parcel\":{\"valueCop\":5},\"issueSolved\":false}"));
        assertThat(old).isEqualTo(tree("{\"parcel\":{\"value\":5}}"));
    }

    @Test
    void dataThatIsCurrentAlreadyKeepsItsMeaning() throws JsonProcessingException {
        ObjectNode guide = tree("{\"parcel\":{\"valueCop\":5},\"issueSolved\":true}");
        ObjectNode scan = tree("{\"rawStatus\":\"X\",\"location\":\"05001\"}");

        assertThat(Upcasters.upcast(EventType.GUIDE_UPDATED, 1, guide)).isEqualTo(guide);
        assertThat(Upcasters.upcast(EventType.GUIDE_UPDATED, 2, guide)).isEqualTo(guide);
        assertThat(Upcasters.upcast(EventType.TRACKING_UPDATED, 1, scan)).isEqualTo(scan);
    }

    @Test
    void whatDoesNotLookAsExpectedIsLeftForTheReader() throws JsonProcessingException {
        assertThat(Upcasters.upcast(EventType.GUIDE_UPDATED, 1, tree("{\"parcel\":7}")))
                .isEqualTo(tree("{\"parcel\":7,\"issueSolved\":false}"));
    }

    @Test
    void aVersionThatNeverWasIsRefused() throws JsonProcessingException {
        ObjectNode data = tree("{}");
        for (int version : new int[] {0, -1, 3}) {
            assertThatThrownBy(() -> Upcasters.upcast(EventType.GUIDE_UPDATED, version, data))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("versions 1 to 2");
        }
    }
}
