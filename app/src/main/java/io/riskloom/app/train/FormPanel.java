package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.HyperParameter.Kind;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of a task: one editor for each declared setting, two in a row, the advanced ones folded. */
final class FormPanel {

    private final TrainViewModel model;
    private final Texts texts;
    private final VBox settings = new VBox(12);
    private final BooleanProperty unfolded = new SimpleBooleanProperty();

    FormPanel(TrainViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        model.form().subscribe(this::fill);
    }

    Node node() {
        ComboBox<String> task = choice(model.tasks(), word -> "common.task." + word, "train-task");
        task.valueProperty().bindBidirectional(model.task());
        ComboBox<String> series = new ComboBox<>(model.series());
        series.setId("train-series");
        series.valueProperty().bindBidirectional(model.chosenSeries());
        VBox seriesField = Cards.field(texts.bind("train.series"), series);
        seriesField.visibleProperty().bind(Bindings.isNotEmpty(model.series()));
        seriesField.managedProperty().bind(seriesField.visibleProperty());
        VBox form = new VBox(12, Cards.field(texts.bind("train.task"), task), seriesField, settings);
        form.setPadding(new Insets(20, 16, 12, 16));
        return form;
    }

    private void fill(Form form) {
        settings.getChildren().clear();
        if (form == null) {
            return;
        }
        FormField network = form.fields().getFirst();
        settings.getChildren().add(editor(network));
        List<FormField> plain = form.fields().stream()
                .skip(1)
                .filter(field -> !field.parameter().advanced())
                .toList();
        List<FormField> advanced = form.fields().stream()
                .filter(field -> field.parameter().advanced())
                .toList();
        settings.getChildren().add(grid(plain));
        if (!advanced.isEmpty()) {
            if (advanced.stream().anyMatch(field -> !field.isDefault())) {
                unfolded.set(true);
            }
            GridPane more = grid(advanced);
            more.visibleProperty().bind(unfolded);
            more.managedProperty().bind(unfolded);
            settings.getChildren().addAll(fold(), more);
        }
        Button reset = new Button();
        reset.setId("train-reset");
        reset.textProperty().bind(texts.bind("train.reset"));
        reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        reset.getStyleClass().add(Styles.FLAT);
        reset.setOnAction(event -> model.reset());
        settings.getChildren().add(reset);
    }

    /** Unfolds the advanced settings. */
    private Button fold() {
        Button fold = new Button();
        fold.setId("train-advanced");
        fold.textProperty().bind(texts.bind("train.advanced"));
        FontIcon icon = new FontIcon();
        unfolded.subscribe(open -> icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.setGraphic(icon);
        fold.getStyleClass().add(Styles.FLAT);
        fold.setOnAction(event -> unfolded.set(!unfolded.get()));
        return fold;
    }

    private GridPane grid(List<FormField> fields) {
        GridPane grid = new GridPane(12, 8);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < fields.size(); i++) {
            grid.add(editor(fields.get(i)), i % 2, i / 2);
        }
        return grid;
    }

    private VBox editor(FormField field) {
        Control control = field.parameter().kind() == Kind.CHOICE ? choices(field) : number(field);
        control.setId("train-" + field.name());
        control.accessibleTextProperty().bind(texts.bind("hyper." + field.name()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(help(field));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        control.setTooltip(tooltip);
        VBox box = Cards.field(texts.bind("hyper." + field.name()), control);
        Label error = Cards.label(
                Bindings.createStringBinding(
                        () -> field.error()
                                .get()
                                .map(notice -> texts.get(
                                        notice.key(),
                                        texts.get("hyper." + field.name()),
                                        notice.args().get(1),
                                        notice.args().getLast()))
                                .orElse(""),
                        field.error(),
                        texts.locale()),
                "caption",
                "bad-text");
        error.setId("train-" + field.name() + "-error");
        error.setWrapText(true);
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        box.getChildren().add(error);
        return box;
    }

    private Control number(FormField field) {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.text());
        field.error().subscribe(error -> text.pseudoClassStateChanged(Styles.STATE_DANGER, error.isPresent()));
        return text;
    }

    private Control choices(FormField field) {
        String prefix = field.name().equals("model") ? "common.model." : "train.choice.";
        ComboBox<String> box =
                choice(FXCollections.observableArrayList(field.parameter().choices()), word -> prefix + word, "");
        box.valueProperty().bindBidirectional(field.text());
        return box;
    }

    private StringBinding help(FormField field) {
        return Bindings.createStringBinding(
                () -> field.parameter().kind() == Kind.CHOICE
                        ? texts.get("hyper." + field.name() + ".help")
                        : texts.get(
                                "train.range", texts.get("hyper." + field.name() + ".help"), field.low(), field.high()),
                texts.locale());
    }

    private ComboBox<String> choice(ObservableList<String> words, Function<String, String> key, String id) {
        ComboBox<String> box = new ComboBox<>(words);
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(list -> new WordCell(texts, key));
        box.setButtonCell(new WordCell(texts, key));
        return box;
    }

    /** A word of the engine in the reader's language. */
    private static final class WordCell extends ListCell<String> {
        private final Texts texts;
        private final Function<String, String> key;

        WordCell(Texts texts, Function<String, String> key) {
            this.texts = texts;
            this.key = key;
        }

        @Override
        protected void updateItem(String word, boolean empty) {
            super.updateItem(word, empty);
            textProperty().unbind();
            if (empty || word == null) {
                setText(null);
            } else {
                textProperty().bind(texts.bind(key.apply(word)));
            }
        }
    }
}
