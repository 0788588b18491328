package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts against sums done by hand and against the numbers that torchvision publishes. */
class LayerPlanTest {

    @Test
    void anLstmLayerHasFourGatesWithTwoBiasVectorsEach() {
        LayerPlan plan = forecast(Map.of());
        // 4(6·64 + 64·64 + 2·64) = 18,432; 4(64·64 + 64·64 + 2·64) = 33,280; 64·20 + 20 = 1,300
        assertEquals(List.of(0L, 18_432L, 33_280L, 0L, 0L, 1_300L), parameters(plan));
        assertEquals(53_012, plan.parameters());
        assertEquals(List.of("60 × 6", "60 × 64", "60 × 64", "64", "64", "20"), shapes(plan));
        // on each of 60 days, without biases
        assertEquals(List.of(0L, 60L * 4 * 70 * 64, 60L * 4 * 128 * 64, 0L, 0L, 64L * 20), multiplyAdds(plan));
        assertFalse(plan.hasFields());
    }

    @Test
    void bothDirectionsHaveWeightsOfTheirOwnAndDoubleTheStates() {
        LayerPlan plan = forecast(Map.of("bidirectional", "yes"));
        assertEquals(
                List.of(0L, 2 * 18_432L, 2 * 4 * (128 * 64 + 64 * 64 + 128L), 0L, 0L, 129L * 20), parameters(plan));
        assertEquals(List.of("60 × 6", "60 × 128", "60 × 128", "128", "128", "20"), shapes(plan));
    }

    @Test
    void aGruHasThreeGatesAndASimpleRnnOneAndHalfTheUnitsInEachFurtherLayer() {
        LayerPlan gru = forecast(Map.of("model", "gru", "layers", 1));
        assertEquals(List.of(0L, 3 * (6 * 64 + 64 * 64 + 128L), 0L, 0L, 1_300L), parameters(gru));
        LayerPlan rnn = forecast(Map.of("model", "rnn", "dropout", 0));
        assertEquals(
                List.of(0L, 6 * 64 + 64 * 64 + 128L, 64 * 32 + 32 * 32 + 64L, 32 * 16 + 16 * 16 + 32L, 0L, 17L * 20),
                parameters(rnn));
        assertEquals(List.of("60 × 6", "60 × 64", "60 × 32", "60 × 16", "16", "20"), shapes(rnn));
        assertEquals(
                "1",
                forecast(Map.of("model", "rnn", "units", 3, "dropout", 0))
                        .rows()
                        .get(4)
                        .output());
    }

    @Test
    void temporalBlocksWidenTheirViewByTwiceTheDilatedKernel() {
        LayerPlan plan = forecast(Map.of("model", "tcn"));
        long first = 3 * (6 * 64 + 64 * 64) + 6 * 64 + 3 * 64;
        long other = 3 * 2 * 64 * 64 + 2 * 64;
        assertEquals(List.of(0L, first, other, other, other, 0L, 1_300L), parameters(plan));
        assertEquals(List.of(0L, 5L, 13L, 29L, 61L, 0L, 0L), fields(plan));
        assertEquals(60 * (first - 3 * 64), plan.rows().get(1).multiplyAdds());
        assertEquals("60 × 64", plan.rows().get(4).output());
    }

    @Test
    void anMlpSeesTheWindowAsOneRow() {
        LayerPlan plan = forecast(Map.of("model", "mlp"));
        assertEquals(List.of("60 × 6", "360", "64", "64", "64", "64", "20"), shapes(plan));
        assertEquals(List.of(0L, 0L, 361 * 64L, 0L, 65 * 64L, 0L, 65 * 20L), parameters(plan));
        assertEquals(360 * 64 + 64 * 64 + 64 * 20, plan.multiplyAdds());
    }

    @Test
    void aHeadThatLearnsQuantilesGivesFiveNumbersADay() {
        LayerPlan plan = forecast(Map.of("loss", "pinball"));
        assertEquals("100", plan.rows().getLast().output());
        assertEquals(65 * 100, plan.rows().getLast().parameters());
    }

