package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.HyperParameter.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Form, List<Node>> editors = new HashMap<>();
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
        VBox form = new VBox(
                12,
                Cards.field(texts.bind("train.task"), task),
                Panels.showWhen(seriesField, Bindings.isNotEmpty(model.series())),
                settings);
        form.setPadding(new Insets(20, 16, 12, 16));
        return form;
    }

    private void fill(Form form) {
        if (form == null) {
            settings.getChildren().clear();
            return;
        }
        if (advanced(form).stream().anyMatch(field -> !field.isDefault())) {
            unfolded.set(true);
        }
        settings.getChildren().setAll(editors.computeIfAbsent(form, this::nodes));
    }

    /** Made once for each task's form: they listen to it as long as it lives. */
    private List<Node> nodes(Form form) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(editor(form.fields().getFirst()));
        nodes.add(grid(
                form,
                form.fields().stream()
                        .skip(1)
                        .filter(field -> !field.parameter().advanced())
                        .toList()));
        nodes.add(new SplitGroups(form, model.groupColumns(), texts));
        if (!advanced(form).isEmpty()) {
            nodes.add(fold());
            nodes.add(Panels.showWhen(grid(form, advanced(form)), unfolded));
        }
        Button reset = new Button();
        reset.setId("train-reset");
        reset.textProperty().bind(texts.bind("train.reset"));
        reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        reset.getStyleClass().add(Styles.FLAT);
        reset.setOnAction(event -> model.reset());
        nodes.add(reset);
        return nodes;
    }

    private static List<FormField> advanced(Form form) {
        return form.fields().stream()
                .filter(field -> field.parameter().advanced())
                .toList();
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

    /** Two fields in a row, those that concern the chosen model and validation scheme. */
    private GridPane grid(Form form, List<FormField> fields) {
        GridPane grid = new GridPane(12, 8);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        Map<FormField, Node> made = new LinkedHashMap<>();
        fields.forEach(field -> made.put(field, editor(field)));
        Runnable lay = () -> {
            grid.getChildren().clear();
            made.forEach((field, editor) -> {
                int at = grid.getChildren().size();
                if (form.concerns(field)) {
                    grid.add(editor, at % 2, at / 2);
                }
            });
        };
        lay.run();
        form.model().subscribe(lay);
        form.scheme().subscribe(lay);
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
        box.getChildren().add(Panels.showWhen(error, error.textProperty().isNotEmpty()));
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
        Panels.words(box, texts, word -> texts.get(key.apply(word)));
        return box;
    }
}
