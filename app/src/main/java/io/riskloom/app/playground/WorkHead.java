package io.riskloom.app.playground;

import io.riskloom.app.control.Segments;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Head of the grids: which part of a network on the left, what can be done with the grids on the right. */
final class WorkHead extends HBox {

    private final PlaygroundViewModel model;
    private final Texts texts;

    WorkHead(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card-head");
        setSpacing(4);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button undo = icon(texts, Feather.ROTATE_CCW, "playground.undo", model::undo);
        undo.disableProperty().bind(model.undoable().not());
        Button redo = icon(texts, Feather.ROTATE_CW, "playground.redo", model::redo);
        redo.disableProperty().bind(model.redoable().not());
        Button paste = icon(texts, Feather.CLIPBOARD, "playground.paste", this::paste);
        Button copy = icon(texts, Feather.COPY, "playground.copy", this::copyOutput);
        BooleanBinding empty =
                Bindings.createBooleanBinding(() -> model.working().isEmpty(), model.state());
        copy.disableProperty().bind(empty);
        getChildren().addAll(modes(), gap, prices(), undo, redo, paste, copy);
    }

    private Segments<PlaygroundState.Mode> modes() {
        ObjectProperty<PlaygroundState.Mode> chosen = new SimpleObjectProperty<>();
        model.state().subscribe(s -> chosen.set(s.mode()));
        chosen.addListener((o, was, is) -> model.change(s -> s.withMode(is)));
        Segments<PlaygroundState.Mode> modes = new Segments<>(chosen);
        for (PlaygroundState.Mode mode : PlaygroundState.Mode.values()) {
            String word = Words.of(mode);
            modes.add(mode, texts.bind("playground." + word), "playground-" + word);
        }
        modes.setMinWidth(USE_PREF_SIZE);
        return modes;
    }

    /** An icon without words, with its name for the mouse and the screen reader. */
    static Button icon(Texts texts, Ikon image, String key, Runnable action) {
        FontIcon icon = new FontIcon(image);
        icon.setIconSize(16);
        Button button = new Button(null, icon);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(e -> action.run());
        return button;
    }

    private MenuButton prices() {
        MenuButton menu = new MenuButton();
        menu.setId("playground-take");
        menu.getStyleClass().add("small");
        menu.textProperty().bind(texts.bind("playground.take"));
        menu.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.prices().windows(model.prices().lastDay()).isEmpty(),
                        model.session().dataset()));
        menu.setOnShowing(e -> fill(menu));
        fill(menu);
        model.session().dataset().addListener((o, was, is) -> fill(menu));
        texts.locale().addListener((o, was, is) -> fill(menu));
        return menu;
    }

    private void fill(MenuButton menu) {
        menu.getItems().clear();
        for (PriceWindow window : model.prices().windows(model.prices().lastDay())) {
            MenuItem item = new MenuItem(texts.of(window.label()));
            item.setOnAction(e -> model.prices().take(window));
            menu.getItems().add(item);
        }
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        model.entry().replaceInput(clipboard.hasString() ? clipboard.getString() : "");
    }

    private void copyOutput() {
        model.working()
                .ifPresent(w -> copy(GridText.of(w.end()
                        .map(e -> new double[][] {e.probabilities()})
                        .orElse(w.output().values()))));
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
