package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The maps of the convolution laid into one row, a class's weights of them, and the probabilities of all classes. */
final class DensePane implements WorkPane {

    private static final double STRIP = 22;

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final MiniGrid flat = new MiniGrid();
    private final NumberGrid map = new NumberGrid(0.55);
    private final NumberGrid weights = new NumberGrid(0.55);
    private final CellEditor editor;
    private final Label flatCaption = new Label();
    private final Label mapCaption = new Label();
    private final Label weightCaption = new Label();
    private final List<Button> classes = new ArrayList<>();
    private final List<ProgressBar> bars = new ArrayList<>();
    private final List<Label> figures = new ArrayList<>();
    private final HBox grids = new HBox(28);
    private final TroubleBox trouble;
    private final VBox column;
    private final StackPane node = new StackPane();

    DensePane(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        flat.setId("playground-flat");
        map.setId("playground-map");
        weights.setId("playground-weights");
        editor = new CellEditor(
                weights,
                new GridEdits(
                        weights,
                        texts,
                        "playground.say.weights",
                        (place, text) -> model.entry().typeWeight(position(place), text),
                        (place, text) -> model.entry().pasteWeights(position(place), columns(), text),
                        this::shownWeights));
        map.onHover(place -> place.ifPresent(model::moveTo));
        map.onPick(model::moveTo);
        flat.onPick(place -> model.stepping().moveTo(place.column()));
        for (Label caption : List.of(flatCaption, mapCaption, weightCaption)) {
            caption.getStyleClass().add("caption");
        }
        trouble = new TroubleBox(model, texts);
        grids.getChildren()
                .setAll(
                        new VBox(8, mapCaption, map),
                        sign("⊙"),
                        new VBox(8, weightCaption, weights),
                        sign("→"),
                        ends());
        grids.setAlignment(Pos.CENTER);
        column = new VBox(16, new VBox(6, flatCaption, flat), grids);
        column.setPadding(new Insets(16, 24, 16, 24));
        column.setAlignment(Pos.CENTER);
        node.getChildren().setAll(column);
    }

    private static Label sign(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("grid-sign");
        return label;
    }

    /** A line a class: its name, its sum, its probability. */
    private VBox ends() {
        VBox box = new VBox(12);
        for (int kind = 0; kind < DenseEnd.CLASSES; kind++) {
            int chosen = kind;
            Button button = new Button();
            button.setId("playground-class-" + kind);
            button.setMinWidth(84);
            button.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> texts.get("playground.class", String.valueOf((char) ('A' + chosen))),
                            texts.locale()));
            button.setOnAction(e -> model.lookAtClass(chosen));
            ProgressBar bar = new ProgressBar();
            bar.setPrefWidth(120);
            Label figure = new Label();
            figure.getStyleClass().addAll("figure", "mono");
            figure.setMinWidth(Region.USE_PREF_SIZE);
            classes.add(button);
            bars.add(bar);
            figures.add(figure);
            HBox line = new HBox(8, button, new VBox(4, figure, bar));
            line.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(line);
        }
        box.getChildren().addFirst(Cards.label(texts.bind("playground.classes"), "caption"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private int columns() {
        return model.working().map(w -> w.output().columns()).orElse(1);
    }

    /** Of a cell of the shown map among the flattened values. */
    private int position(Place place) {
        int cells = model.working().map(w -> w.explanations().size()).orElse(0);
        return model.map() * cells + place.row() * columns() + place.column();
    }

    private Grid shownWeights() {
        return model.working()
                .map(w -> w.end()
                        .orElseThrow()
                        .weights(
                                model.state().get().look().kind(),
                                model.map(),
                                w.output().rows(),
                                w.output().columns()))
                .orElse(Grid.of(new double[][] {{0}}));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        map.requestFocus();
    }

    @Override
    public void show() {
        Optional<DenseWorking> end = model.working().flatMap(Working::end);
        node.getChildren().setAll(end.isPresent() ? column : trouble);
        end.ifPresent(e -> {
            flat.show(Grid.of(new double[][] {e.values()}));
            flatCaption.setText(texts.get(
                    "playground.flat",
                    model.working().orElseThrow().maps().size(),
                    model.working().orElseThrow().output().rows(),
                    columns(),
                    e.values().length));
            for (int kind = 0; kind < DenseEnd.CLASSES; kind++) {
                bars.get(kind).setProgress(e.probabilities()[kind]);
                figures.get(kind)
                        .setText("z = " + CellText.of(e.logits()[kind]) + "   p = "
                                + CellText.of(e.probabilities()[kind]));
                classes.get(kind)
                        .pseudoClassStateChanged(
                                MiniGrid.CHOSEN,
                                kind == model.state().get().look().kind());
            }
            frames();
        });
    }

    @Override
    public void fit(double width, double height) {
        if (model.working().isEmpty()) {
            return;
        }
        int cells = model.working().get().cells();
        flat.size(width / cells, STRIP);
        double cellWidth = Math.clamp(Math.floor((width - 430) / (2.0 * columns())), 24, 42);
        double cellHeight = Math.clamp(
                Math.floor((height - 150) / model.working().get().output().rows()), 20, cellWidth);
        map.cellSize(cellWidth, cellHeight);
        weights.cellSize(cellWidth, cellHeight);
        frames();
    }

    @Override
    public void frames() {
        Optional<Working> working = model.working();
        if (working.isEmpty() || working.get().end().isEmpty()) {
            return;
        }
        Working w = working.get();
        int at = model.map();
        map.show(w.maps().get(at).values(), 0);
        weights.show(shownWeights().values(), 0);
        editor.refresh();
        mapCaption.setText(texts.get(
                "playground.map",
                at + 1,
                at * w.explanations().size(),
                (at + 1) * w.explanations().size() - 1));
        String kind = String.valueOf((char) ('A' + model.state().get().look().kind()));
        weightCaption.setText(texts.get("playground.weights", kind));
        Place cell = w.place(model.stepping().cursor().get());
        map.frame(List.of(cell));
        weights.frame(List.of(cell));
        flat.frame(new Place(0, model.stepping().cursor().get()));
        map.say(texts.get(
                "playground.say.map",
                model.stepping().cursor().get(),
                CellText.of(
                        w.end().orElseThrow().values()[model.stepping().cursor().get()])));
    }
}
