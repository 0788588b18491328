package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.model.FeatureMaps;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static FeatureMaps.Layer layer(int channels, float... values) {
        return new FeatureMaps.Layer("stage1", channels, 1, values.length / channels, values);
    }

    @Test
    void theStrongestChannelComesFirstAndEqualOnesKeepTheirOrder() {
        Channels channels = new Channels(layer(4, 0, 2, 3, 3, 1, 1, 4, 2), Channels.Order.ACTIVATION);
        assertEquals(List.of(1, 3, 0, 2), channels.page(0));
        assertEquals(3, channels.mean(3), 1e-12);
    }

    @Test
    void theOrderOfTheChannelsIsTheirNumber() {
        assertEquals(List.of(0, 1, 2), new Channels(layer(3, 0, 5, 9), Channels.Order.CHANNEL).page(0));
    }

    @Test
    void pagesHoldSixtyFourAndTheLastOneTheRest() {
        Channels channels = new Channels(layer(130, new float[130]), Channels.Order.CHANNEL);
        assertEquals(3, channels.pages());
        assertEquals(64, channels.page(1).size());
        assertEquals(List.of(128, 129), channels.page(2));
    }
}
