package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether the paths repeat what was learnt: their distances to the nearest real window beside those of real ones. */
final class CopiesModel {

    private static final int BINS = 40;

    private final GenerateViewModel page;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<ChartModel> distances = new ReadOnlyObjectWrapper<>();

    CopiesModel(GenerateViewModel page, Texts texts) {
        this.page = page;
        this.texts = texts;
        texts.locale().addListener((locale, before, now) -> draw());
        page.chosen().run().subscribe(run -> draw());
    }

    /** Null where the run kept no distances. */
    ReadOnlyObjectProperty<ChartModel> distances() {
        return distances.getReadOnlyProperty();
    }

    /** Ratio of the medians, share of near copies. */
    StringBinding words() {
        return page.chosen()
                .words(e -> texts.get(
                        "generate.copies.words",
                        MetricWords.value(
                                Metric.NEAREST_REAL_RATIO,
                                e.metrics().getOrDefault(Metric.NEAREST_REAL_RATIO, Double.NaN)),
                        Formats.percent(e.metrics().getOrDefault(Metric.NEAR_COPIES, Double.NaN), 1)));
    }

    private void draw() {
        Optional<PathSight.Copying> copying =
                page.sight().map(PathSight::copying).filter(c -> c.generated().length > 0);
        distances.set(copying.map(this::histogram).orElse(null));
    }

    private HistogramChart histogram(PathSight.Copying copying) {
        double most = Stream.of(copying.generated(), copying.real(), copying.heldOut())
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(1);
        double[] edges =
                IntStream.rangeClosed(0, BINS).mapToDouble(i -> most * i / BINS).toArray();
        return new HistogramChart(
                edges,
                List.of(
                        bars("generate.copies.real", copying.real(), most, Tone.MUTED, false),
                        bars("generate.generated", copying.generated(), most, Tone.ACCENT, false),
                        bars("generate.copies.heldOut", copying.heldOut(), most, Tone.SECOND, true)),
                texts.get("generate.copies.distance", page.unit().count(copying.days(), texts)),
                texts.get("generate.chart.share"),
                List.of());
    }

    private HistogramChart.Bars bars(String key, double[] distances, double most, Tone tone, boolean outline) {
        double[] shares = new double[BINS];
        for (double d : distances) {
            shares[Math.clamp((int) (d / most * BINS), 0, BINS - 1)] += 1.0 / distances.length;
        }
        return new HistogramChart.Bars(texts.get(key), shares, tone, outline);
    }
}
