package io.riskloom.app.runs;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.ResumeButton;
import io.riskloom.app.text.Texts;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with the selected run. */
final class RunActions extends VBox {

    private final RunsViewModel model;
    private final Texts texts;

    RunActions(RunsViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("context");
        setPadding(new Insets(12, 16, 20, 16));
        ResumeButton resume = new ResumeButton(model.resume(), texts, "runs-resume");
        resume.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        Panels.showWhen(question(), model.asking()),
                        exported(),
                        row(worded("watch", Feather.ACTIVITY, model::watch), again()),
                        row(
                                worded("edit", Feather.EDIT_2, model::edit),
                                small("copy", Feather.COPY, this::copy),
                                export(),
                                delete()),
                        resume.reason(),
                        resume,
                        Panels.showWhen(show(), model.resume().offered().not()));
    }

    private static HBox row(Node... buttons) {
        return new HBox(8, buttons);
    }

    private Button show() {
        Button show = new Button();
        show.setId("runs-show");
        show.textProperty().bind(texts.bind("runs.show"));
        show.disableProperty().bind(model.showable().not());
        show.setOnAction(event -> model.show());
        show.setMaxWidth(Double.MAX_VALUE);
        show.getStyleClass().add(Styles.ACCENT);
        return show;
    }

    private Button again() {
        Button again = worded("again", Feather.REPEAT, model::again);
        again.disableProperty().bind(model.blocked());
        return again;
    }

    private Button delete() {
        Button delete = small("delete", Feather.TRASH_2, () -> model.asking().set(true));
        delete.disableProperty().bind(model.deletable().not());
        return delete;
    }

    private Button export() {
        Button export = small("save", Feather.DOWNLOAD, () -> {});
        export.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("runs.save.title"));
            if (model.files().folder().toFile().isDirectory()) {
                chooser.setInitialDirectory(model.files().folder().toFile());
            }
            File folder = chooser.showDialog(getScene().getWindow());
            if (folder != null) {
                model.export(folder.toPath());
            }
        });
        return export;
    }

    /** Where a run's files were written. */
    private Label exported() {
        Label saved = Cards.label(
                Bindings.createStringBinding(
                        () -> model.files().written().get() == null
                                ? ""
                                : texts.get(
                                        "runs.saved",
                                        model.files().written().get().files(),
                                        model.files().written().get().folder()),
                        model.files().written(),
                        texts.locale()),
                "caption");
        saved.setId("runs-saved");
        saved.setWrapText(true);
        saved.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(saved, model.files().written().isNotNull());
    }

    private Node question() {
        Label words = Cards.label(Bindings.createStringBinding(
                () -> texts.get(
                        "runs.delete.ask",
                        model.selected().get() == null
                                ? ""
                                : model.selected().get().id()),
                model.selected(),
                texts.locale()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button yes = new Button();
        yes.setId("runs-delete-yes");
        yes.textProperty().bind(texts.bind("runs.delete.yes"));
        yes.getStyleClass().add(Styles.DANGER);
        yes.setOnAction(event -> model.delete());
        Button no = new Button();
        no.setId("runs-delete-no");
        no.textProperty().bind(texts.bind("runs.delete.no"));
        no.setOnAction(event -> model.asking().set(false));
        HBox answers = new HBox(8, yes, no);
        answers.setAlignment(Pos.CENTER_RIGHT);
        VBox question = new VBox(8, words, answers);
        question.getStyleClass().add("problem");
        return question;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.specJson());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** As wide as its neighbours leave. */
    private Button worded(String name, Ikon icon, Runnable action) {
        Button button = small(name, icon, action);
        button.textProperty().bind(texts.bind("runs." + name));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private Button small(String name, Ikon icon, Runnable action) {
        Button button = new Button();
        button.setId("runs-" + name);
        button.accessibleTextProperty().bind(texts.bind("runs." + name + ".tip"));
        button.setGraphic(new FontIcon(icon));
        button.setOnAction(event -> action.run());
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        tooltip.textProperty().bind(texts.bind("runs." + name + ".tip"));
        button.setTooltip(tooltip);
        return button;
    }
}
