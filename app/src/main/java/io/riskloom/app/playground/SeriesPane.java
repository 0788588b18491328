package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A row of returns above their picture; columns of both are the same days, and a cell of the answers is framed in both. */
final class SeriesPane implements WorkPane {

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final NumberGrid row = new NumberGrid(0.55);
    private final NumberGrid rowKernel = new NumberGrid(0.55);
    private final NumberGrid rowOutput = new NumberGrid(0.55);
    private final NumberGrid image = new NumberGrid(0.45);
    private final NumberGrid imageKernel = new NumberGrid(0.55);
    private final NumberGrid imageOutput = new NumberGrid(0.55);
    private final List<NumberGrid> grids = List.of(row, rowKernel, rowOutput, image, imageKernel, imageOutput);
    private final List<CellEditor> editors;
    private final Label days = new Label();
    private final TroubleBox trouble;
    private final GridPane table = new GridPane(20, 6);
    private final StackPane node = new StackPane(table);

    SeriesPane(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        row.setId("playground-returns");
        rowKernel.setId("playground-returns-kernel");
        rowOutput.setId("playground-returns-output");
        image.setId("playground-image");
        imageKernel.setId("playground-image-kernel");
        imageOutput.setId("playground-image-output");
        GridEntry entry = model.entry();
        editors = List.of(
                new CellEditor(
                        row,
                        new GridEdits(
                                row,
                                texts,
                                "playground.say.input",
                                entry::typeReturn,
                                entry::pasteReturns,
                                () -> series().returns())),
                new CellEditor(
                        rowKernel,
                        new GridEdits(
                                rowKernel,
                                texts,
                                "playground.say.kernel",
                                entry::typeSeriesKernel,
                                (place, text) -> entry.pasteSeriesKernel(text),
                                () -> series().kernel())),
                new CellEditor(
                        imageKernel,
                        new GridEdits(
                                imageKernel,
                                texts,
                                "playground.say.kernel",
                                entry::typeImageKernel,
                                (place, text) -> entry.pasteImageKernel(text),
                                () -> series().imageKernel())));
        trouble = new TroubleBox(model, texts);
        rowOutput.onPick(place -> model.moveTo(new Place(place.column(), place.column())));
        rowOutput.onHover(place -> place.ifPresent(p -> model.moveTo(new Place(p.column(), p.column()))));
        imageOutput.onHover(place -> place.ifPresent(model::moveTo));
        imageOutput.onPick(model::moveTo);
        days.getStyleClass().add("caption");
        days.setId("playground-days");
        table.setAlignment(Pos.CENTER);
        table.setPadding(new Insets(16, 24, 16, 24));
        fill();
    }

    private void fill() {
        caption(0, 0, bound("playground.series.row"));
        caption(2, 0, bound("playground.series.rowKernel"));
        caption(4, 0, bound("playground.series.rowOutput"));
        line(1, row, rowKernel, rowOutput);
        Label origin = LayerPane.origin(model, texts, row);
        origin.maxWidthProperty().unbind();
        origin.setMaxWidth(Double.MAX_VALUE);
        table.add(new VBox(2, days, origin), 0, 2, 5, 1);
        caption(0, 3, bound("playground.series.image"));
        caption(2, 3, bound("playground.series.imageKernel"));
        caption(4, 3, bound("playground.series.imageOutput"));
        line(4, image, imageKernel, imageOutput);
        table.add(trouble, 4, 4);
        GridPane.setValignment(trouble, VPos.CENTER);
    }

    private ObservableValue<String> bound(String key) {
        return Bindings.createStringBinding(
                () -> {
                    int all = series().returns().columns();
                    int out = model.working().map(w -> w.output().columns()).orElse(0);
                    String encoding = texts.get("playground.encoding." + series().encoding());
                    return texts.get(key, all, series().length(), out, encoding);
                },
                model.state(),
                texts.locale());
    }

    private void caption(int column, int at, ObservableValue<String> words) {
        table.add(Cards.label(words, "caption"), column, at);
    }

    private void line(int at, NumberGrid input, NumberGrid kernel, NumberGrid output) {
        Label sign = new Label("∗");
        Label equals = new Label("=");
        for (Label label : List.of(sign, equals)) {
            label.getStyleClass().add("grid-sign");
            GridPane.setHalignment(label, HPos.CENTER);
        }
        table.addRow(at, input, sign, kernel, equals, output);
        for (NumberGrid grid : List.of(input, kernel, output)) {
            GridPane.setValignment(grid, VPos.CENTER);
        }
    }

    private Series series() {
        return model.state().get().series();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        imageOutput.requestFocus();
    }

    @Override
    public void show() {
        Series series = series();
        row.show(series.returns().values(), 0);
        rowKernel.show(series.kernel().values(), 0);
        image.show(series.image().values(), 0);
        imageKernel.show(series.imageKernel().values(), 0);
        Optional<Working> working = model.working();
        working.flatMap(Working::row).ifPresent(w -> rowOutput.show(w.output().values(), 0));
        working.ifPresent(w -> imageOutput.show(w.output().values(), 0));
        for (NumberGrid output : List.of(rowOutput, imageOutput)) {
            output.setVisible(working.isPresent());
            output.setManaged(working.isPresent());
        }
        trouble.setVisible(working.isEmpty());
        editors.forEach(CellEditor::refresh);
    }

    @Override
    public void fit(double width, double height) {
        int across = row.columns() + rowKernel.columns() + (model.working().isPresent() ? rowOutput.columns() : 8);
        double cellWidth = Math.clamp(Math.floor((width - 150) / across), 24, 42);
        double cellHeight = Math.clamp(Math.floor((height - 200) / (image.rows() + 1)), 18, cellWidth);
        for (NumberGrid grid : grids) {
            grid.cellSize(cellWidth, cellHeight);
        }
        frames();
    }

    @Override
    public void frames() {
        Optional<Working> working = model.working();
        if (working.isEmpty()) {
            grids.forEach(grid -> {
                grid.frame(List.of());
                grid.touch(List.of());
            });
            days.setText("");
            return;
        }
        Place cell = working.get().place(model.stepping().cursor().get());
        Working returns = working.get().row().orElseThrow();
        Explanation across = returns.explanation(cell.column());
        Explanation down = returns.explanation(cell.row());
        Explanation both = model.explanation().orElseThrow();
        row.frame(places(across));
        row.touch(places(down));
        rowOutput.frame(List.of(new Place(0, cell.column())));
        rowOutput.touch(List.of(new Place(0, cell.row())));
        imageOutput.frame(List.of(cell));
        Optional<Integer> term = model.stepping().termShown();
        image.frame(term.map(t -> List.of(both.terms().get(t).place())).orElse(places(both)));
        image.touch(term.isPresent() ? places(both) : List.of());
        int length = series().length();
        imageKernel.frame(
                term.map(t -> List.of(new Place(t / length, t % length))).orElse(List.of()));
        days.setText(texts.get("playground.series.days", first(across), last(across), first(down), last(down)));
        imageOutput.say(texts.get(
                "playground.say.output",
                imageOutput.rows(),
                imageOutput.columns(),
                cell.row(),
                cell.column(),
                CellText.of(both.value())));
    }

    private static List<Place> places(Explanation e) {
        return e.terms().stream().map(Explanation.Term::place).toList();
    }

    private String first(Explanation e) {
        return series().days().get(columns(e).min().orElseThrow());
    }

    private String last(Explanation e) {
        return series().days().get(columns(e).max().orElseThrow());
    }

    private static IntStream columns(Explanation e) {
        return e.terms().stream().mapToInt(t -> t.place().column());
    }
}
