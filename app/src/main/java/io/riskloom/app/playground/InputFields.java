package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import java.util.Optional;
import javafx.scene.Node;

/** Size of the input and the days that it is of. */
final class InputFields extends ModeFields {

    InputFields(PlaygroundViewModel model, Texts texts) {
        super(model, texts);
        add(inputSize(), s -> s.mode() != PlaygroundState.Mode.SERIES);
        add(new DayField(model, texts), s -> true);
    }

    private Node inputSize() {
        return controls.size(
                "inputSize",
                Grid.LARGEST,
                s -> s.input().rows(),
                s -> s.input().columns(),
                (s, rows) -> s.withInput(s.input().resized(rows, s.input().columns()), Optional.empty()),
                (s, columns) -> s.withInput(s.input().resized(s.input().rows(), columns), Optional.empty()));
    }
}
