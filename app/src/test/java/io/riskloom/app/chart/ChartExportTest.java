package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Weight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartExportTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.riskloom.app.chart.TestModels#all")
    void pngHasTwiceTheSizeAndIsNotBlank(ChartModel model) throws IOException {
        Path file = folder.resolve("chart.png");
        ChartExport.png(model, Palette.LIGHT, 300, 200, file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(600, image.getWidth());
        assertEquals(400, image.getHeight());
        long inked = Arrays.stream(image.getRGB(0, 0, 600, 400, null, 0, 600))
                .filter(p -> p != Palette.LIGHT.panel())
                .count();
        assertTrue(inked > 500, inked + " pixels");
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private static int[] picture(String words, Weight weight) {
        ImageSurface surface = new ImageSurface(40, 24, 2, 0xffffffff);
        surface.text(words, 4, 18, 16, weight, Anchor.START, 0xff000000);
        return surface.image().getRGB(0, 0, 80, 48, null, 0, 80);
    }

    @Test
    void chineseLettersAreDrawnAndAreNotTheMissingGlyph() {
        for (Weight weight : Weight.values()) {
            int[] missing = picture("\uE000", weight);
            int[] test = picture("测", weight);
            int[] price = picture("价", weight);
            assertFalse(Arrays.equals(missing, test), weight.toString());
            assertFalse(Arrays.equals(test, price), weight.toString());
            long inked = Arrays.stream(test).filter(p -> p != 0xffffffff).count();
            assertTrue(inked > 100, inked + " pixels");
        }
    }

    @Test
    void textSplitsWhereTheScriptChanges() {
        assertEquals(
                List.of(
                        new TextRuns.Run("S&P ", false),
                        new TextRuns.Run("预测（", true),
                        new TextRuns.Run("90%", false),
                        new TextRuns.Run("）", true)),
                TextRuns.of("S&P 预测（90%）"));
        assertEquals(List.of(), TextRuns.of(""));
    }

    @Test
    void textCellsThatLookLikeFormulasGetAnApostropheAndNumbersStayPlain() throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvWriter(out)
                .text("=1+1")
                .text("+x")
                .text("-x")
                .text("@x")
                .text("\tx")
                .text("\rx")
                .text("a,\"b\"")
                .text("plain")
                .number(-1e-7)
                .number(1.5e12)
                .number(Double.NaN)
                .number(-0.0)
                .number(3)
                .end();
        assertEquals(
                "'=1+1,'+x,'-x,'@x,'\tx,\"'\rx\",\"a,\"\"b\"\"\",plain,-0.0000001,1500000000000,,0,3\n",
                out.toString());
    }

    @Test
    void priceCsvHasEveryBarAndAnAsciiFileHasNoByteOrderMark() throws IOException {
        Path file = folder.resolve("prices.csv");
        ChartExport.csv(TestModels.price(3), file);
        assertEquals(
                List.of(
                        "date,open,high,low,close,volume", "2020-01-01,99.5,101,99,100,1000000",
                        "2020-01-02,100.5,102,100,101,1000001", "2020-01-03,101.5,103,101,102,1000002"),
                Files.readAllLines(file));
    }

    @Test
    void chineseCsvBeginsWithAByteOrderMark() throws IOException {
        Path file = folder.resolve("tiles.csv");
        ChartExport.csv(TestModels.tiles(ChartModel.HeatTiles.Scale.DIVERGING_EACH), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("\uFEFFtile,row,column,value", lines.getFirst());
        assertEquals("通道 0,1,2,1", lines.get(2));
    }

    @Test
    void namedCellsKeepTheirNames() throws IOException {
        Path file = folder.resolve("named.csv");
        ChartModel.HeatTiles.Tile tile =
                new ChartModel.HeatTiles.Tile("x", new double[][] {{1.5, 2}}, List.of("age", "=job"));
        ChartExport.csv(
                new ChartModel.HeatTiles(List.of(tile), 1, ChartModel.HeatTiles.Scale.DIVERGING_SHARED, -1), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("tile,row,column,cell,value", lines.getFirst());
        assertEquals("x,1,1,age,1.5", lines.get(1));
    }

    @Test
    void forecastCsvHasTheFanAfterTheHistory() throws IOException {
        Path file = folder.resolve("forecast.csv");
        ChartExport.csv(TestModels.forecast(4), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(1 + 4 + 4, lines.size());
        assertEquals("2020-01-04,102.5,104,102,103,1000003,,,,,,,", lines.get(4));
        assertEquals("2020-01-04,,,,,,1,104,103,105,101,107,103", lines.get(5));
    }

    @Test
    void aFileThatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        Path file = folder.resolve("kept.svg");
        Files.writeString(file, "old");
        ChartExport.svg(TestModels.bars(), Palette.LIGHT, 300, 200, file);
        assertNotEquals("old", Files.readString(file));
        Path nowhere = folder.resolve("missing").resolve("chart.svg");
        assertThrows(IOException.class, () -> ChartExport.svg(TestModels.bars(), Palette.LIGHT, 300, 200, nowhere));
        assertFalse(Files.exists(nowhere.getParent()));
    }
}
