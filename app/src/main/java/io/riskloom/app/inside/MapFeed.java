package io.riskloom.app.inside;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;

/** Feature maps of a layer by one stage's weights: asks for those alone that are looked at, and anew where the place moves. */
final class MapFeed implements TileSource {

    /** Channels in one question, so that the next move has not long to wait. */
    private static final int MOST = 192;

    private record Ask(
            Requests.ModelRef model, String data, int place, String layer, Stage stage, List<Integer> channels) {}

    private record Kept(int place, Tile tile) {}

    private final Looked looked;
    private final Latest<Ask, LayerMaps> asked;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final Map<Integer, Kept> kept = new HashMap<>();
    private List<Integer> wanted = List.of();
    private List<Figures> figures = List.of();
    private int rows;
    private int columns;
    private String layer = "";
    private Stage stage;
    private int place = -1;
    private int told = -1; // place of the figures

    MapFeed(Looked looked) {
        this.looked = looked;
        this.asked = new Latest<>(
                looked.session(),
                "inside.task.maps",
                q -> engine -> engine.maps(new Requests.MapsRequest(
                        q.model(),
                        q.data(),
                        q.place(),
                        q.layer(),
                        q.stage(),
                        q.channels().stream().mapToInt(Integer::intValue).toArray())));
        asked.answer().addListener((o, was, is) -> take(is));
    }

    /** Turns to a place, a layer and a stage; maps of the place before stay until the new ones are there. */
    void look(int nextPlace, String nextLayer, Stage nextStage) {
        if (!nextLayer.equals(layer) || nextStage != stage) {
            clear();
            layer = nextLayer;
            stage = nextStage;
        }
        if (nextPlace != place) {
            place = nextPlace;
            kept.keySet().retainAll(Set.copyOf(wanted));
        }
        ask();
    }

    /** The place that a channel's map is of, −1 where it is not here. */
    int place(int channel) {
        return kept.containsKey(channel) ? kept.get(channel).place() : -1;
    }

    /** There is nothing to look at. */
    void clear() {
        asked.clear();
        kept.clear();
        wanted = List.of();
        figures = List.of();
        rows = 0;
        columns = 0;
        layer = "";
        place = -1;
        told = -1;
        version.set(version.get() + 1);
    }

    @Override
    public void want(List<Integer> channels) {
        wanted = List.copyOf(channels);
        if (!layer.isEmpty()) {
            ask();
        }
    }

    private void ask() {
        List<Integer> missing = wanted.stream()
                .filter(channel ->
                        !kept.containsKey(channel) || kept.get(channel).place() != place)
                .limit(MOST)
                .toList();
        if (!missing.isEmpty() || told != place) {
            asked.ask(new Ask(looked.model(), looked.data(), place, layer, stage, missing));
        }
    }

    private void take(Latest.Answer<Ask, LayerMaps> found) {
        if (found == null
                || !found.question().layer().equals(layer)
                || found.question().stage() != stage) {
            return;
        }
        LayerMaps maps = found.answer();
        told = found.question().place();
        rows = maps.rows();
        columns = maps.columns();
        figures = maps.figures();
        float[] values = maps.values();
        int[] channels = maps.channels();
        for (int i = 0; i < channels.length; i++) {
            kept.put(channels[i], new Kept(told, Tile.of(values, i * rows * columns, rows * columns)));
        }
        version.set(version.get() + 1);
        ask();
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
        return columns;
    }

    @Override
    public List<Figures> figures() {
        return figures;
    }

    @Override
    public Tile tile(int channel) {
        Kept found = kept.get(channel);
        return found == null ? null : found.tile();
    }
}
