package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Input, kernel and output side by side; a single row of input stands above its output instead. */
final class WorkCard extends VBox {

    private static final double GAP = 28;

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final NumberGrid input = new NumberGrid(0.45);
    private final NumberGrid kernel = new NumberGrid(0.55);
    private final NumberGrid output = new NumberGrid(0.55);
    private final CellEditor inputEditor;
    private final CellEditor kernelEditor;
    private final Label sign = new Label();
    private final Label equals = new Label("=");
    private final VBox inputBox;
    private final VBox kernelBox;
    private final VBox outputBox;
    private final VBox troubleBox = new VBox(12);
    private final ScrollPane scroll = new ScrollPane();
    private double roomHeight = 460;

    WorkCard(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        input.setId("playground-input");
        kernel.setId("playground-kernel");
        output.setId("playground-output");
        inputEditor = new CellEditor(
                input,
                new GridEdits(
                        input, texts, "playground.say.input", model::typeInput, model::pasteInput, () -> model.state()
                                .get()
                                .input()));
        kernelEditor = new CellEditor(
                kernel,
                new GridEdits(
                        kernel,
                        texts,
                        "playground.say.kernel",
                        model::typeKernel,
                        model::pasteKernel,
                        () -> model.state().get().kernel()));
        sign.getStyleClass().add("grid-sign");
        equals.getStyleClass().add("grid-sign");
        Label origin = Cards.label(
                Bindings.createStringBinding(
                        () -> model.state().get().origin().map(texts::of).orElse(""), model.state(), texts.locale()),
                "caption");
        origin.setWrapText(true);
        origin.maxWidthProperty().bind(Bindings.max(160, input.widthProperty()));
        origin.setMinHeight(USE_PREF_SIZE);
        origin.visibleProperty().bind(origin.textProperty().isNotEmpty());
        origin.managedProperty().bind(origin.visibleProperty());
        inputBox = new VBox(8, Cards.label(inputCaption(), "caption"), input, origin);
        kernelBox = new VBox(8, Cards.label(caption("playground.kernel", PlaygroundState::kernel), "caption"), kernel);
        StringBinding outputCaption = caption(
                "playground.output", s -> model.working().map(Working::output).orElse(s.input()));
        outputBox = new VBox(8, Cards.label(outputCaption, "caption"), output);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        troubleBox.setMaxWidth(280);
        troubleBox.setId("playground-trouble");
        getChildren().addAll(new WorkHead(model, texts), scroll, new RefusalBar(model, texts));
        hovers();
        model.state().addListener((o, was, is) -> show());
        model.cursor().addListener((o, was, is) -> frames());
        texts.locale().addListener((o, was, is) -> show());
        scroll.widthProperty().addListener((o, was, is) -> fit());
        show();
    }

    /** The output takes the keys when the page opens. */
    void focus() {
        output.requestFocus();
    }

    /** @param height that the page leaves to the grids */
    void room(double height) {
        roomHeight = height;
        fit();
    }

    private StringBinding caption(String key, Function<PlaygroundState, Grid> grid) {
        return Bindings.createStringBinding(
                () -> {
                    Grid shown = grid.apply(model.state().get());
                    return texts.get(key, shown.rows(), shown.columns());
                },
                model.state(),
                texts.locale());
    }

    private StringBinding inputCaption() {
        return Bindings.createStringBinding(
                () -> {
                    PlaygroundState s = model.state().get();
                    int rows = s.input().rows();
                    int columns = s.input().columns();
                    String words = texts.get("playground.input", rows, columns);
                    int border = 2 * s.border();
                    return border == 0
                            ? words
                            : texts.get("playground.withPadding", words, rows + border, columns + border);
                },
                model.state(),
                texts.locale());
    }

    private void hovers() {
        output.onHover(place -> place.ifPresent(model::moveTo));
        output.onPick(model::moveTo);
        input.onHover(
                place -> output.touch(place.map(p -> model.readers(own(p))).orElse(List.of())));
    }

    private Place own(Place shown) {
        return new Place(shown.row() - input.border(), shown.column() - input.border());
    }

