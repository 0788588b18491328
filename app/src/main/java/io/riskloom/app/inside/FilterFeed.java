package io.riskloom.app.inside;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;

/** Weights of a convolution: a tile is one filter's kernels for its input channels, side by side. */
final class FilterFeed implements TileSource {

    /** Numbers in one question. */
    private static final int MOST = 40_000;

    private record Ask(Requests.ModelRef model, String data, String layer, Stage stage, List<Integer> channels) {}

    private final Looked looked;
    private final Latest<Ask, Filters> asked;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final Map<Integer, Tile> kept = new HashMap<>();
    private List<Integer> wanted = List.of();
    private List<Figures> figures = List.of();
    private int inputs;
    private int rows;
    private int side;
    private String layer = "";
    private Stage stage;

    FilterFeed(Looked looked) {
        this.looked = looked;
        this.asked = new Latest<>(
                looked.session(),
                "inside.task.filters",
                q -> engine -> engine.filters(new Requests.FiltersRequest(
                        q.model(),
                        q.data(),
                        q.layer(),
                        q.stage(),
                        q.channels().stream().mapToInt(Integer::intValue).toArray())));
        asked.answer().addListener((o, was, is) -> take(is));
    }

    void look(String nextLayer, Stage nextStage) {
        if (!nextLayer.equals(layer) || nextStage != stage) {
            clear();
            layer = nextLayer;
            stage = nextStage;
            asked.ask(new Ask(looked.model(), looked.data(), layer, stage, List.of(0)));
        }
    }

    void clear() {
        asked.clear();
        kept.clear();
        wanted = List.of();
        figures = List.of();
        inputs = 0;
        rows = 0;
        side = 0;
        layer = "";
        version.set(version.get() + 1);
    }

    @Override
    public void want(List<Integer> channels) {
        wanted = List.copyOf(channels);
        if (rows > 0) {
            ask();
        }
    }

    private void ask() {
        List<Integer> missing = wanted.stream()
                .filter(channel -> !kept.containsKey(channel))
                .limit(Math.max(1, MOST / (rows * columns())))
                .toList();
        if (!missing.isEmpty()) {
            asked.ask(new Ask(looked.model(), looked.data(), layer, stage, missing));
        }
    }

    private void take(Latest.Answer<Ask, Filters> found) {
        if (found == null
                || !found.question().layer().equals(layer)
                || found.question().stage() != stage) {
            return;
        }
        Filters filters = found.answer();
        inputs = filters.inputs();
        rows = filters.rows();
        side = filters.columns();
        int[] channels = filters.channels();
        for (int i = 0; i < channels.length; i++) {
            kept.put(channels[i], tile(filters, i));
        }
        Figures unknown = new Figures(Float.NaN, Float.NaN, Float.NaN);
        figures = IntStream.range(0, filters.of())
                .mapToObj(channel -> kept.containsKey(channel) ? figures(kept.get(channel)) : unknown)
                .toList();
        version.set(version.get() + 1);
        ask();
    }

    private Tile tile(Filters filters, int place) {
        float[] values = new float[inputs * rows * side];
        for (int input = 0; input < inputs; input++) {
            for (int r = 0; r < rows; r++) {
                int from = ((place * inputs + input) * rows + r) * side;
                System.arraycopy(filters.values(), from, values, r * columns() + input * side, side);
            }
        }
        return Tile.of(values, 0, values.length);
    }

    private static Figures figures(Tile tile) {
        double sum = 0;
        for (float value : tile.values()) {
            sum += value;
        }
        return new Figures((float) (sum / tile.values().length), tile.least(), tile.largest());
    }

    /** Input channels that each filter reads; 0 while it is not known. */
    int inputs() {
        return inputs;
    }

    @Override
    public ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Notice> problem() {
        return asked.problem();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return inputs * side;
    }

    @Override
    public List<Figures> figures() {
        return figures;
    }

    @Override
    public Tile tile(int channel) {
        return kept.get(channel);
    }
}