    @Test
    void aNetworkWithoutDropoutHasNoDropoutLayer() {
        assertTrue(forecast(Map.of("dropout", 0)).rows().stream()
                .noneMatch(row -> row.layer().key().equals("train.layer.dropout")));
    }

    @Test
    void resNetsHaveThePublishedNumbersOfParametersAndOfMultiplyAdds() {
        LayerPlan r18 = PictureLayers.resNet("resnet18", 224, 224, 1000);
        LayerPlan r34 = PictureLayers.resNet("resnet34", 224, 224, 1000);
        LayerPlan r50 = PictureLayers.resNet("resnet50", 224, 224, 1000);
        assertEquals(11_689_512, r18.parameters());
        assertEquals(21_797_672, r34.parameters());
        assertEquals(25_557_032, r50.parameters());
        assertEquals(1_814, Math.round(r18.multiplyAdds() / 1e6));
        assertEquals(3_664, Math.round(r34.multiplyAdds() / 1e6));
        assertEquals(4_089, Math.round(r50.multiplyAdds() / 1e6));
        assertEquals(
                23_508_032 + 2_049, PictureLayers.resNet("resnet50", 32, 32, 1).parameters());
    }

    @Test
    void resNetsSeeThePublishedPartOfThePicture() {
        // 435 and 899 for the shallow ones; with the stride on the 3×3 convolution 427 for ResNet-50
        assertEquals(
                List.of(0L, 7L, 11L, 43L, 99L, 211L, 435L, 0L, 0L),
                fields(PictureLayers.resNet("resnet18", 224, 224, 1000)));
        assertEquals(
                899, fields(PictureLayers.resNet("resnet34", 224, 224, 1000)).get(6));
        assertEquals(
                427, fields(PictureLayers.resNet("resnet50", 224, 224, 1000)).get(6));
    }

    @Test
    void theSmallCnnIsCountedByHand() {
        ClassifySpec spec = Specs.with(Specs.defaults(ClassifySpec.class, "p.csv"), "model", "cnn");
        LayerPlan plan = LayerPlan.of(spec, 0, BarUnit.DAY);
        assertEquals(
                List.of(
                        "1 × 32 × 32",
                        "32 × 32 × 32",
                        "32 × 16 × 16",
                        "64 × 16 × 16",
                        "64 × 8 × 8",
                        "64 × 8 × 8",
                        "64 × 4 × 4",
                        "1024",
                        "64",
                        "1"),
                shapes(plan));
        assertEquals(
                List.of(0L, 320L, 0L, 9 * 32 * 64 + 64L, 0L, 9 * 64 * 64 + 64L, 0L, 0L, 1025L * 64, 65L),
                parameters(plan));
        assertEquals(List.of(0L, 3L, 4L, 8L, 10L, 18L, 22L, 0L, 0L, 0L), fields(plan));
        assertEquals(
                9 * 32 * 32 * 32 + 9 * 32 * 64 * 16 * 16 + 9 * 64 * 64 * 8 * 8 + 1024 * 64 + 64, plan.multiplyAdds());
        LayerPlan even = LayerPlan.of(Specs.with(spec, "kernel", 4), 0, BarUnit.DAY);
        assertEquals(
                List.of("32 × 31 × 31", "32 × 15 × 15", "64 × 14 × 14"),
                shapes(even).subList(1, 4));
    }

    @Test
    void resNet50StagesHaveThePublishedCountsAndShapes() {
        LayerPlan plan = PictureLayers.resNet("resnet50", 224, 224, 1000);
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
        assertEquals(
                "64 × 17 × 17",
                PictureLayers.resNet("resnet50", 33, 33, 1).rows().get(1).output());
        assertEquals(
                "64 × 9 × 9",
                PictureLayers.resNet("resnet50", 33, 33, 1).rows().get(2).output());
    }

    @Test
    void theGanCountsBothNetworks() {
        LayerPlan plan = gan("mlp-gan", Map.of());
        // 32·128 + 128, 128·128 + 128, 128·60 + 60, then 60·128 + 128, 128·128 + 128, 128 + 1
        assertEquals(List.of(0L, 4_224L, 16_512L, 7_740L, 7_808L, 16_512L, 129L), parameters(plan));
    }

