package io.riskloom.app.playground.cell;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/**
 * The numbers of one unit: what comes in along the top, a row of weights for each gate, its products below them, its sum and
 * what the function makes of it at the right.
 */
final class CellTable extends GridPane {

    /** What decides which fields there are. */
    private record Shape(RecurrentCell.Kind kind, int inputs, int units, int unit, boolean days) {}

    private final CellViewModel model;
    private final Texts texts;
    private final List<CellField> fields = new ArrayList<>();
    private final List<Runnable> words = new ArrayList<>();
    private Shape shape;

    CellTable(CellViewModel model, Texts texts) {
        super(8, 4);
        this.model = model;
        this.texts = texts;
        setId("cell-table");
        model.step().subscribe((was, is) -> show());
        model.unit().subscribe((was, is) -> show());
        texts.locale().subscribe((was, is) -> {
            shape = null;
            show();
        });
        show();
    }

    private void show() {
        RecurrentCell cell = cell();
        Shape now =
                new Shape(cell.kind(), cell.inputs(), cell.units(), model.unit().get(), model.overDays());
        if (!now.equals(shape)) {
            shape = now;
            build();
        }
        fields.forEach(CellField::show);
        words.forEach(Runnable::run);
    }

    private RecurrentCell cell() {
        return model.setup().get().cell();
    }

    private CellStep step() {
        return model.step().get();
    }

    private void build() {
        getChildren().clear();
        fields.clear();
        words.clear();
        int inputs = shape.inputs();
        int units = shape.units();
        for (int j = 0; j < inputs; j++) {
            int place = j;
            head(
                    1 + j,
                    CellWords.indexed("x", j),
                    "cell-x" + (j + 1),
                    () -> step().x()[place],
                    v -> model.change(s -> s.withX(place, v)));
        }
        for (int k = 0; k < units; k++) {
            int place = k;
            head(
                    1 + inputs + k,
                    CellWords.indexed("h", k),
                    "cell-h" + (k + 1),
                    () -> step().h()[place],
                    v -> model.change(s -> s.withH(place, v)));
        }
        int bias = 1 + inputs + units;
        add(centred(caption("b")), bias, 0);
        if (shape.kind() == RecurrentCell.Kind.LSTM) {
            int unit = shape.unit();
            head(
                    bias + 1,
                    CellWords.indexed("c", unit),
                    "cell-c",
                    () -> step().c()[unit],
                    v -> model.change(s -> s.withC(unit, v)));
        }
        add(centred(caption(texts.get("cell.sum"))), bias + 2, 0);
        add(centred(caption(texts.get("cell.value"))), bias + 3, 0);
        for (int gate = 0; gate < shape.kind().gates().size(); gate++) {
            row(gate, bias);
        }
    }

    @FunctionalInterface
    private interface Change {
        void to(double value);
    }

    /** What comes in: typed for one step, of the day where days are looked at. */
    private void head(int column, String name, String id, Supplier<Double> read, Change change) {
        add(centred(caption(name)), column, 0);
        if (shape.days()) {
            Label label = new Label();
            label.setId(id);
            words.add(() -> label.setText(CellWords.number(read.get())));
            add(centred(label), column, 1);
        } else {
            field(column, 1, id, name, read, change);
        }
    }

    private void field(int column, int row, String id, String name, Supplier<Double> read, Change change) {
        CellField field = CellField.of(id, name, read::get, change::to);
        fields.add(field);
        add(field, column, row);
    }

    private void row(int gate, int bias) {
        String name = shape.kind().gates().get(gate);
        String letter = CellWords.letter(shape.kind(), name);
        int row = gate * shape.units() + shape.unit();
        int line = 2 + 2 * gate;
        Label title = new Label(letter + "  " + texts.get("cell.gate." + name));
        title.setMinWidth(USE_PREF_SIZE);
        add(title, 0, line);
        for (int j = 0; j < shape.inputs(); j++) {
            int place = j;
            String id = "cell-w-" + name + "-" + (j + 1);
            field(
                    1 + j,
                    line,
                    id,
                    "W " + letter + (j + 1),
                    () -> cell().w()[row][place],
                    v -> model.change(s -> s.withW(row, place, v)));
            product(1 + j, line + 1, () -> cell().w()[row][place] * step().x()[place]);
        }
        for (int k = 0; k < shape.units(); k++) {
            int place = k;
            int column = 1 + shape.inputs() + k;
            String id = "cell-u-" + name + "-" + (k + 1);
            field(
                    column,
                    line,
                    id,
                    "U " + letter + (k + 1),
                    () -> cell().u()[row][place],
                    v -> model.change(s -> s.withU(row, place, v)));
            product(column, line + 1, () -> cell().u()[row][place] * step().h()[place]);
        }
        field(
                bias,
                line,
                "cell-b-" + name,
                "b " + letter,
                () -> cell().b()[row],
                v -> model.change(s -> s.withB(row, v)));
        answer(bias + 2, line, "cell-sum-" + name, () -> step().gate(name).sum()[shape.unit()]);
        answer(bias + 3, line, "cell-value-" + name, () -> step().gate(name).after()[shape.unit()]);
    }

    private void product(int column, int row, Supplier<Double> value) {
        Label label = caption("");
        words.add(() -> label.setText("= " + CellWords.number(value.get())));
        add(centred(label), column, row);
    }

    private void answer(int column, int row, String id, Supplier<Double> value) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("section-title");
        label.setMinWidth(64);
        words.add(() -> label.setText(CellWords.number(value.get())));
        add(centred(label), column, row);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Node centred(Label label) {
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }
}
