package io.riskloom.app.credit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The picture in which a network sees applicants, coloured by reasons: each pixel by the contribution of its column.
 *
 * @param columns of the file, one an input of the picture
 */
record PixelReasons(RowPicture picture, List<String> columns) {

    PixelReasons {
        columns = List.copyOf(columns);
    }

    /** From a run's {@code model.json}; empty where its networks see no pictures. */
    static Optional<PixelReasons> read(Path modelFolder) throws IOException {
        JsonObject model = JsonParser.parseString(Files.readString(modelFolder.resolve("model.json")))
                .getAsJsonObject();
        if (!model.has("picture") || model.get("picture").isJsonNull()) {
            return Optional.empty();
        }
        RowPicture picture = Json.gson().fromJson(model.get("picture"), RowPicture.class);
        CreditEncoder encoder = Json.gson().fromJson(model.get("encoder"), CreditEncoder.class);
        return Optional.of(new PixelReasons(picture, encoder.columns()));
    }

    /** One tile, red where the risk is raised as in {@link ExplainCharts#reasons}; a pixel that no input lies on is 0 and has no name. */
    HeatTiles chart(Explanation of, Texts texts) {
        Map<String, Double> contribution = of.reasons().stream()
                .collect(Collectors.toMap(Explanation.Reason::column, Explanation.Reason::contribution));
        int side = picture.side();
        int[] input = picture.input();
        double[][] values = new double[side][side];
        List<String> names = new ArrayList<>();
        for (int pixel = 0; pixel < input.length; pixel++) {
            if (input[pixel] >= 0) {
                values[pixel / side][pixel % side] = contribution.getOrDefault(columns.get(input[pixel]), 0.0);
            }
            names.add(input[pixel] < 0 ? "" : picture.labels().get(input[pixel]));
        }
        String name = texts.get("credit.explain.applicant", String.valueOf(of.row() + 1));
        return new HeatTiles(List.of(new HeatTiles.Tile(name, values, names)), 1, HeatTiles.Scale.TURNED_SHARED, -1);
    }
}
