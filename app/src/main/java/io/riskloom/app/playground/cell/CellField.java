package io.riskloom.app.playground.cell;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A number that is typed: taken on Enter and when the field is left, ↑ and ↓ change it by a tenth. What is no number is marked
 * and changes nothing; Escape brings the number back.
 */
final class CellField extends TextField {

    private static final double LARGEST = 1e6;
    private static final double STEP = 0.1;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final DoubleSupplier read;
    private final DoubleConsumer write;

    /** @param name for the screen reader */
    static CellField of(String id, String name, DoubleSupplier read, DoubleConsumer write) {
        CellField field = new CellField(read, write);
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(5);
        field.setMinWidth(58);
        field.getStyleClass().add("small");
        field.setOnAction(e -> field.take());
        field.focusedProperty().subscribe((was, is) -> {
            if (!is) {
                field.take();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                field.take();
                double change = e.getCode() == KeyCode.UP ? STEP : -STEP;
                write.accept(Math.rint((read.getAsDouble() + change) * 1e6) / 1e6 + 0.0);
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                field.show();
                e.consume();
            }
        });
        field.show();
        return field;
    }

    private CellField(DoubleSupplier read, DoubleConsumer write) {
        this.read = read;
        this.write = write;
    }

    void show() {
        setText(CellWords.number(read.getAsDouble()));
        pseudoClassStateChanged(WRONG, false);
    }

    private void take() {
        if (getText().strip().equals(CellWords.number(read.getAsDouble()))) {
            pseudoClassStateChanged(WRONG, false);
            return;
        }
        double value;
        try {
            value = Double.parseDouble(getText().strip().replace('−', '-').replace(',', '.'));
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        boolean good = Math.abs(value) <= LARGEST;
        pseudoClassStateChanged(WRONG, !good);
        if (good) {
            write.accept(value);
        }
    }
}
