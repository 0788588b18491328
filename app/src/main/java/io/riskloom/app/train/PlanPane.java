package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.LayerPlan.Row;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.app.train.SplitPlan.Use;
import io.riskloom.engine.data.Notice;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the next run will do: in a sentence, as the cut of the data, as the layers of the network. */
final class PlanPane extends VBox {

    private static final double FIGURES = 132;
    private static final double SCROLL_BAR = 16;

    private final TrainViewModel model;
    private final Texts texts;
    private final GridPane bar = new GridPane();
    private final FlowPane legend = new FlowPane(24, 8);

    PlanPane(TrainViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        HBox sentence = Cards.verdict(sentence());
        sentence.setId("train-plan-sentence");
        model.obstacle().subscribe(obstacle -> grade(sentence));
        model.split().subscribe(split -> grade(sentence));
        bar.setId("train-split");
        bar.setMinHeight(24);
        bar.setMaxHeight(24);
        VBox split = Cards.card(
                Cards.label(texts.bind("train.split.title"), "section-title"),
                bar,
                legend,
                Cards.label(
                        Bindings.createStringBinding(
                                () -> texts.get(
                                        model.target().isEmpty() ? "train.split.dates" : "train.split.applicants"),
                                model.split(),
                                texts.locale()),
                        "caption"));
        split.setSpacing(12);
        model.split().subscribe(this::draw);
        texts.locale().subscribe(() -> draw(model.split().get()));
        getChildren()
                .addAll(
                        sentence,
                        Panels.showWhen(split, model.split().isNotNull()),
                        Panels.showWhen(Cards.grow(layers()), model.split().isNotNull()));
    }

    private StringBinding sentence() {
        return Bindings.createStringBinding(
                () -> model.obstacle()
                        .get()
                        .or(model::intro)
                        .map(texts::of)
                        .orElseGet(() -> texts.of(Notice.of("train.invalid.plan"))),
                model.obstacle(),
                model.split(),
                model.form(),
                texts.locale());
    }

    private void grade(HBox sentence) {
        boolean fits = model.split().get() != null;
        sentence.getStyleClass().removeAll("good", "neutral", "bad");
        if (!fits) {
            Cards.grade(sentence, model.obstacle().get().isPresent() ? -1 : 0);
        }
    }

    private void draw(SplitPlan plan) {
        bar.getChildren().clear();
        bar.getColumnConstraints().clear();
        legend.getChildren().clear();
        if (plan == null) {
            return;
        }
        for (Part part : plan.parts()) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 * part.count() / plan.total());
            bar.getColumnConstraints().add(width);
            Region block = new Region();
            block.setMinHeight(24);
            block.setStyle("-fx-background-color: " + colour(part.use()));
            bar.add(block, bar.getColumnConstraints().size() - 1, 0);
        }
        for (Use use : List.of(Use.TRAINING, Use.VALIDATION, Use.CALIBRATION, Use.TEST, Use.PURGED)) {
            List<Part> parts = plan.parts().stream()
                    .filter(part -> part.use() == use || use == Use.PURGED && part.use() == Use.WARM_UP)
                    .toList();
            if (!parts.isEmpty()) {
                legend.getChildren().add(entry(use, parts));
            }
        }
    }

    private HBox entry(Use use, List<Part> parts) {
        Region dot = new Region();
        dot.setMinSize(12, 12);
        dot.setMaxSize(12, 12);
        dot.setStyle("-fx-background-radius: 3; -fx-background-color: " + colour(use));
        int count = parts.stream().mapToInt(Part::count).sum();
        Part first = parts.getFirst();
        boolean days = first.bad() < 0;
        Label words = new Label(texts.get("train.split." + use) + " · " + size(days, count));
        String below = "";
        if (!days) {
            double rate = count == 0 ? Double.NaN : (double) first.bad() / count;
            below = texts.get("train.split.bad", Formats.number(first.bad(), 0), Formats.percent(rate, 1));
        } else if (parts.size() == 1) {
            below = texts.get("train.split.span", first.from(), first.to());
        }
        Label span = new Label(below);
        span.getStyleClass().add("caption");
        HBox entry = new HBox(8, dot, new VBox(2, words, span));
        entry.setAlignment(Pos.TOP_LEFT);
        dot.setTranslateY(3);
        return entry;
    }

    private String size(boolean days, int count) {
        String number = Formats.number(count, 0);
        if (!days) {
            return texts.get("train.split.applicantCount", number);
        }
        return model.unit() == BarUnit.DAY
                ? texts.get("train.split.days", number)
                : texts.get("train.split.bars", number, model.unit().many(texts));
    }

    private static String colour(Use use) {
        return switch (use) {
            case TRAINING -> "-color-accent-emphasis";
            case VALIDATION -> "-color-accent-muted";
            case CALIBRATION -> "-color-accent-3";
            case TEST -> "-color-neutral-emphasis";
            case PURGED, WARM_UP -> "-color-border-default";
        };
    }

    private VBox layers() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                Cards.label(texts.bind("train.layers.title"), "section-title"),
                gap,
                Cards.label(Bindings.createStringBinding(this::count, model.layers(), texts.locale()), "caption"));
        head.getStyleClass().add("card-head");
        TableView<Row> table = new TableView<>();
        table.setId("train-layer-table");
        table.setPlaceholder(new Label());
        TableColumn<Row, Row> layer = column("train.layers.layer", 0, false, row -> texts.of(row.layer()));
        TableColumn<Row, Row> field = column("train.layers.field", FIGURES, true, row -> number(row.field()));
        layer.prefWidthProperty()
                .bind(table.widthProperty()
                        .subtract(3 * FIGURES + SCROLL_BAR)
                        .subtract(Bindings.when(field.visibleProperty())
                                .then(FIGURES)
                                .otherwise(0)));
        table.getColumns()
                .setAll(List.of(
                        layer,
                        column("train.layers.output", FIGURES, true, Row::output),
                        column("train.layers.parameters", FIGURES, true, row -> number(row.parameters())),
                        column("train.layers.multiplyAdds", FIGURES, true, row -> number(row.multiplyAdds())),
                        field));
        model.layers().subscribe(plan -> {
            table.getItems().setAll(plan == null ? List.of() : plan.rows());
            field.setVisible(plan != null && plan.hasFields());
        });
        texts.locale().subscribe(table::refresh);
        VBox card = Cards.card(head, Cards.grow(table));
        card.setSpacing(0);
        card.getStyleClass().add("flush");
        return card;
    }

    private String count() {
        LayerPlan plan = model.layers().get();
        return plan == null
                ? ""
                : texts.get(
                        plan.estimate() ? "train.layers.estimate" : "train.layers.count",
                        Formats.number(plan.parameters(), 0),
                        Formats.number(plan.multiplyAdds(), 0));
    }

    private static String number(long count) {
        return count == 0 ? "–" : Formats.number(count, 0);
    }

    private TableColumn<Row, Row> column(String key, double width, boolean number, Function<Row, String> words) {
        TableColumn<Row, Row> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        if (width > 0) {
            column.setPrefWidth(width);
        }
        column.setSortable(false);
        column.setReorderable(false);
        if (number) {
            column.getStyleClass().add("numeric");
        }
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : words.apply(row));
            }
        });
        return column;
    }
}
