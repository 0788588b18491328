package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Explanation.Reason;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.model.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelReasonsTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);

    private void write(RowPicture picture) throws Exception {
        CreditEncoder encoder = new CreditEncoder(List.of(
                CreditEncoder.Field.number("age", 40, 10),
                CreditEncoder.Field.category("housing", List.of("own", "rent"))));
        Files.writeString(
                folder.resolve("model.json"),
                Json.gson()
                        .toJson(
                                picture == null
                                        ? Map.of("encoder", encoder)
                                        : Map.of("encoder", encoder, "picture", picture)));
    }

    @Test
    void eachPixelHasTheNameOfItsInputAndTheContributionOfItsColumn() throws Exception {
        write(new RowPicture(2, new int[] {3, 0, 1}, List.of("age", "housing = own", "housing = rent")));
        PixelReasons pixels = PixelReasons.read(folder).orElseThrow();
        Explanation of = new Explanation(
                6,
                0.5,
                0,
                0,
                "gradients",
                List.of(new Reason("age", "50", 0.75, "40"), new Reason("housing", "own", -0.5, "rent")),
                0,
                0);
        HeatTiles chart = pixels.chart(of, texts);
        assertEquals(HeatTiles.Scale.TURNED_SHARED, chart.scale(), "red raises the risk, as in the waterfall");
        HeatTiles.Tile tile = chart.tiles().getFirst();
        assertArrayEquals(new double[] {-0.5, -0.5}, tile.values()[0]);
        assertArrayEquals(new double[] {0, 0.75}, tile.values()[1]);
        assertEquals(List.of("housing = own", "housing = rent", "", "age"), tile.cells());
        assertEquals("Row 7", tile.name());
    }

    @Test
    void aNetworkThatSeesNoPictureHasNone() throws Exception {
        write(null);
        assertTrue(PixelReasons.read(folder).isEmpty());
    }
}
