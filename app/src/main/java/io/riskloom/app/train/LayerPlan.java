package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.RunWords;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The network that a specification describes, layer by layer, counted without building it.
 *
 * @param rows     from input to output
 * @param estimate whether the input's width is only known once the data is encoded
 */
record LayerPlan(List<Row> rows, boolean estimate) {

    /**
     * @param layer      its name and what it is made of
     * @param output     shape of what it gives for one sample, such as {@code 60 × 64}
     * @param parameters numbers that training changes
     */
    record Row(Notice layer, String output, long parameters) {}

    private static final int STEM = 64;
    private static final int EXPANSION = 4;
    private static final int[] BLOCKS = {3, 4, 6, 3};

    LayerPlan {
        rows = List.copyOf(rows);
    }

    /**
     * @param features numbers a bar that the forecaster sees
     * @param unit     what a bar spans
     */
    static LayerPlan of(RunSpec spec, Imported data, int features, BarUnit unit) {
        return switch (spec) {
            case ForecastSpec s -> lstm(s, features, unit);
            case ClassifySpec s -> resNet50(s.imageSize(), 1);
            case GenerateSpec s -> gan(s);
            case CreditSpec s when data instanceof Imported.Credit credit -> mlp(s, oneHotWidth(credit.book()));
            case CreditSpec s -> new LayerPlan(List.of(), true);
        };
    }

    long parameters() {
        return rows.stream().mapToLong(Row::parameters).sum();
    }

    /** One layer has 4·(in·h + h·h + 2·h) parameters: four gates, each with two bias vectors, as PyTorch keeps them. */
    static LayerPlan lstm(ForecastSpec spec, int features, BarUnit unit) {
        List<Row> rows = new ArrayList<>();
        boolean daily = unit == BarUnit.DAY;
        String input = daily ? "train.layer.days" : "train.layer.bars." + unit;
        rows.add(row(input, shape(spec.window(), features), 0, spec.window(), features));
        long h = spec.units();
        long in = features;
        for (int layer = 1; layer <= spec.layers(); layer++) {
            rows.add(row("train.layer.lstm", shape(spec.window(), h), 4 * (in * h + h * h + 2 * h), layer, h));
            in = h;
        }
        rows.add(row(daily ? "train.layer.last" : "train.layer.lastBar", shape(h), 0));
        if (spec.dropout() > 0) {
            rows.add(row("train.layer.dropout", shape(h), 0, RunWords.setting(spec.dropout())));
        }
        rows.add(row("train.layer.linear", shape(spec.horizon()), linear(h, spec.horizon())));
        return new LayerPlan(rows, false);
    }

    /**
     * ResNet-50: 23,508,032 parameters and 2,049 for each class (He et al. 2015, table 1, with batch norm's scale and shift
     * counted as PyTorch does).
     */
    static LayerPlan resNet50(int size, int classes) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("train.layer.image", shape(1, size, size), 0));
        int side = halved(size);
        rows.add(row("train.layer.stem", shape(STEM, side, side), conv(3, STEM, 7)));
        side = halved(side);
        rows.add(row("train.layer.pool", shape(STEM, side, side), 0));
        long in = STEM;
        for (int stage = 0; stage < BLOCKS.length; stage++) {
            long planes = (long) STEM << stage;
            side = stage == 0 ? side : halved(side);
            long out = planes * EXPANSION;
            long count = bottleneck(in, planes) + conv(in, out, 1) + (BLOCKS[stage] - 1) * bottleneck(out, planes);
            rows.add(row("train.layer.stage", shape(out, side, side), count, stage + 1, BLOCKS[stage]));
            in = out;
        }
        rows.add(row("train.layer.average", shape(in), 0));
        rows.add(row("train.layer.linear", shape(classes), linear(in, classes)));
        return new LayerPlan(rows, false);
    }

    static LayerPlan mlp(CreditSpec spec, long width) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("train.layer.applicant", shape(width), 0));
        long in = width;
        for (int units : List.of(spec.units(), spec.units2())) {
            rows.add(row("train.layer.relu", shape(units), linear(in, units)));
            if (spec.dropout() > 0) {
                rows.add(row("train.layer.dropout", shape(units), 0, RunWords.setting(spec.dropout())));
            }
            in = units;
        }
        rows.add(row("train.layer.logit", shape(1), linear(in, 1)));
        return new LayerPlan(rows, true);
    }

    static LayerPlan gan(GenerateSpec spec) {
        long units = spec.units();
        return new LayerPlan(
                List.of(
                        row("train.layer.noise", shape(spec.latent()), 0),
                        row("train.layer.g1", shape(units), linear(spec.latent(), units)),
                        row("train.layer.g2", shape(units), linear(units, units)),
                        row("train.layer.path", shape(spec.window()), linear(units, spec.window())),
                        row("train.layer.d1", shape(units), linear(spec.window(), units)),
                        row("train.layer.d2", shape(units), linear(units, units)),
                        row("train.layer.real", shape(1), linear(units, 1))),
                false);
    }

    /** Numbers, an indicator for each that has gaps, and one column a level; what the encoder drops is not known here. */
    static long oneHotWidth(CreditBook book) {
        long width = 0;
        for (CreditColumn column : book.features()) {
            int gaps = column.missing() > 0 ? 1 : 0;
            width += gaps
                    + switch (column) {
                        case CreditColumn.Numeric numeric -> 1;
                        case CreditColumn.Categorical categorical ->
                            categorical.levels().size();
                    };
        }
        return width;
    }

    /** 1×1, 3×3, 1×1 convolutions without bias, each with batch norm. */
    private static long bottleneck(long in, long planes) {
        return conv(in, planes, 1) + conv(planes, planes, 3) + conv(planes, planes * EXPANSION, 1);
    }

    /** With batch norm's scale and shift. */
    private static long conv(long in, long out, long kernel) {
        return in * out * kernel * kernel + 2 * out;
    }

    private static long linear(long in, long out) {
        return in * out + out;
    }

    private static int halved(int side) {
        return (side + 1) / 2;
    }

    private static Row row(String key, String output, long parameters, Object... args) {
        return new Row(Notice.of(key, args), output, parameters);
    }

    private static String shape(long... sizes) {
        StringBuilder text = new StringBuilder();
        for (long size : sizes) {
            text.append(text.isEmpty() ? "" : " × ").append(size);
        }
        return text.toString();
    }
}