    private static LayerPlan gan(String model, Map<String, Object> settings) {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, "p.csv"), "model", model);
        return LayerPlan.of(Specs.with(spec, settings), 0, BarUnit.DAY);
    }

    @Test
    void theTemporalGanCountsBothNetworksAndTheDaysThatTheyConsume() {
        LayerPlan plan = gan("tcn-gan", Map.of("window", 20, "channels", 8, "blocks", 3, "statistics", "no"));
        // 3·3·8 + 8, twice 3·8·8 + 8, 2·8 + 2, then 3·1·8 + 8, twice 3·8·8 + 8, 8 + 1
        assertEquals(List.of(0L, 80L, 200L, 200L, 18L, 0L, 32L, 200L, 200L, 0L, 9L), parameters(plan));
        assertEquals(
                List.of("34 × 3", "32 × 8", "28 × 8", "20 × 8", "20 × 2", "20", "18 × 8", "14 × 8", "6 × 8", "8", "1"),
                shapes(plan));
        assertEquals(List.of(0L, 3L, 7L, 15L, 15L, 0L, 3L, 7L, 15L, 0L, 0L), fields(plan));
        assertEquals(
                List.of(0L, 32L * 72, 28L * 192, 20L * 192, 320L),
                multiplyAdds(plan).subList(0, 5));
    }

    @Test
    void theVolatilityGanCountsANetworkADayAndACriticThatSeesStatistics() {
        LayerPlan plan = gan("sv-gan", Map.of());
        // 15·32 + 32, 32·32 + 32, 32·2 + 2; 256 days and 51 statistics: 307·192 + 192, 192·192 + 192, 193
        assertEquals(List.of(0L, 512L, 1_056L, 66L, 0L, 0L, 59_136L, 37_056L, 193L), parameters(plan));
        assertEquals(
                List.of("256 × 15", "256 × 32", "256 × 32", "256 × 2", "256", "307", "192", "192", "1"), shapes(plan));
        assertEquals(256L * 15 * 32, multiplyAdds(plan).get(1));
        // 20 days: 6 of 13 lags of sizes, 5 of 7 of the leverage, all 4 others; moves over 5 days alone, one beginning
        LayerPlan brief = gan("sv-gan", Map.of("window", 20, "conditional", "yes"));
        assertEquals(20 + 6 + 21 + 6 + 5 + 4 + 3 + 1, brief.rows().get(5).size());
        assertEquals("20 × 27", brief.rows().getFirst().output());
    }

    @Test
    void theRecurrentGanCountsAllItsParts() {
        LayerPlan plan = gan("lstm-gan", Map.of("statistics", "no"));
        // LSTM: 4·(in·32 + 32·32 + 2·32) with 4 noises, 32 states, 1 return, 2 numbers of a day
        assertEquals(List.of(0L, 4_864L, 8_448L, 66L, 0L, 4_480L, 33L, 4_608L, 0L, 2_080L, 33L), parameters(plan));
        assertEquals("92 × 4", plan.rows().getFirst().output());
    }

    @Test
    void theGanOfBarsCountsWindowsAndDays() {
        LayerPlan plan =
                gan("ohlcv-gan", Map.of("window", 10, "latent", 7, "noises", 2, "units", 8, "criticUnits", 16));
        // 10·8 + 8, 12·8 + 8, twice 8·8 + 8, 8·5 + 5; 24·64 + 64, 64·64 + 64, 64·16 + 16, 92·16 + 16, 16·16 + 16, 17
        assertEquals(
                List.of(0L, 88L, 104L, 72L, 72L, 45L, 0L, 1_600L, 4_160L, 1_040L, 1_488L, 272L, 17L), parameters(plan));
    }

    /** Series and volumes are counted when the file is read. */
    @Test
    void generatorsOfSeveralSeriesAndOfBarsAreEstimates() {
        assertFalse(gan("sv-gan", Map.of()).estimate());
        assertFalse(gan("mlp-gan", Map.of("together", "all")).estimate(), "always one series");
        assertTrue(gan("sv-gan", Map.of("together", "all")).estimate());
        assertTrue(gan("gru-gan", Map.of("together", "all")).estimate());
        assertTrue(gan("ohlcv-gan", Map.of()).estimate());
    }

    @Test
    void headsGiveWhatTheTargetAsksFor() {
        assertEquals("1", last(forecast(Map.of("target", "return", "loss", "mse"))));
        assertEquals("5", last(forecast(Map.of("target", "return", "loss", "pinball"))));
        assertEquals("1", last(forecast(Map.of("strategy", "recursive"))));
        assertEquals("100", last(forecast(Map.of("loss", "pinball"))));
        assertEquals("1", last(direction(Map.of("model", "gru"))));
        assertEquals("3", last(direction(Map.of("model", "tcn", "directions", "three"))));
        assertEquals("3", last(direction(Map.of("model", "resnet18", "directions", "three"))));
    }

    @Test
    void aSkipAddsALinearLayerOnTheLastDay() {
        LayerPlan plan = forecast(Map.of("target", "volatility"));
        assertEquals("train.layer.skip", plan.rows().getLast().layer().key());
        // 6 features and a bias to one number; the LSTM of one layer has 32 units: 4(6·32 + 32·32 + 2·32)
        assertEquals(List.of(0L, 5_120L, 0L, 0L, 33L, 7L), parameters(plan));
        assertEquals(List.of("22 × 6", "22 × 32", "32", "32", "1", "1"), shapes(plan));
        assertEquals(6, plan.rows().getLast().multiplyAdds());
    }

    @Test
    void aNetworkOverPicturesForecastsWithItsOwnHead() {
        LayerPlan plan = forecast(Map.of("model", "resnet50"));
        assertEquals("1 × 32 × 32", plan.rows().getFirst().output());
        assertEquals("20", last(plan));
        assertEquals(23_508_032 + 2_049 * 20, plan.parameters());
        assertEquals(2_048 * 20, plan.rows().getLast().multiplyAdds());
    }

    @Test
    void chartsOfBarsAreHalvedSideBySide() {
        LayerPlan plan = direction(Map.of("model", "cnn", "encoding", "bars", "window", 20, "directions", "three"));
        // 20 days are 60 pixels wide and 64 high
        assertEquals(
                List.of(
                        "1 × 64 × 60",
                        "32 × 64 × 60",
                        "32 × 32 × 30",
                        "64 × 32 × 30",
                        "64 × 16 × 15",
                        "64 × 16 × 15",
                        "64 × 8 × 7",
                        "3584",
                        "64",
                        "3"),
                shapes(plan));
        assertEquals(3_585 * 64, plan.rows().get(8).parameters());
        assertEquals(9 * 32 * 64 * 60, plan.rows().get(1).multiplyAdds());
        LayerPlan large = forecast(Map.of("model", "resnet18", "encoding", "bars", "window", 60));
        assertEquals(
                List.of("1 × 96 × 180", "64 × 48 × 90", "64 × 24 × 45", "64 × 24 × 45", "128 × 12 × 23"),
                shapes(large).subList(0, 5));
    }

    private static String last(LayerPlan plan) {
        return plan.rows().getLast().output();
    }

    private static LayerPlan direction(Map<String, Object> settings) {
        return LayerPlan.of(Specs.with(Specs.defaults(ClassifySpec.class, "p.csv"), settings), 6, BarUnit.DAY);
    }

    private static LayerPlan forecast(Map<String, Object> settings) {
        return LayerPlan.of(Specs.with(Specs.defaults(ForecastSpec.class, "p.csv"), settings), 6, BarUnit.DAY);
    }

    private static List<Long> multiplyAdds(LayerPlan plan) {
        return plan.rows().stream().map(LayerPlan.Row::multiplyAdds).toList();
    }

    private static List<Long> fields(LayerPlan plan) {
        return plan.rows().stream().map(LayerPlan.Row::field).toList();
    }

    private static List<Long> parameters(LayerPlan plan) {
        return plan.rows().stream().map(LayerPlan.Row::parameters).toList();
    }

    private static List<String> shapes(LayerPlan plan) {
        return plan.rows().stream().map(LayerPlan.Row::output).toList();
    }
}
