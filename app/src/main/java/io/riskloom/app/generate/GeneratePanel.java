package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathRequest;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** What is asked of the generator, and which path is looked at. */
final class GeneratePanel {

    private final GenerateViewModel model;
    private final Texts texts;
    private final Runnable primary;

    GeneratePanel(GenerateViewModel model, Texts texts, Runnable primary) {
        this.model = model;
        this.texts = texts;
        this.primary = primary;
    }

    Region node() {
        ChosenRun chosen = model.chosen();
        Drawing drawing = model.drawing();
        ObservableValue<Boolean> there = chosen.run().isNotNull();
        Label tooMuch = Words.styled(drawing.tooMuch(), "bad-text", "generate-too-much");
        return Cards.context(
                go(tooMuch),
                Panels.showWhen(Panels.runChooser(chosen, texts, "generate-run"), there),
                Panels.showWhen(
                        Cards.row(
                                number("generate.paths", drawing.paths(), 1, Drawing.MOST_PATHS, "generate-paths"),
                                length()),
                        there),
                Words.styled(drawing.seams(), "amber-text", "generate-seams"),
                tooMuch,
                Panels.showWhen(start(), drawing.starts()),
                Panels.showWhen(number("generate.seed", drawing.seed(), 0, 1e9, "generate-seed"), there),
                Panels.showWhen(highlight(), there),
                Panels.showWhen(
                        Panels.export(
                                model.export(),
                                texts,
                                "generate.export",
                                "generate-export",
                                model::exportName,
                                model::exportTo),
                        there),
                Panels.showWhen(file(), there));
    }

    /** More paths than charts can show, straight into a file. */
    private VBox file() {
        FileWriting files = model.files();
        Button write = button("generate.file", "generate-file", () -> {});
        write.setMaxWidth(Double.MAX_VALUE);
        write.disableProperty().bind(files.busy());
        write.setOnAction(event -> ask(write));
        Button stop = button("generate.file.stop", "generate-file-stop", files::cancel);
        return new VBox(
                4, write, Words.note(files.state(), "generate-file-state"), Panels.showWhen(stop, files.busy()));
    }

    private void ask(Button write) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("generate.file"));
        chooser.setInitialFileName(model.fileName());
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(texts.get("common.open.filter"), "*.csv"));
        File file = chooser.showSaveDialog(write.getScene().getWindow());
        if (file != null) {
            model.files().write(file.toPath());
        }
    }

    private Button go(Label tooMuch) {
        ChosenRun chosen = model.chosen();
        Drawing drawing = model.drawing();
        Button go = new Button();
        go.setId("generate-go");
        go.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                chosen.run().get() == null
                                        ? "common.goTrain"
                                        : drawing.busy().get() ? "generate.busy" : "generate.generate"),
                        chosen.run(),
                        drawing.busy(),
                        texts.locale()));
        go.disableProperty().bind(drawing.busy().or(tooMuch.textProperty().isNotEmpty()));
        go.setOnAction(event -> primary.run());
        return go;
    }

    private VBox start() {
        Segments<PathRequest.Start> start = new Segments<>(model.drawing().start());
        start.add(PathRequest.Start.TODAY, texts.bind("generate.start.today"), "generate-start-today");
        start.add(PathRequest.Start.ANY_DAY, texts.bind("generate.start.anyDay"), "generate-start-any");
        start.disableProperty().bind(model.drawing().busy());
        return Cards.field(texts.bind("generate.start"), start);
    }

    private Node highlight() {
        return new VBox(
                4,
                number("generate.highlight", model.highlightedNumber(), 0, Drawing.MOST_PATHS, "generate-highlight"),
                Cards.row(
                        button("generate.lowest", "generate-lowest", model::highlightLowest),
                        button("generate.highest", "generate-highest", model::highlightHighest)));
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private NumberField length() {
        return new NumberField(
                Units.bind(model.chosen(), "generate.length", texts),
                model.drawing().length(),
                1,
                Drawing.LONGEST,
                true,
                texts,
                "generate-length");
    }

    private NumberField number(String key, Property<Number> property, double low, double high, String id) {
        return new NumberField(texts.bind(key), property, low, high, true, texts, id);
    }
}
