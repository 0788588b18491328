package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.Requests;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The kernels of the chosen filter, one an input channel, those with the largest weights first. */
final class KernelModel {

    static final int MOST = 64;

    private record Ask(Requests.ModelRef model, String data, String layer, Stage stage, int channel) {}

    private final MapsModel maps;
    private final Looked looked;
    private final Latest<Ask, Filters> asked;
    private final ReadOnlyObjectWrapper<Filters> filter = new ReadOnlyObjectWrapper<>();
    private boolean shown;

    KernelModel(MapsModel maps) {
        this.maps = maps;
        this.looked = maps.looked();
        this.asked = new Latest<>(
                looked.session(),
                "inside.task.filters",
                q -> engine -> engine.filters(new Requests.FiltersRequest(
                        q.model(), q.data(), q.layer(), q.stage(), new int[] {q.channel()})));
        asked.answer().addListener((o, was, is) -> take());
        maps.channel().addListener((o, was, is) -> ask());
        looked.stage().addListener((o, was, is) -> ask());
        looked.graph().addListener((o, was, is) -> {
            asked.clear();
            take();
        });
    }

    void look(boolean now) {
        shown = now;
        ask();
    }

    /** Of the chosen channel alone; null until it is there. */
    ReadOnlyObjectProperty<Filters> filter() {
        return filter.getReadOnlyProperty();
    }

    /** Why there is no filter; null where there is nothing to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return asked.problem();
    }

    private Ask now() {
        return new Ask(
                looked.model(),
                looked.data(),
                looked.layer().get(),
                looked.stage().get(),
                maps.channel().get());
    }

    private void ask() {
        if (shown && looked.ready() && maps.filtered() && maps.channel().get() >= 0) {
            asked.ask(now());
        }
        take();
    }

    private void take() {
        boolean own = asked.answer().get() != null
                && looked.ready()
                && asked.answer().get().question().equals(now());
        filter.set(own ? asked.answer().get().answer() : null);
    }

    /** One tile an input channel; null while there is no filter. */
    HeatTiles chart() {
        Filters of = filter.get();
        if (of == null) {
            return null;
        }
        double[] strength = new double[of.inputs()];
        Arrays.setAll(strength, input -> largest(of.kernel(0, input)));
        List<HeatTiles.Tile> tiles = Arrays.stream(Ranks.descending(strength))
                .limit(MOST)
                .mapToObj(input -> new HeatTiles.Tile(String.valueOf(input), of.kernel(0, input)))
                .toList();
        return new HeatTiles(tiles, 0, HeatTiles.Scale.DIVERGING_SHARED, -1);
    }

    private static double largest(double[][] kernel) {
        return Arrays.stream(kernel)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
