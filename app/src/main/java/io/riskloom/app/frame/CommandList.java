package io.riskloom.app.frame;

import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list behind Ctrl+K: type some letters, Enter runs the first action that fits, Esc closes. */
public final class CommandList extends StackPane {

    private final TextField search = new TextField();
    private final FilteredList<Action> found;
    private final ListView<Action> list;

    public CommandList(List<Action> actions, Texts texts) {
        getStyleClass().add("command-backdrop");
        setVisible(false);
        found = new FilteredList<>(FXCollections.observableArrayList(actions));
        list = new ListView<>(found);
        list.setId("command-results");
        list.setCellFactory(view -> new ActionCell());
        list.setPlaceholder(new Label());
        ((Label) list.getPlaceholder()).textProperty().bind(texts.bind("common.search.none"));
        search.setId("command-search");
        search.promptTextProperty().bind(texts.bind("common.search"));
        search.textProperty().addListener((o, was, is) -> filter(is));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setOnMouseClicked(e -> run());
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        VBox box = new VBox(8, search, list);
        box.getStyleClass().addAll("card", "command-box");
        box.setMaxSize(520, 380);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
    }

    public void open() {
        setVisible(true);
        search.clear();
        filter("");
        search.requestFocus();
    }

    public void close() {
        setVisible(false);
    }

    private void filter(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(a -> a.name().getValue().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.DOWN) {
            select(1);
        } else if (event.getCode() == KeyCode.UP) {
            select(-1);
        } else {
            return;
        }
        event.consume();
    }

    private void select(int step) {
        int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, found.size() - 1));
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 4));
    }

    private void run() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.work().run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label();
            name.textProperty().bind(action.name());
            Label keys = new Label(action.shortcut());
            keys.getStyleClass().add("caption");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            setGraphic(new HBox(8, name, gap, keys));
        }
    }
}
