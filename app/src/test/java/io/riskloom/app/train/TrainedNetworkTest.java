package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.app.result.BarUnit;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.Recipes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan's count of weights beside the weights that a training leaves in its folder. */
class TrainedNetworkTest {

    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void write() throws Exception {
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        Random random = new Random(5);
        double close = 100;
        for (int day = 0; day < 330; day++) {
            double open = close;
            close *= Math.exp(0.01 * random.nextGaussian());
            double high = Math.max(open, close) * 1.004;
            double low = Math.min(open, close) * 0.996;
            csv.append(LocalDate.parse("2024-01-01").plusDays(day)).append(',');
            csv.append(open)
                    .append(',')
                    .append(high)
                    .append(',')
                    .append(low)
                    .append(',')
                    .append(close);
            csv.append(',').append(1_000 + random.nextInt(500)).append('\n');
        }
        file = Files.writeString(folder.resolve("prices.csv"), csv);
    }

    @ParameterizedTest
    @CsvSource({
        "forecast, target=volatility loss=pinball volatilityDays=5",
        "forecast, model=gru bidirectional=yes target=return inputs=returns",
        "forecast, model=rnn strategy=recursive inputs=returns",
        "forecast, model=tcn blocks=2 loss=pinball inputs=indicators",
        "forecast, model=mlp skip=yes",
        "forecast, model=cnn encoding=bars filters=4 target=return",
        "forecast, model=resnet18 encoding=bars stride=20",
        "classify, model=lstm directions=three",
        "classify, model=cnn encoding=bars filters=4",
        "classify, model=resnet18 directions=three stride=20 imageSize=16 encoding=mtf"
    })
    void thePlanCountsTheWeightsThatTrainingLeaves(String task, String settings) throws Exception {
        RunSpec spec = Specs.defaults(task, file.toString());
        for (String setting : settings.split(" ")) {
            spec = Specs.with(spec, setting.split("=")[0], setting.split("=")[1]);
        }
        spec = Specs.with(spec, Map.of("window", 20, "horizon", 5, "epochs", 1, "batch", 32));
        Imported data = CsvReader.read(file);
        Path run = Files.createDirectory(folder.resolve(task + "-" + Math.abs(settings.hashCode())));
        assertInstanceOf(Outcome.Finished.class, train(spec, data, run));
        Plan plan = new Planner(data, BarUnit.DAY, List.of(), Long.MAX_VALUE).plan(spec);
        assertEquals(plan.layers().parameters(), weights(run.resolve("weights.safetensors")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=mlp members=2 codes=yes",
                "model=resnet members=1 width=4 stages=2",
                "model=cnn members=1 filters=3",
                "model=gru members=1 codes=yes",
                "model=lstm members=2",
                "model=ensemble"
            })
    void thePlanCountsTheWeightsOfNetworksOverApplicants(String settings) throws Exception {
        Path table = applicants();
        RunSpec spec = Specs.defaults("credit", table.toString());
        for (String setting : settings.split(" ")) {
            spec = Specs.with(spec, setting.split("=")[0], setting.split("=")[1]);
        }
        spec = Specs.with(spec, Map.of("epochs", 1, "batch", 64));
        Imported data = CsvReader.read(table);
        Path run = Files.createDirectory(folder.resolve("credit-" + Math.abs(settings.hashCode())));
        assertInstanceOf(Outcome.Finished.class, train(spec, data, run));
        Plan plan = new Planner(data, BarUnit.DAY, List.of(), Long.MAX_VALUE).plan(spec);
        assertEquals(plan.layers().parameters(), weights(run.resolve("weights.safetensors")));
    }

    /** Three months of status and bills, an age with gaps and a home; every part of the rows has all that occurs. */
    private static Path applicants() throws IOException {
        StringBuilder csv = new StringBuilder("status_1,status_2,status_3,bill_1,bill_2,bill_3,age,home,class\n");
        Random random = new Random(3);
        for (int row = 0; row < 240; row++) {
            for (int month = 0; month < 3; month++) {
                csv.append((row + month) % 3).append(',');
            }
            for (int month = 0; month < 3; month++) {
                csv.append(random.nextInt(10_000) / 10.0).append(',');
            }
            csv.append(row % 7 == 0 ? "" : String.valueOf(20.5 + random.nextInt(50)));
            csv.append(row % 2 == 0 ? ",own," : ",rent,");
            csv.append(random.nextInt(3) == 0 ? "bad\n" : "good\n");
        }
        return Files.writeString(folder.resolve("applicants.csv"), csv);
    }

    private static <S extends RunSpec> Outcome train(S spec, Imported data, Path run) throws Exception {
        return Recipes.of(spec).train(spec, data, run, RunMonitor.SILENT);
    }

    /** Numbers that learning has changed: those of batch norm's running means are none of them. */
    private static long weights(Path file) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        JsonObject arrays = JsonParser.parseString(new String(header, StandardCharsets.UTF_8))
                .getAsJsonObject();
        long sum = 0;
        for (Map.Entry<String, JsonElement> array : arrays.entrySet()) {
            if (!array.getKey().equals("__metadata__") && !array.getKey().contains("running")) {
                sum += size(array.getValue().getAsJsonObject().getAsJsonArray("shape"));
            }
        }
        return sum;
    }

    private static long size(JsonArray shape) {
        long size = 1;
        for (JsonElement side : shape) {
            size *= side.getAsLong();
        }
        return size;
    }
}
