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
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Input, kernel and output side by side; a single row of input stands above its output instead. */
final class LayerPane implements WorkPane {

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
    private final TroubleBox troubleBox;
    private final StackPane node = new StackPane();

    LayerPane(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        input.setId("playground-input");
        kernel.setId("playground-kernel");
        output.setId("playground-output");
        GridEntry entry = model.entry();
        inputEditor = new CellEditor(
                input,
                new GridEdits(
                        input, texts, "playground.say.input", entry::typeInput, entry::pasteInput, () -> model.state()
                                .get()
                                .input()));
        kernelEditor = new CellEditor(
                kernel,
                new GridEdits(
                        kernel,
                        texts,
                        "playground.say.kernel",
                        entry::typeKernel,
                        entry::pasteKernel,
                        () -> model.state().get().kernel()));
        sign.getStyleClass().add("grid-sign");
        equals.getStyleClass().add("grid-sign");
        troubleBox = new TroubleBox(model, texts);
        inputBox = new VBox(8, Cards.label(inputCaption(), "caption"), input, origin(model, texts, input));
        kernelBox = new VBox(8, Cards.label(caption("playground.kernel", PlaygroundState::kernel), "caption"), kernel);
        StringBinding outputCaption = caption(
                "playground.output", s -> model.working().map(Working::output).orElse(s.input()));
        outputBox = new VBox(8, Cards.label(outputCaption, "caption"), output);
        output.onHover(place -> place.ifPresent(model::moveTo));
        output.onPick(model::moveTo);
        input.onHover(
                place -> output.touch(place.map(p -> model.readers(own(p))).orElse(List.of())));
        model.gradients().addListener((o, was, is) -> {
            show();
            frames();
        });
    }

