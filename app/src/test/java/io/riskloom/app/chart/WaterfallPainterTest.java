package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaterfallPainterTest {

    @TempDir
    Path folder;

    @Test
    void eachBarIsReadWithWhereItEnds() {
        WaterfallPainter painter = new WaterfallPainter(TestModels.waterfall());
        RecordingSurface surface = new RecordingSurface();
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), surface, 600, 300);
        ReadOut second =
                painter.readOut(plot, 300, plot.y().at(2.5), key -> key).orElseThrow();
        assertEquals("金额", second.title());
        assertEquals(
                List.of("+1.50", "2.00"),
                second.entries().stream().map(ReadOut.Entry::value).toList());
        assertTrue(painter.readOut(plot, 300, plot.y().at(0.5), key -> key).isEmpty(), "the base is no reason");
        assertTrue(painter.readOut(plot, 300, plot.y().at(4.5), key -> key).isEmpty(), "nor is the end");
    }

    @Test
    void theFileHoldsWhereBarsBeginAndEnd() throws Exception {
        Path file = folder.resolve("bars.csv");
        ChartExport.csv(TestModels.waterfall(), file);
        assertEquals(
                List.of("name,from,value,to", "age & more,-1,1.5,0.5", "金额,0.5,1.5,2", "duration,2,-0.5,1.5"),
                Files.readAllLines(file).stream()
                        .map(l -> l.replace("\uFEFF", ""))
                        .toList());
    }
}
