package io.riskloom.app.data;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.FileDrop;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.RecentFile;
import io.riskloom.app.session.Refusal;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lists of files in the context panel: open ones, earlier ones, samples. */
final class FilesPanel {

    private final DataViewModel model;
    private final Texts texts;

    FilesPanel(DataViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    VBox opened() {
        ObservableList<FileEntry> files = model.files().asked();
        VBox box = list("data.opened", files, this::entry);
        model.files().active().addListener((file, before, now) -> fill(box, files, this::entry));
        model.draft().addListener((draft, before, now) -> fill(box, files, this::entry));
        return Panels.showWhen(box, Bindings.isNotEmpty(files));
    }

    VBox recent() {
        ObservableList<RecentFile> files = model.files().recent();
        return Panels.showWhen(list("data.recent", files, this::earlier), Bindings.isNotEmpty(files));
    }

    VBox samples() {
        return list(
                "data.samples",
                FXCollections.observableArrayList(model.samples()),
                (file, index) ->
                        button(file, Feather.FILE_TEXT, "data-sample-" + index, () -> model.open(List.of(file))));
    }

    private <T> VBox list(String key, ObservableList<T> files, BiFunction<T, Integer, Node> row) {
        VBox box = new VBox(4, Cards.label(texts.bind(key), "caption"), new VBox(0));
        files.addListener((InvalidationListener) change -> fill(box, files, row));
        fill(box, files, row);
        return box;
    }

    private static <T> void fill(VBox box, List<T> files, BiFunction<T, Integer, Node> row) {
        VBox rows = (VBox) box.getChildren().getLast();
        rows.getChildren().clear();
        for (T file : files) {
            rows.getChildren().add(row.apply(file, rows.getChildren().size()));
        }
    }

    private Node entry(FileEntry entry, int index) {
        return switch (entry) {
            case FileEntry.Open open -> open(open.dataset(), index);
            case FileEntry.Refused refused -> refused(refused.refusal(), index);
        };
    }

    private Node open(Dataset dataset, int index) {
        Button show = button(dataset.file(), Feather.FILE_TEXT, "data-opened-" + index, () -> model.show(dataset));
        DraftModel draft = model.draft().get();
        if (draft == null
                ? dataset.equals(model.files().active().get())
                : draft.file().equals(dataset.file())) {
            show.getStyleClass().add("chosen-file");
        }
        return row(
                show, dataset.name(), "data-close-" + index, () -> model.files().close(dataset));
    }

    private Node refused(Refusal refusal, int index) {
        Button show = button(refusal.file(), Feather.ALERT_TRIANGLE, "data-opened-" + index, () -> model.show(refusal));
        StringBinding why = Bindings.createStringBinding(() -> texts.of(refusal.words()), texts.locale());
        show.getTooltip().textProperty().bind(why);
        show.accessibleHelpProperty().bind(why);
        show.getStyleClass().add("refused-file");
        DraftModel draft = model.draft().get();
        if (draft != null && draft.file().equals(refusal.file())) {
            show.getStyleClass().add("chosen-file");
        }
        String name = refusal.file().getFileName().toString();
        return row(show, name, "data-close-" + index, () -> model.files().setAside(refusal));
    }

    private Node row(Button show, String name, String id, Runnable action) {
        HBox.setHgrow(show, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId(id);
        close.getStyleClass().add("flat-icon");
        close.accessibleTextProperty().bind(texts.bind("data.close", name));
        close.setTooltip(new Tooltip());
        close.getTooltip().textProperty().bind(texts.bind("data.close", name));
        close.setOnAction(event -> action.run());
        HBox row = new HBox(4, show, close);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node earlier(RecentFile recent, int index) {
        if (!recent.missing()) {
            return button(
                    recent.file(), Feather.CLOCK, "data-recent-" + index, () -> model.open(List.of(recent.file())));
        }
        Button locate = button(recent.file(), Feather.ALERT_TRIANGLE, "data-recent-" + index, () -> {});
        locate.setOnAction(event -> locate(locate.getScene().getWindow(), recent.file()));
        locate.getStyleClass().add("missing-file");
        locate.getTooltip().textProperty().bind(texts.bind("data.recent.missing", recent.file()));
        return locate;
    }

    private void locate(Window owner, Path missing) {
        FileDrop.locate(owner, texts, missing).ifPresent(found -> model.files().relink(missing, found));
    }

    private static Button button(Path file, Ikon icon, String id, Runnable action) {
        Button button = new Button(file.getFileName().toString(), new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.FLAT, "file-button");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(file.toString()));
        button.setOnAction(event -> action.run());
        return button;
    }
}
