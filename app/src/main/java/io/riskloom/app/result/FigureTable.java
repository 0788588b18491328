package io.riskloom.app.result;

import io.riskloom.app.text.Pasted;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Things as lines of figures; as high as its lines up to a most, Ctrl+C copies it whole for a spreadsheet. */
public final class FigureTable<T> extends TableView<T> {

    private static final double ROW = 32;
    private static final double HEAD = 42;

    private final int most;

    public FigureTable(String id, int most) {
        this.most = most;
        setId(id);
        setPlaceholder(new Label());
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getItems().addListener((InvalidationListener) changed -> fit());
        fit();
    }

    /** Adds a column; the words are asked for anew after {@link #refresh()}. */
    public FigureTable<T> column(String key, double width, boolean numeric, Texts texts, Function<T, String> words) {
        return column(texts.bind(key), width, numeric, words);
    }

    public FigureTable<T> column(ObservableValue<String> heading, double width, boolean numeric, Function<T, String> words) {
        return column(heading, width, numeric, words, line -> null);
    }

    /** A column whose cells have a sign beside their words. */
    public FigureTable<T> column(
            ObservableValue<String> heading,
            double width,
            boolean numeric,
            Function<T, String> words,
            Function<T, Node> sign) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(heading);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(made -> new FigureCell<>(sign));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        getColumns().add(column);
        return this;
    }

    /** Shows other lines; what is chosen stays chosen where it is among them. */
    public void show(List<T> lines) {
        T chosen = getSelectionModel().getSelectedItem();
        getItems().setAll(lines);
        if (chosen != null && lines.contains(chosen)) {
            getSelectionModel().select(chosen);
        }
        refresh();
    }

    private void fit() {
        double height = HEAD + ROW * Math.clamp(getItems().size(), 1, most) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /** The whole table for a spreadsheet, its cells parted by tabulators. */
    public String text() {
        String head = getColumns().stream()
                .map(column -> Pasted.cell(column.getText()))
                .collect(Collectors.joining("\t"));
        return head + "\n" + getItems().stream().map(this::text).collect(Collectors.joining("\n"));
    }

    private String text(T item) {
        return getColumns().stream()
                .map(column -> Pasted.cell(
                        String.valueOf(column.getCellObservableValue(item).getValue())))
                .collect(Collectors.joining("\t"));
    }
}
