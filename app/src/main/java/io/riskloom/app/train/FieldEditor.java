package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.HyperParameter.Kind;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The editor of one setting under its name, and below it what is wrong with the value. */
final class FieldEditor extends VBox {

    private final FormField field;
    private final Texts texts;

    FieldEditor(FormField field, Texts texts) {
        super(4);
        this.field = field;
        this.texts = texts;
        Node control =
                switch (field.parameter().kind()) {
                    case CHOICE -> choices();
                    case SEVERAL -> new ChoiceBoxes(field, texts);
                    case INTEGER, REAL -> number();
                };
        control.setId("train-" + field.name());
        control.accessibleTextProperty().bind(texts.bind("hyper." + field.name()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(help());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        Tooltip.install(control, tooltip);
        Label error = Cards.label(error(), "caption", "bad-text");
        error.setId("train-" + field.name() + "-error");
        error.setWrapText(true);
        getChildren()
                .addAll(
                        Cards.field(texts.bind("hyper." + field.name()), control),
                        Panels.showWhen(error, error.textProperty().isNotEmpty()));
    }

    /** Whether it takes the whole width of a form. */
    boolean wide() {
        return field.parameter().kind() == Kind.SEVERAL;
    }

    private TextField number() {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.text());
        field.error().subscribe(error -> text.pseudoClassStateChanged(Styles.STATE_DANGER, error.isPresent()));
        return text;
    }

    private ComboBox<String> choices() {
        ComboBox<String> box = new ComboBox<>(
                FXCollections.observableArrayList(field.parameter().choices()));
        box.setMaxWidth(Double.MAX_VALUE);
        Panels.words(box, texts, word -> RunWords.choice(texts, field.name(), word));
        box.valueProperty().bindBidirectional(field.text());
        return box;
    }

    private StringBinding error() {
        return Bindings.createStringBinding(
                () -> field.error()
                        .get()
                        .map(notice -> texts.get(
                                notice.key(),
                                texts.get("hyper." + field.name()),
                                notice.args().get(1),
                                notice.args().getLast()))
                        .orElse(""),
                field.error(),
                texts.locale());
    }

    private StringBinding help() {
        return Bindings.createStringBinding(
                () -> {
                    String help = texts.get("hyper." + field.name() + ".help");
                    return switch (field.parameter().kind()) {
                        case CHOICE, SEVERAL -> help;
                        case INTEGER, REAL -> texts.get("train.range", help, field.low(), field.high());
                    };
                },
                texts.locale());
    }
}
