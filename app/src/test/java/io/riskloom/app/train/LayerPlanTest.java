package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.session.Samples;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts against sums done by hand and against the numbers that torchvision publishes. */
class LayerPlanTest {

    @Test
    void anLstmLayerHasFourGatesWithTwoBiasVectorsEach() {
        LayerPlan plan = LayerPlan.lstm(Specs.defaults(ForecastSpec.class, "p.csv"), 6, BarUnit.DAY);
        // 4(6·64 + 64·64 + 2·64) = 18,432; 4(64·64 + 64·64 + 2·64) = 33,280; 64·20 + 20 = 1,300
        assertEquals(List.of(0L, 18_432L, 33_280L, 0L, 0L, 1_300L), parameters(plan));
        assertEquals(53_012, plan.parameters());
        assertEquals(List.of("60 × 6", "60 × 64", "60 × 64", "64", "64", "20"), shapes(plan));
    }

    @Test
    void aNetworkWithoutDropoutHasNoDropoutLayer() {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, "p.csv"), "dropout", 0);
        assertTrue(LayerPlan.lstm(spec, 1, BarUnit.DAY).rows().stream()
                .noneMatch(row -> row.layer().key().equals("train.layer.dropout")));
    }

    @Test
    void resNet50HasThePublishedNumberOfParameters() {
        assertEquals(25_557_032, LayerPlan.resNet50(224, 1000).parameters());
        assertEquals(23_508_032 + 2_049, LayerPlan.resNet50(32, 1).parameters());
    }

    @Test
    void resNet50StagesHaveThePublishedCountsAndShapes() {
        LayerPlan plan = LayerPlan.resNet50(224, 1000);
        assertEquals(
                List.of(0L, 9_536L, 0L, 215_808L, 1_219_584L, 7_098_368L, 14_964_736L, 0L, 2_049_000L),
                parameters(plan));
        assertEquals(
                List.of(
                        "1 × 224 × 224",
                        "64 × 112 × 112",
                        "64 × 56 × 56",
                        "256 × 56 × 56",
                        "512 × 28 × 28",
                        "1024 × 14 × 14",
                        "2048 × 7 × 7",
                        "2048",
                        "1000"),
                shapes(plan));
    }

    @Test
    void oddImagesAreHalvedUpwards() {
        // ⌊(33 + 2·3 − 7)/2⌋ + 1 = 17, ⌊(17 + 2·1 − 3)/2⌋ + 1 = 9
        assertEquals("64 × 17 × 17", LayerPlan.resNet50(33, 1).rows().get(1).output());
        assertEquals("64 × 9 × 9", LayerPlan.resNet50(33, 1).rows().get(2).output());
    }

    @Test
    void theGanCountsBothNetworks() {
        LayerPlan plan = LayerPlan.gan(Specs.defaults(GenerateSpec.class, "p.csv"));
        // 32·128 + 128, 128·128 + 128, 128·60 + 60, then 60·128 + 128, 128·128 + 128, 128 + 1
        assertEquals(List.of(0L, 4_224L, 16_512L, 7_740L, 7_808L, 16_512L, 129L), parameters(plan));
    }

    @Test
    void germanCreditBecomesSixtyOneInputs(@TempDir Path folder) throws Exception {
        Imported german = CsvReader.read(Samples.unpack(folder).get(3));
        LayerPlan plan = LayerPlan.of(Specs.defaults(CreditSpec.class, "g.csv"), german, 0, BarUnit.DAY);
        // 7 numbers and 54 levels of 13 categories, no missing cell
        assertEquals("61", plan.rows().getFirst().output());
        assertEquals(List.of(0L, 61 * 64 + 64L, 0L, 64 * 32 + 32L, 0L, 33L), parameters(plan));
        assertTrue(plan.estimate());
        assertFalse(LayerPlan.resNet50(32, 1).estimate());
    }

    private static List<Long> parameters(LayerPlan plan) {
        return plan.rows().stream().map(LayerPlan.Row::parameters).toList();
    }

    private static List<String> shapes(LayerPlan plan) {
        return plan.rows().stream().map(LayerPlan.Row::output).toList();
    }
}
