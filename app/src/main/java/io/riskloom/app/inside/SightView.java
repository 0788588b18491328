package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartMark;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.model.RunSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.scene.layout.StackPane;

/** The input as the network sees it, with a frame around what the pointed cell of a layer depends on. */
final class SightView extends StackPane {

    private final Looked looked;
    private final Texts texts;
    private final BiFunction<RunSpec, Inputs, Sight> draw;
    private final ChartView chart;
    private Sight sight; // null while there is none

    /** @param draw makes it of what the network has seen */
    SightView(Looked looked, Texts texts, String id, BiFunction<RunSpec, Inputs, Sight> draw) {
        this.looked = looked;
        this.draw = draw;
        this.texts = texts;
        chart = ChartView.onPage(texts);
        chart.setId(id);
        getChildren().add(chart);
        looked.seen().subscribe(this::show);
        looked.traced().addListener((o, was, is) -> mark(is));
        texts.locale().addListener((o, was, is) -> show());
    }

    private void show() {
        Seen seen = looked.seen().get();
        sight = seen == null ? null : draw.apply(seen.run().spec(), seen.inputs());
        if (sight == null || sight.rows() == 0) {
            chart.setModel(null);
            return;
        }
        Panel panel = new Panel(
                name(seen),
                sight.cells(),
                sight.colours(),
                sight.low(),
                sight.high(),
                new double[0][0],
                rows(),
                columns(seen));
        boolean stretch = sight.kind() == Sight.Kind.DAYS || sight.kind() == Sight.Kind.ROW;
        chart.setModel(new HeatPanels(List.of(panel), 1, stretch, -1));
        mark(looked.traced().get());
    }

    /** A single row has its name beside it. */
    private String name(Seen seen) {
        return switch (sight.kind()) {
            case ROW -> "";
            case DAYS, PIXELS -> texts.get("inside.sight." + sight.kind().name().toLowerCase(Locale.ROOT));
            case BARS, PICTURE ->
                RunWords.choice(texts, "encoding", Sight.encoding(seen.run().spec()));
        };
    }

    private List<String> rows() {
        return switch (sight.kind()) {
            case DAYS -> sight.names();
            case ROW -> List.of(texts.get("inside.sight.row"));
            case PIXELS, BARS, PICTURE -> List.of();
        };
    }

    private List<String> columns(Seen seen) {
        List<LocalDate> dates = seen.inputs().dates();
        return switch (sight.kind()) {
            case ROW -> sight.names();
            case DAYS -> dates.stream().map(Formats::day).toList();
            case BARS, PICTURE ->
                IntStream.range(0, sight.columns())
                        .mapToObj(c -> Formats.day(dates.get(sight.days(c, c + 1, dates.size())[0])))
                        .toList();
            case PIXELS -> List.of();
        };
    }

    private void mark(Trace at) {
        Node node = at == null ? null : looked.node(at.layer()).orElse(null);
        if (node == null || sight == null) {
            chart.markedProperty().set(null);
            return;
        }
        Sight.Field field = sight.field(node, at.row(), at.column());
        chart.markedProperty().set(new ChartMark(field.left(), field.top(), field.right(), field.bottom()));
    }
}
