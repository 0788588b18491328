package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.model.CreditMembers;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.NetworkSizes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The layers of the networks over one applicant's inputs. */
final class CreditLayers {
    private static final int CHANNELS = 3;
    private static final int KERNEL = 3;
    /** To which the share of inputs that are left out is told. */
    private static final double DIGITS = 1e4;
    /** Three poolings halve the small network's picture; a pixel must be left. */
    private static final int SMALLEST_POOLED = 8;

    private final CreditEncoder encoder;
    private final CreditHistory history;

    private CreditLayers(CreditEncoder encoder) {
        this.encoder = encoder;
        this.history = CreditHistory.of(encoder);
    }

    /**
     * Of several networks one is shown a kind, with the parameters and multiply-adds of all of that kind.
     *
     * @throws IllegalArgumentException for a recurrent network where the table tells of no months
     */
    static LayerPlan of(CreditSpec spec, CreditEncoder encoder) {
        CreditLayers all = new CreditLayers(encoder);
        Map<CreditSpec, Integer> kinds = new LinkedHashMap<>();
        CreditMembers.of(spec, !all.history.empty()).forEach(member -> kinds.merge(member, 1, Integer::sum));
        List<LayerPlan.Row> rows = kinds.entrySet().stream()
                .flatMap(kind -> all.rows(kind.getKey(), kind.getValue()).stream())
                .toList();
        return new LayerPlan(rows, true);
    }

    private List<LayerPlan.Row> rows(CreditSpec spec, int members) {
        List<LayerPlan.Row> rows = network(spec).plan(true).rows();
        if (members == 1) {
            return rows;
        }
        LayerPlan.Row head = new LayerPlan.Row(
                Notice.of("train.layer.members", members),
                rows.getFirst().shape(),
                0,
                0,
                0,
                rows.getFirst().kept());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> i == 0 ? head : rows.get(i).times(members))
                .toList();
    }

    private Layers network(CreditSpec spec) {
        Layers layers = new Layers().shape("train.layer.applicant", encoder.width());
        return switch (spec.model()) {
            case "mlp" -> {
                long in = embedded(
                        layers, spec, IntStream.range(0, encoder.width()).toArray());
                layers.dropout(Math.rint(spec.dropout() / 3 * DIGITS) / DIGITS, in);
                dense(layers, spec, in, spec.units());
                dense(layers, spec, spec.units(), spec.units2());
                yield layers.linear("train.layer.logit", spec.units2(), 1);
            }
            case "lstm", "gru" -> recurrent(layers, spec);
            default -> pictured(layers, spec);
        };
    }

    private static void dense(Layers layers, CreditSpec spec, long in, long units) {
        layers.leaky("train.layer.silu", in, units).dropout(spec.dropout(), units);
    }

    private Layers pictured(Layers layers, CreditSpec spec) {
        int side = side(spec, encoder.width());
        layers.shape("train.layer.row", CHANNELS, side, side);
        Layers seen =
                switch (spec.model()) {
                    case "resnet" -> PictureLayers.narrow(layers, side, spec.width(), spec.stages());
                    case "resnet50" -> PictureLayers.resNet(layers, spec.model(), side, side);
                    case "cnn" -> PictureLayers.cnn(layers, small(spec, side), CHANNELS);
                    default -> throw new IllegalArgumentException("no network over applicants " + spec.model());
                };
        long features = seen.width();
        if (!spec.model().equals("cnn")) {
            layers.dropout(spec.dropout(), features);
        }
        return layers.linear("train.layer.logit", features, 1);
    }

    /** Pixels of an edge of the picture that a network sees. */
    static int side(CreditSpec spec, int inputs) {
        int wanted = Math.max((int) Math.ceil(Math.sqrt(inputs)), spec.pixels());
        return spec.model().equals("cnn") ? Math.max(SMALLEST_POOLED, wanted) : wanted;
    }

    private static NetworkSizes small(CreditSpec spec, int side) {
        return new NetworkSizes(
                "cnn",
                true,
                0,
                0,
                side,
                side,
                spec.units(),
                0,
                false,
                0,
                KERNEL,
                spec.filters(),
                spec.dropout(),
                false,
                1);
    }

    private Layers recurrent(Layers layers, CreditSpec spec) {
        List<Input> month = history.meanings(encoder);
        long codes = month.stream().filter(input -> input.kind() == Kind.CODE).count();
        long in = month.size() - codes + (codes > 0 ? spec.embedding() : 0);
        long steps = history.steps();
        long table = codes * spec.embedding();
        layers.add(Notice.of("train.layer.months", steps, in), table, steps * table, 0, steps * codes, steps, in);
        WindowLayers.layer(layers, spec.model(), steps, in, spec.units());
        Layers fixed = new Layers();
        long width = 2L * spec.units() + embedded(fixed, spec, history.rest(encoder));
        LayerPlan tables = fixed.plan(true);
        layers.add(Notice.of("train.layer.joined"), tables.parameters(), tables.multiplyAdds(), 0, 0, width);
        layers.dropout(spec.dropout(), width);
        dense(layers, spec, width, spec.units2());
        return layers.linear("train.layer.logit", spec.units2(), 1);
    }

    /**
     * Categories as vectors from one table, a product with their inputs; the rest goes through.
     *
     * @return numbers that come out
     */
    private long embedded(Layers layers, CreditSpec spec, int[] inputs) {
        List<Input> all = encoder.inputs();
        List<Input> levels =
                IntStream.of(inputs).mapToObj(all::get).filter(this::isLevel).toList();
        long categories = levels.stream().map(Input::column).distinct().count();
        long vectors = categories * spec.embedding();
        long width = inputs.length - levels.size() + vectors;
        if (categories > 0) {
            layers.add(
                    Notice.of("train.layer.embedding", categories, levels.size(), spec.embedding()),
                    (long) levels.size() * spec.embedding(),
                    levels.size() * vectors,
                    0,
                    levels.size(),
                    width);
        }
        return width;
    }

    /** A category's missing cell is one of its levels. */
    private boolean isLevel(Input input) {
        return switch (input.kind()) {
            case LEVEL, OTHER, CODE -> true;
            case MISSING -> !encoder.numeric().get(input.column());
            case NUMBER, SPECIAL -> false;
        };
    }
}
