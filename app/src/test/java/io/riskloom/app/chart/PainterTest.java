package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.RecordingSurface.Drawn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PainterTest {

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("io.riskloom.app.chart.TestModels#all")
    void svgIsXmlAndEveryNumberInItIsFinite(ChartModel model) throws Exception {
        String svg = ChartExport.svg(model, Palette.DARK, "A < B", 600, 400);
        assertEquals("svg", parse(svg).getTagName());
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        assertTrue(texts(parse(svg)).contains("A < B"), svg);
    }

    @ParameterizedTest
    @MethodSource("io.riskloom.app.chart.TestModels#empty")
    void emptyChartsArePaintedWithoutMarksAndWithoutFailing(ChartModel model) throws Exception {
        Element svg = parse(ChartExport.svg(model, Palette.LIGHT, "", 600, 400));
        assertTrue(Painter.of(model).empty());
        assertEquals(0, svg.getElementsByTagName("polygon").getLength());
        assertEquals(0, svg.getElementsByTagName("polyline").getLength());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 4", "6, 6", "12, 12", "60, 12"})
    void betweenEpochsThereAreNoLabels(int epochs, int labels) throws Exception {
        double[] x = IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
        LineChart losses = new LineChart(
                List.of(new Line("loss", x, x, Tone.ACCENT, false)),
                "",
                "",
                false,
                null,
                new Range(0.25, 0.75),
                List.of());
        List<String> whole = texts(parse(ChartExport.svg(losses, Palette.LIGHT, "", 960, 400))).stream()
                .filter(words -> words.matches("[0-9]+(\\.[0-9]+)?"))
                .filter(words -> !words.startsWith("0."))
                .toList();
        assertEquals(labels, whole.size(), whole::toString);
        assertTrue(whole.stream().noneMatch(words -> words.contains(".")), whole::toString);
    }

    @ParameterizedTest
    @MethodSource("io.riskloom.app.chart.TestModels#all")
    void tinySurfacesArePaintedWithFiniteNumbers(ChartModel model) {
        String svg = ChartExport.svg(model, Palette.LIGHT, "", 20, 10);
        assertFalse(svg.contains("NaN"), svg);
    }

    @ParameterizedTest
    @MethodSource("io.riskloom.app.chart.TestModels#all")
    void svgHoldsThePrimitivesThatThePainterDraws(ChartModel model) throws Exception {
        RecordingSurface recorded = new RecordingSurface();
        Viewport view = Painter.home(model);
        Painter.paint(model, view, Palette.LIGHT, recorded, 600, 400);
        SvgSurface surface = new SvgSurface(600, 400, 0, "");
        Painter.paint(model, view, Palette.LIGHT, surface, 600, 400);
        List<Drawn> inSvg = new ArrayList<>();
        collect(parse(surface.svg()), inSvg);
        assertEquals(recorded.drawn, inSvg);
    }

    /** The elements of an SVG in the words of the recording surface; cells are one group. */
    private static void collect(Element parent, List<Drawn> into) {
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (!(nodes.item(i) instanceof Element e)) {
                continue;
            }
            switch (e.getTagName()) {
                case "line" -> into.add(drawn(e, "", "x1", "y1", "x2", "y2"));
                case "rect" -> into.add(drawn(e, "", "x", "y", "width", "height"));
                case "text" -> into.add(drawn(e, e.getTextContent(), "x", "y"));
                case "polyline", "polygon" ->
                    into.add(new Drawn(
                            e.getTagName(),
                            Arrays.asList(e.getAttribute("points").split("[ ,]")),
                            ""));
                case "g" -> {
                    Element first = (Element) e.getElementsByTagName("rect").item(0);
                    into.add(new Drawn("g", List.of(first.getAttribute("x"), first.getAttribute("y")), ""));
                }
                case "svg" -> {
                    into.add(drawn(e, "", "x", "y", "width", "height"));
                    collect(e, into);
                    into.add(new Drawn("/svg", List.of(), ""));
                }
                default -> throw new AssertionError(e.getTagName());
            }
        }
    }

    private static Drawn drawn(Element e, String words, String... attributes) {
        return new Drawn(
                e.getTagName(), Arrays.stream(attributes).map(e::getAttribute).toList(), words);
    }

    @Test
    void priceChartLabelsRoundPricesMonthsAndItsLegend() throws Exception {
        List<String> texts = texts(parse(ChartExport.svg(TestModels.price(200), Palette.LIGHT, "", 900, 500)));
        assertTrue(texts.containsAll(List.of("Close & more", "成交量", "200", "300", "2020-03")), texts.toString());
    }

    @Test
    void candlesBecomeALineWhereTheyAreNarrowerThanTwoPixels() throws Exception {
        Element wide = parse(ChartExport.svg(TestModels.price(40), Palette.LIGHT, "", 900, 500));
        Element narrow = parse(ChartExport.svg(TestModels.price(3000), Palette.LIGHT, "", 900, 500));
        assertEquals(0, wide.getElementsByTagName("polyline").getLength());
        assertEquals(1, narrow.getElementsByTagName("polyline").getLength());
    }

    @Test
    void risingCandlesAreRedWhereThePaletteSaysSo() {
        String green = ChartExport.svg(TestModels.price(40), Palette.LIGHT, "", 900, 500);
        String red = ChartExport.svg(TestModels.price(40), Palette.LIGHT.withRedUp(true), "", 900, 500);
        assertTrue(green.contains("#1a7f37") && !green.contains("#cf222e"));
        assertTrue(red.contains("#cf222e") && !red.contains("#1a7f37"));
    }

    @Test
    void forecastBandsBreakAtAGapAndTheLastValueIsDrawnAcrossTheHorizon() {
        ChartPainter painter = Painter.of(TestModels.forecast(40));
        RecordingSurface s = new RecordingSurface();
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), s, 900, 500);
        // Steps 0 to 2 have a band, step 3 is missing and step 4 alone makes no area: one polygon a band.
        assertEquals(2, s.drawn.stream().filter(d -> d.kind().equals("polygon")).count());
        String end = SvgSurface.n(plot.x().at(39 + 4));
        assertTrue(s.drawn.stream()
                .anyMatch(d -> d.kind().equals("line") && d.coordinates().get(2).equals(end)));
    }

    @Test
    void dotsStandAtTheirValuesWithTheMeanOfEachGroup() {
        ChartPainter painter = Painter.of(TestModels.dots());
        RecordingSurface recorded = new RecordingSurface();
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), recorded, 600, 400);
        // the axis runs from 0.6 to 0.8 with a twentieth of room at both ends
        assertEquals(0.59, plot.x().low(), 1e-12);
        assertEquals(0.81, plot.x().high(), 1e-12);
        List<Double> upright = recorded.drawn.stream()
                .filter(drawn -> drawn.kind().equals("line"))
                .map(Drawn::coordinates)
                .filter(at -> at.get(0).equals(at.get(2)))
                .map(at -> Double.valueOf(at.getFirst()))
                .toList();
        for (double mean : new double[] {0.75, 0.675}) {
            assertTrue(upright.stream().anyMatch(x -> Math.abs(x - plot.x().at(mean)) < 0.01), "mean " + mean);
        }
        ReadOut second =
                painter.readOut(plot, 300, plot.y().at(1.5), key -> key).orElseThrow();
        assertEquals("Fold 2", second.title());
        assertEquals(
                List.of(new ReadOut.Entry("Model", "0.700 · –"), new ReadOut.Entry("Plain", "0.600")),
                second.entries());
    }

    @Test
    void rowsThatDoNotCountAlikeHaveNoMean() {
        ChartModel.DotChart dots = TestModels.dots();
        ChartModel.DotChart plain = new ChartModel.DotChart(dots.rows(), dots.groups(), dots.xLabel(), false);
        assertEquals(2, lines(dots) - lines(plain));
    }

    private static long lines(ChartModel model) {
        ChartPainter painter = Painter.of(model);
        RecordingSurface recorded = new RecordingSurface();
        painter.paint(painter.home(), Style.of(Palette.LIGHT), recorded, 600, 400);
        return recorded.drawn.stream()
                .filter(drawn -> drawn.kind().equals("line"))
                .count();
    }

    @Test
    void aTileOfZerosIsPaintedAsZeroAndAnotherConstantInTheMiddle() {
        String zero = Palette.hex(Palette.LIGHT.sequential(0));
        String middle = Palette.hex(Palette.LIGHT.sequential(0.5));
        for (ChartModel.HeatTiles.Scale scale :
                List.of(ChartModel.HeatTiles.Scale.SEQUENTIAL_EACH, ChartModel.HeatTiles.Scale.SEQUENTIAL_SHARED)) {
            String dead = ChartExport.svg(constant(0, scale), Palette.LIGHT, "", 200, 200);
            assertTrue(cells(dead).contains(zero), scale.name());
            assertFalse(cells(dead).contains(middle), scale.name());
            assertTrue(cells(ChartExport.svg(constant(3, scale), Palette.LIGHT, "", 200, 200))
                    .contains(middle));
        }
    }

    @Test
    void aTurnedScaleIsRedAboveZero() {
        double[][] values = {{1, -0.5}};
        for (HeatTiles.Scale scale : List.of(HeatTiles.Scale.DIVERGING_SHARED, HeatTiles.Scale.TURNED_SHARED)) {
            ChartModel tile = new HeatTiles(List.of(new HeatTiles.Tile("", values)), 1, scale, -1);
            String drawn = cells(ChartExport.svg(tile, Palette.LIGHT, "", 200, 200));
            int sign = scale == HeatTiles.Scale.TURNED_SHARED ? -1 : 1;
            assertTrue(drawn.contains(Palette.hex(Palette.LIGHT.diverging(sign))), drawn);
            assertTrue(drawn.contains(Palette.hex(Palette.LIGHT.diverging(sign * -0.5))), drawn);
        }
    }

    /** The tile's cells alone: a scale's own come after them. */
    private static String cells(String svg) {
        return svg.substring(svg.indexOf("<g"), svg.indexOf("</g>"));
    }

    private static ChartModel constant(double value, ChartModel.HeatTiles.Scale scale) {
        double[][] cells = {{value, value}};
        return new ChartModel.HeatTiles(List.of(new ChartModel.HeatTiles.Tile("", cells)), 1, scale, -1);
    }

    @Test
    void heatMapsOfManyCellsAreOnePictureInsideTheSvg() throws Exception {
        double[][] values = new double[120][120];
        ChartModel model = new ChartModel.HeatTiles(
                List.of(new ChartModel.HeatTiles.Tile("big", values)),
                0,
                ChartModel.HeatTiles.Scale.DIVERGING_EACH,
                -1);
        Element svg = parse(ChartExport.svg(model, Palette.LIGHT, "", 600, 400));
        assertEquals(1, svg.getElementsByTagName("image").getLength());
    }
}
