package io.riskloom.app.train;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of a task: the model, then an editor for each declared setting by section, the advanced ones folded. */
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
        ComboBox<String> task = new ComboBox<>(model.tasks());
        task.setId("train-task");
        task.setMaxWidth(Double.MAX_VALUE);
        Panels.words(task, texts, word -> texts.get("common.task." + word));
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
        if (form.fields().stream().anyMatch(field -> field.parameter().advanced() && !field.isDefault())) {
            unfolded.set(true);
        }
        settings.getChildren().setAll(editors.computeIfAbsent(form, this::nodes));
    }

    /** Made once for each task's form: they listen to it as long as it lives. */
    private List<Node> nodes(Form form) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new FieldEditor(form.fields().getFirst(), texts));
        nodes.addAll(sections(form, false));
        nodes.add(new SplitGroups(form, model.groupColumns(), texts));
        VBox advanced = new VBox(12);
        advanced.getChildren().addAll(sections(form, true));
        if (!advanced.getChildren().isEmpty()) {
            nodes.add(fold());
            nodes.add(Panels.showWhen(advanced, unfolded));
        }
        nodes.add(reset());
        return nodes;
    }

    private List<FormGrid> sections(Form form, boolean advanced) {
        return FormSection.all()
                .filter(section -> !section.of(form, advanced).isEmpty())
                .map(section -> new FormGrid(form, section, section.of(form, advanced), texts))
                .toList();
    }

    private Button reset() {
        Button reset = new Button();
        reset.setId("train-reset");
        reset.textProperty().bind(texts.bind("train.reset"));
        reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        reset.getStyleClass().add(Styles.FLAT);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("train.reset.tip"));
        reset.setTooltip(tip);
        reset.setOnAction(event -> model.reset());
        return reset;
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
}
