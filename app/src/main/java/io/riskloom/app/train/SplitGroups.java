package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The column by whose values rows stay together; on show for the validation that needs one. */
final class SplitGroups extends VBox {

    private final Form form;
    private final ComboBox<String> box;

    SplitGroups(Form form, ObservableList<String> columns, Texts texts) {
        super(4);
        this.form = form;
        this.box = new ComboBox<>(columns);
        box.setId("train-groups");
        box.setMaxWidth(Double.MAX_VALUE);
        box.accessibleTextProperty().bind(texts.bind("train.groups"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("train.groups.help"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        box.setTooltip(tooltip);
        Label prompt = Cards.label(texts.bind("train.groups.none"), "caption");
        prompt.setWrapText(true);
        form.groups().subscribe(this::show);
        columns.addListener((InvalidationListener) changed -> show());
        // a list that changes clears the choice for a moment; only a real choice is passed on
        box.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                form.groups().set(now);
            }
        });
        getChildren()
                .addAll(
                        Cards.label(texts.bind("train.groups"), "caption"),
                        box,
                        Panels.showWhen(prompt, form.groups().isEmpty()));
        Panels.showWhen(this, Bindings.createBooleanBinding(form::grouped, form.scheme()));
    }

    private void show() {
        box.setValue(form.groups().get().isEmpty() ? null : form.groups().get());
    }
}
