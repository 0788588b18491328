package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in the files of earlier versions, and what is kept of several series. */
class OldModelsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static PriceHistory history(String symbol) {
        double[] none = {};
        List<LocalDate> dates = IntStream.range(0, 60)
                .mapToObj(LocalDate.of(2020, 1, 1)::plusDays)
                .toList();
        double[] close = IntStream.range(0, 60)
                .mapToDouble(t -> 100 * Math.exp(0.02 * Math.sin(t)))
                .toArray();
        return new PriceHistory(symbol, dates, none, none, none, close, none, new Source("a.csv", "a", 60));
    }

    private static ForecastSpec forecast(String settings) {
        return (ForecastSpec) Specs.parse(
                "{\"task\":\"forecast\",\"model\":\"mlp\",\"window\":6,\"horizon\":2,\"units\":4" + settings + "}");
    }

    private static final String MODEL = """
            {"window":6,"horizon":2,"features":["logReturn"],"inputs":{"mean":[0.001],"scale":[0.02]},
            "targets":{"mean":[0.001,0.002],"scale":[0.02,0.03]},"bestEpoch":3,""";

    private void write(ForecastSpec spec, String model, String rest) throws Exception {
        try (Network network = ForecastNetwork.of(spec, new Shape(6, 1))) {
            WeightsFile.write(folder.resolve("weights.safetensors"), network.state());
        }
        Files.writeString(folder.resolve("model.json"), model + rest);
    }

    @Test
    void halfWidthsAroundAPointForecastOpen() throws Exception {
        ForecastSpec spec = forecast("");
        write(spec, MODEL, "\"bands\":{\"half50\":[0.5,0.8],\"half90\":[1.5,2.5]},\"margins\":null}");
        PriceHistory history = history("A");
        try (Forecaster forecaster = new ForecastRecipe("mlp").load(spec, folder)) {
            Forecast f = forecaster.forecast(history, 30, 31);
            double last = history.close()[30];
            // an untrained head answers the training mean
            assertEquals(last * Math.exp(0.001), f.forecast()[0][0], 1e-4);
            assertEquals(last * Math.exp(0.002), f.forecast()[0][1], 1e-4);
            double sum = 0;
            for (int t = 25; t <= 30; t++) {
                double r = Math.log(history.close()[t] / history.close()[t - 1]);
                sum += r * r;
            }
            double sigma = Math.sqrt(sum / 6);
            assertEquals(last * Math.exp(0.001 - 0.5 * sigma), f.lower50()[0][0], 1e-4);
            assertEquals(last * Math.exp(0.002 + 2.5 * sigma), f.upper90()[0][1], 1e-4);
        }
    }

    @Test
    void marginsAroundQuantilesOpen() throws Exception {
        ForecastSpec spec = forecast(",\"loss\":\"pinball\"");
        write(spec, MODEL, "\"margins\":{\"margin50\":[0.001,0.002],\"margin90\":[0.01,-0.005]}}");
        PriceHistory history = history("A");
        try (Forecaster forecaster = new ForecastRecipe("mlp").load(spec, folder)) {
            Forecast f = forecaster.forecast(history, 30, 31);
            double last = history.close()[30];
            assertEquals(last * Math.exp(0.001 - 0.67449 * 0.02 - 0.001), f.lower50()[0][0], 1e-3);
            assertEquals(last * Math.exp(0.002 + 1.644854 * 0.03 - 0.005), f.upper90()[0][1], 1e-3);
        }
    }

    @Test
    void anImageClassifierOpens() throws Exception {
        ClassifySpec spec = (ClassifySpec)
                Specs.parse(
                        "{\"task\":\"classify\",\"model\":\"cnn\",\"window\":16,\"horizon\":2,\"imageSize\":16,\"filters\":2,\"units\":4}");
        try (Network network = Architecture.of(spec).network(new Shape(1, 16, 16), 1)) {
            for (String name : List.of("head.weight", "head.bias")) {
                network.trainable().get(name).muli(0);
            }
            WeightsFile.write(folder.resolve("weights.safetensors"), network.state());
        }
        Files.writeString(folder.resolve("model.json"), """
                {"window":16,"horizon":2,"imageSize":16,"encoding":"gadf","priorLogOdds":0.3,"bestEpoch":1,"unweighted":false}""");
        try (Classifier classifier = new ClassifyRecipe("cnn").load(spec, folder)) {
            double up = 1 / (1 + Math.exp(-0.3));
            assertEquals(up, classifier.probabilityUp(history("A"), 20, 21)[0], 1e-6);
            double[] row = classifier.probabilities(history("A"), 20, 21)[0];
            assertEquals(1 - up, row[0], 1e-6);
            assertEquals(up, row[1], 1e-6);
        }
    }

    @Test
    void aSeriesThatWasNotLearntIsRefusedInWords() throws Exception {
        ForecastSpec spec = forecast("");
        write(spec, MODEL, """
                "bands":{"half50":[0.5,0.8],"half90":[1.5,2.5]},"scales":{
                "A":{"inputs":{"mean":[0],"scale":[1]},"targets":{"mean":[0.01,0],"scale":[1,1]}},
                "B":{"inputs":{"mean":[0],"scale":[1]},"targets":{"mean":[0.02,0],"scale":[1,1]}}}}""");
        try (Forecaster forecaster = new ForecastRecipe("mlp").load(spec, folder)) {
            double last = history("B").close()[30];
            assertEquals(
                    last * Math.exp(0.02),
                    forecaster.forecast(history("B"), 30, 31).forecast()[0][0],
                    1e-4);
            assertEquals(
                    last * Math.exp(0.01),
                    forecaster.forecast(history("A"), 30, 31).forecast()[0][0],
                    1e-4);
            NoticeException refused =
                    assertThrows(NoticeException.class, () -> forecaster.forecast(history("C"), 30, 31));
            assertEquals("run.error.unknownSeries", refused.notice().key());
            assertEquals("[C, 2]", refused.notice().args().toString());
        }
    }

    @Test
    void aModelOfThisVersionIsWrittenAsItIsRead() {
        ForecastModel old = Json.gson()
                .fromJson(MODEL + "\"bands\":{\"half50\":[0.5,0.8],\"half90\":[1.5,2.5]}}", ForecastModel.class);
        ForecastModel now = new ForecastModel(
                6, 2, old.features(), new SeriesScale(old.inputs(), old.targets()), 3, old.intervals(), Map.of());
        String text = Json.gson().toJson(now);
        assertTrue(text.contains("\"kind\":\"SplitBands\""), text);
        assertEquals(text, Json.gson().toJson(Json.gson().fromJson(text, ForecastModel.class)));
    }
}
