package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatPanels.Colours;
import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.inside.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The chosen channel large: its map, and beside it that by the other stage's weights. */
final class ChannelModel {

    private static final int BINS = 24;

    private final MapsModel maps;
    private final Texts texts;

    ChannelModel(MapsModel maps, Texts texts) {
        this.maps = maps;
        this.texts = texts;
    }

    /** Empty while the map is not here. */
    List<Panel> panels() {
        int channel = maps.channel().get();
        List<Panel> panels = new ArrayList<>();
        add(panels, maps.source(), channel, maps.looked().stage().get());
        if (maps.other() != null && !panels.isEmpty()) {
            add(panels, maps.other(), channel, maps.beside().get());
        }
        return panels;
    }

    private void add(List<Panel> panels, TileSource source, int channel, Stage stage) {
        Tile tile = channel < 0 ? null : source.tile(channel);
        if (tile == null || source.columns() == 0 || tile.values().length != source.rows() * source.columns()) {
            return;
        }
        double own = Math.max(Math.abs(tile.least()), Math.abs(tile.largest()));
        double most = maps.shared() == ColourSpan.UNIT ? own : maps.limit();
        boolean signed = maps.signed();
        panels.add(new Panel(
                maps.other() == null
                        ? ""
                        : texts.get("inside.stage." + stage.name().toLowerCase(Locale.ROOT)),
                tile.rows(source.columns()),
                signed ? Colours.DIVERGING : Colours.SEQUENTIAL,
                signed ? -most : 0,
                most == 0 ? 1 : most,
                new double[0][0],
                List.of(),
                List.of()));
    }

    /** A map as a picture, numbers over days or steps as lines, single numbers among those of all channels; null for none. */
    ChartModel chart() {
        List<Panel> panels = panels();
        if (panels.isEmpty()) {
            return null;
        }
        if (maps.source().rows() > 1 || maps.weights().get()) {
            return new HeatPanels(panels, 1, false, -1);
        }
        return maps.source().columns() > 1
                ? lines(panels)
                : among(panels.getFirst().values()[0][0]);
    }

    private ChartModel lines(List<Panel> panels) {
        Seen seen = maps.looked().seen().get();
        int columns = maps.source().columns();
        if (seen != null && seen.inputs().dates().size() == columns) {
            List<DateLine> lines = IntStream.range(0, panels.size())
                    .mapToObj(i -> new DateLine(
                            name(panels.get(i)), panels.get(i).values()[0], i == 0 ? Tone.ACCENT : Tone.AMBER, i > 0))
                    .toList();
            return new ChartModel.DateChart(seen.inputs().dates(), lines, null, List.of());
        }
        double[] steps = IntStream.rangeClosed(1, columns).asDoubleStream().toArray();
        List<ChartModel.Line> lines = IntStream.range(0, panels.size())
                .mapToObj(i -> new ChartModel.Line(
                        name(panels.get(i)),
                        steps,
                        panels.get(i).values()[0],
                        i == 0 ? Tone.ACCENT : Tone.AMBER,
                        i > 0))
                .toList();
        return new ChartModel.LineChart(lines, texts.get("inside.step"), "", false, null, null, List.of());
    }

    private String name(Panel panel) {
        return panel.name().isEmpty()
                ? texts.get("inside.channel", maps.channel().get())
                : panel.name();
    }

    /** How many channels give which number, and where this one stands. */
    private ChartModel among(double own) {
        double[] all =
                maps.source().figures().stream().mapToDouble(Figures::mean).toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double step = high > low ? (high - low) / BINS : 1.0 / BINS;
        double[] edges =
                IntStream.rangeClosed(0, BINS).mapToDouble(i -> low + i * step).toArray();
        double[] heights = new double[BINS];
        for (double value : all) {
            heights[Math.clamp((int) ((value - low) / step), 0, BINS - 1)]++;
        }
        return new ChartModel.HistogramChart(
                edges,
                List.of(new ChartModel.HistogramChart.Bars(texts.get("inside.among"), heights, Tone.ACCENT)),
                texts.get("inside.among.x"),
                texts.get("inside.among.y"),
                List.of(new ChartModel.Mark(
                        own, texts.get("inside.channel", maps.channel().get()))));
    }

    /** Whether the chart has the map's cells for axes, so that they can be pointed at. */
    boolean cells() {
        return maps.source().rows() > 1 && maps.other() == null;
    }

    /** {@code Channel 17: mean 0.31, from 0 to 2.4}. */
    String words() {
        int channel = maps.channel().get();
        List<Figures> figures = maps.source().figures();
        if (channel < 0 || channel >= figures.size()) {
            return "";
        }
        Figures own = figures.get(channel);
        String name = texts.get(maps.weights().get() ? "inside.filter" : "inside.channel", channel);
        return Float.isNaN(own.mean())
                ? name
                : texts.get(
                        "inside.figures",
                        name,
                        Formats.compact(own.mean()),
                        Formats.compact(own.least()),
                        Formats.compact(own.largest()));
    }
}