    /** Where the input was taken from, under the grid. */
    static Label origin(PlaygroundViewModel model, Texts texts, Region grid) {
        Label origin = Cards.label(
                Bindings.createStringBinding(
                        () -> model.state().get().origin().map(texts::of).orElse(""), model.state(), texts.locale()),
                "caption");
        origin.setWrapText(true);
        origin.maxWidthProperty().bind(Bindings.max(160, grid.widthProperty()));
        origin.setMinHeight(Region.USE_PREF_SIZE);
        origin.visibleProperty().bind(origin.textProperty().isNotEmpty());
        origin.managedProperty().bind(origin.visibleProperty());
        return origin;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        output.requestFocus();
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
                    String key = backwards() ? "playground.gradient.caption" : "playground.input";
                    String words = texts.get(key, rows, columns);
                    int border = 2 * s.border();
                    return border == 0
                            ? words
                            : texts.get("playground.withPadding", words, rows + border, columns + border);
                },
                model.state(),
                model.gradients(),
                texts.locale());
    }

    private boolean backwards() {
        return model.state().get().pooling()
                && model.gradients().get()
                && model.working().isPresent();
    }

    private Place own(Place shown) {
        return new Place(shown.row() - input.border(), shown.column() - input.border());
    }

    @Override
    public void show() {
        PlaygroundState s = model.state().get();
        Optional<Working> working = model.working();
        input.show(working.map(this::shownInput).orElse(s.input().values()), working.isPresent() ? s.border() : 0);
        kernel.show(s.kernel().values(), 0);
        working.ifPresent(w -> output.show(w.output().values(), 0));
        input.mark(working.map(this::marks).orElse(List.of()));
        sign.setText(s.pooling() ? texts.get("playground.pool.sign." + s.pool().word()) : "∗");
        inputEditor.refresh();
        kernelEditor.refresh();
    }

    private double[][] shownInput(Working w) {
        if (!backwards()) {
            return w.padded();
        }
        PlaygroundState s = model.state().get();
        double[][] gradient = w.gradient().get(s.look().channel()).values();
        double[][] shown = new double[gradient.length + 2 * s.border()][gradient[0].length + 2 * s.border()];
        for (int row = 0; row < gradient.length; row++) {
            System.arraycopy(gradient[row], 0, shown[row + s.border()], s.border(), gradient[row].length);
        }
        return shown;
    }

    /** Marks stand in the shown grid, padding included. */
    private List<Place> marks(Working w) {
        int border = input.border();
        return w.marks().stream()
                .map(p -> new Place(p.row() + border, p.column() + border))
                .toList();
    }

    @Override
    public void fit(double width, double height) {
        boolean possible = model.working().isPresent();
        boolean pooling = model.state().get().pooling();
        int outputRows = possible ? output.rows() : 1;
        int outputColumns = possible ? output.columns() : 6;
        int across = input.columns() + outputColumns + (pooling ? 0 : kernel.columns());
        int down = input.rows() + outputRows + (pooling ? 0 : kernel.rows());
        boolean upright = across > 20 && down <= 9;
        double largest = width > 1100 ? 52 : 42;
        double cellWidth;
        double cellHeight;
        if (upright) {
            cellWidth = Math.clamp(Math.floor(width / Math.max(input.columns(), kernel.columns())), 26, 64);
            cellHeight = Math.clamp(Math.floor((height - 140) / down), 24, 36);
        } else {
            int tallest = Math.max(input.rows(), Math.max(pooling ? 1 : kernel.rows(), outputRows));
            double free = width - (pooling ? 2.6 : 5) * GAP - (pooling ? 40 : 20);
            cellWidth = Math.clamp(Math.floor(free / across), 24, largest);
            double under = model.state().get().origin().isPresent() ? 160 : 120;
            cellHeight = Math.clamp(Math.floor((height - under) / tallest), 20, largest);
            cellHeight = Math.min(cellHeight, Math.max(cellWidth, 30));
        }
        for (NumberGrid grid : List.of(input, kernel, output)) {
            grid.cellSize(cellWidth, cellHeight);
        }
        arrange(upright, pooling, possible);
        frames();
        input.mark(model.working().map(this::marks).orElse(List.of()));
    }

    private void arrange(boolean upright, boolean pooling, boolean possible) {
        Node last = possible ? outputBox : troubleBox;
        List<Node> parts = pooling ? List.of(inputBox, sign, last) : List.of(inputBox, sign, kernelBox, equals, last);
        Pane row =
                node.getChildren().isEmpty() ? null : (Pane) node.getChildren().getFirst();
        if (row != null && row.getChildren().equals(parts) && (row instanceof VBox) == upright) {
            return;
        }
        if (row != null) {
            row.getChildren().clear();
        }
        Pane next;
        if (upright) {
            VBox box = new VBox(12);
            box.setAlignment(Pos.CENTER_LEFT);
            next = box;
        } else {
            HBox box = new HBox(GAP);
            box.setAlignment(Pos.CENTER);
            next = box;
        }
        next.setPadding(new Insets(20, 24, 24, 24));
        next.getChildren().setAll(parts);
        for (VBox box : List.of(inputBox, kernelBox, outputBox)) {
            box.setAlignment(Pos.CENTER_LEFT);
            box.setFillWidth(false);
        }
        node.getChildren().setAll(next);
    }

    @Override
    public void frames() {
        Optional<Working> working = model.working();
        if (working.isEmpty()) {
            input.frame(List.of());
            kernel.frame(List.of());
            output.frame(List.of());
            output.touch(List.of());
            return;
        }
        Stepping stepping = model.stepping();
        int border = input.border();
        Explanation explanation = model.explanation().orElseThrow();
        List<Place> window = explanation.terms().stream()
                .map(t -> new Place(t.place().row() + border, t.place().column() + border))
                .toList();
        Optional<Integer> term = stepping.termShown();
        input.frame(term.map(t -> List.of(window.get(t))).orElse(window));
        input.touch(term.isPresent() ? window : List.of());
        kernel.frame(term.map(t -> List.of(new Place(t / kernel.columns(), t % kernel.columns())))
                .orElse(List.of()));
        Place cell = working.get().place(stepping.cursor().get());
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
