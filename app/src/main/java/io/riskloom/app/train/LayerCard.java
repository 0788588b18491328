package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.LayerPlan.Row;
import io.riskloom.engine.model.GenerateSpec;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The network layer by layer, with what each takes. */
final class LayerCard extends VBox {

    private static final double FIGURES = 98;
    private static final double SHAPE = 116;
    private static final double SCROLL_BAR = 16;
    private static final double HEAD = 42;
    private static final double ROW = 39;
    private static final int MOST_ROWS = 14;
    private static final double MEGA = 1e6;
    private static final double SMALLEST = 0.1;
    private static final long MILLION = 1_000_000;

    /** @param memory bytes, −1 where it is not known */
    private record Line(Row row, long memory) {}

    private final TrainViewModel model;
    private final Texts texts;
    private final TableView<Line> table = new TableView<>();

    LayerCard(TrainViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        HBox head = new HBox(
                Cards.label(texts.bind("train.layers.title"), "section-title"),
                Panels.gap(),
                Cards.label(Bindings.createStringBinding(this::count, model.draft(), texts.locale()), "caption"));
        head.getStyleClass().add("card-head");
        table.setId("train-layer-table");
        table.setPlaceholder(new Label());
        columns();
        texts.locale().subscribe(table::refresh);
        getChildren().addAll(head, Cards.grow(table));
    }

    private void columns() {
        TableColumn<Line, Line> layer =
                column("layer", line -> texts.of(line.row().layer()));
        TableColumn<Line, Line> field =
                figures("field", line -> number(line.row().field()));
        TableColumn<Line, Line> output = figures("output", line -> line.row().output());
        output.setPrefWidth(SHAPE);
        List<TableColumn<Line, Line>> columns = List.of(
                layer,
                output,
                figures("parameters", line -> number(line.row().parameters())),
                figures("multiplyAdds", line -> products(line.row().multiplyAdds())),
                field,
                figures("memory", line -> memory(line.memory())));
        table.getColumns().setAll(columns);
        DoubleExpression shown = Bindings.when(field.visibleProperty())
                .then(SHAPE + (columns.size() - 2) * FIGURES)
                .otherwise(SHAPE + (columns.size() - 3) * FIGURES);
        layer.prefWidthProperty()
                .bind(table.widthProperty().subtract(SCROLL_BAR).subtract(shown));
        model.draft().subscribe(draft -> {
            table.getItems()
                    .setAll(draft.layers().map(layers -> lines(draft, layers)).orElse(List.of()));
            table.setMinHeight(HEAD + ROW * Math.clamp(table.getItems().size(), 2, MOST_ROWS));
            field.setVisible(draft.layers().filter(LayerPlan::hasFields).isPresent());
        });
    }

    private static List<Line> lines(Draft draft, LayerPlan layers) {
        List<Row> rows = layers.rows();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Line(rows.get(i), draft.memory(i)))
                .toList();
    }

    private String counted(LayerPlan layers) {
        if (!layers.estimate()) {
            return "train.layers.count";
        }
        boolean paths = model.spec().filter(GenerateSpec.class::isInstance).isPresent();
        return paths ? "train.layers.estimate.file" : "train.layers.estimate";
    }

    private String count() {
        return model.draft()
                .get()
                .layers()
                .map(layers -> texts.get(
                        counted(layers),
                        Formats.number(layers.parameters(), 0),
                        Formats.number(layers.multiplyAdds(), 0)))
                .orElse("");
    }

    private static String number(long count) {
        return count <= 0 ? "–" : Formats.number(count, 0);
    }

    /** From ten million on in millions. */
    private String products(long count) {
        return count < 10 * MILLION
                ? number(count)
                : texts.get("train.layers.million", Formats.number(count / (double) MILLION, 1));
    }

    private String memory(long bytes) {
        if (bytes < 0) {
            return "–";
        }
        double megabytes = bytes / MEGA;
        return megabytes < SMALLEST
                ? texts.get("train.layers.less", SMALLEST)
                : texts.get("train.plan.mb", Formats.number(megabytes, megabytes < 9.95 ? 1 : 0));
    }

    private TableColumn<Line, Line> figures(String name, Function<Line, String> words) {
        TableColumn<Line, Line> column = column(name, words);
        column.setPrefWidth(FIGURES);
        column.getStyleClass().add("numeric");
        return column;
    }

    private TableColumn<Line, Line> column(String name, Function<Line, String> words) {
        TableColumn<Line, Line> column = new TableColumn<>();
        column.textProperty().bind(texts.bind("train.layers." + name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : words.apply(line));
            }
        });
        return column;
    }
}
