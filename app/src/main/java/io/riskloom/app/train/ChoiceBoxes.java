package io.riskloom.app.train;

import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The choices of a setting that takes several of them, each with a box to tick, two in a row. */
final class ChoiceBoxes extends GridPane {

    ChoiceBoxes(FormField field, Texts texts) {
        super(12, 6);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            getColumnConstraints().add(half);
        }
        for (String choice : field.parameter().choices()) {
            int at = getChildren().size();
            add(box(field, choice, texts), at % 2, at / 2);
        }
    }

    private static CheckBox box(FormField field, String choice, Texts texts) {
        CheckBox box = new CheckBox();
        box.setId("train-" + field.name() + "-" + choice);
        box.textProperty()
                .bind(Bindings.createStringBinding(() -> RunWords.choice(texts, field.name(), choice), texts.locale()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("train.choice." + field.name() + "." + choice + ".help"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        box.setTooltip(tooltip);
        field.text().subscribe(() -> box.setSelected(field.taken().contains(choice)));
        box.setSelected(field.taken().contains(choice));
        box.selectedProperty().subscribe((before, now) -> {
            if (now != field.taken().contains(choice)) {
                field.take(choice, now);
            }
        });
        return box;
    }
}