    private void show() {
        PlaygroundState s = model.state().get();
        boolean pooling = s.mode() == PlaygroundState.Mode.POOLING;
        Optional<Working> working = model.working();
        input.show(working.map(Working::padded).orElse(s.input().values()), working.isPresent() ? s.border() : 0);
        kernel.show(s.kernel().values(), 0);
        working.ifPresent(w -> output.show(w.output().values(), 0));
        input.mark(working.map(Working::marks).orElse(List.of()));
        model.trouble().ifPresent(this::explain);
        sign.setText(pooling ? texts.get("playground.pool.sign." + s.pool().word()) : "∗");
        inputEditor.refresh();
        kernelEditor.refresh();
        fit();
        frames();
    }

    private void explain(Trouble trouble) {
        Label words = new Label(texts.of(trouble.reason()));
        words.setWrapText(true);
        words.getStyleClass().add("amber-text");
        words.setMinHeight(USE_PREF_SIZE);
        Button use = new Button(texts.get(
                "playground.offer",
                String.join(
                        texts.get("playground.offer.and"),
                        trouble.changes().stream().map(texts::of).toList())));
        use.setId("playground-nearest");
        use.setOnAction(e -> model.take(trouble));
        troubleBox.getChildren().setAll(words, use);
    }

    private void fit() {
        PlaygroundState s = model.state().get();
        boolean possible = model.working().isPresent();
        boolean pooling = s.mode() == PlaygroundState.Mode.POOLING;
        int outputRows = possible ? output.rows() : 1;
        int outputColumns = possible ? output.columns() : 6;
        int across = input.columns() + outputColumns + (pooling ? 0 : kernel.columns());
        int down = input.rows() + outputRows + (pooling ? 0 : kernel.rows());
        boolean upright = across > 20 && down <= 9;
        double width = Math.max(320, scroll.getWidth() - 50);
        double largest = width > 1100 ? 52 : 42;
        double cellWidth;
        double cellHeight;
        if (upright) {
            cellWidth = Math.clamp(Math.floor(width / Math.max(input.columns(), kernel.columns())), 26, 64);
            cellHeight = Math.clamp(Math.floor((roomHeight - 140) / down), 24, 36);
        } else {
            int tallest = Math.max(input.rows(), Math.max(pooling ? 1 : kernel.rows(), outputRows));
            double free = width - (pooling ? 2.6 : 5) * GAP - (pooling ? 40 : 20);
            cellWidth = Math.clamp(Math.floor(free / across), 24, largest);
            cellHeight = Math.clamp(Math.floor((roomHeight - 70) / tallest), 22, largest);
            cellHeight = Math.min(cellHeight, Math.max(cellWidth, 30));
        }
        for (NumberGrid grid : List.of(input, kernel, output)) {
            grid.cellSize(cellWidth, cellHeight);
        }
        arrange(upright, pooling, possible);
        frames();
        input.mark(model.working().map(Working::marks).orElse(List.of()));
    }

    private void arrange(boolean upright, boolean pooling, boolean possible) {
        VBox last = possible ? outputBox : troubleBox;
        List<Node> parts = pooling ? List.of(inputBox, sign, last) : List.of(inputBox, sign, kernelBox, equals, last);
        Pane row = scroll.getContent() instanceof Pane pane ? pane : null;
        boolean same = row != null && row.getChildren().equals(parts) && (row instanceof VBox) == upright;
        if (same) {
            return;
        }
        if (row != null) {
            row.getChildren().clear();
        }
        Pane next = upright ? new VBox(12) : new HBox(GAP);
        if (next instanceof HBox box) {
            box.setAlignment(Pos.CENTER);
        } else if (next instanceof VBox box) {
            box.setAlignment(Pos.CENTER_LEFT);
        }
        next.setPadding(new Insets(20, 24, 24, 24));
        next.getChildren().setAll(parts);
        for (VBox box : List.of(inputBox, kernelBox, outputBox, troubleBox)) {
            box.setAlignment(Pos.CENTER_LEFT);
            box.setFillWidth(false);
        }
        scroll.setContent(next);
    }

    private void frames() {
        Optional<Working> working = model.working();
        if (working.isEmpty()) {
            input.frame(List.of());
            output.frame(List.of());
            output.touch(List.of());
            return;
        }
        int border = input.border();
        Explanation explanation = model.explanation().orElseThrow();
        input.frame(explanation.terms().stream()
                .map(t -> new Place(t.place().row() + border, t.place().column() + border))
                .toList());
        Place cell = working.get().place(model.cursor().get());
        output.frame(List.of(cell));
        output.say(texts.get(
                "playground.say.output",
                output.rows(),
                output.columns(),
                cell.row(),
                cell.column(),
                CellText.of(explanation.value())));
    }
}
