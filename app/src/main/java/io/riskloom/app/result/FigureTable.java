package io.riskloom.app.result;

import io.riskloom.app.text.Pasted;
import io.riskloom.app.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Map<TableColumn<T, ?>, Sign<T>> signs = new HashMap<>();

    /**
     * A sign beside the words of a cell.
     *
     * @param heading of its column where the table is copied
     * @param icon    null for none
     * @param words   what it says, for who cannot see it; empty for none
     */
    public record Sign<T>(ObservableValue<String> heading, Function<T, Node> icon, Function<T, String> words) {}

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

    public FigureTable<T> column(
            ObservableValue<String> heading, double width, boolean numeric, Function<T, String> words) {
        return column(heading, width, numeric, words, line -> null);
    }

    /** A column whose cells have a sign beside their words. */
    public FigureTable<T> column(
            ObservableValue<String> heading,
            double width,
            boolean numeric,
            Function<T, String> words,
            Function<T, Node> sign) {
        add(heading, width, numeric, words, () -> new FigureCell<>(sign, line -> null));
        return this;
    }

    /** A column whose cells have a sign that is also read out, and copied as a column of its own. */
    public FigureTable<T> column(
            ObservableValue<String> heading, double width, boolean numeric, Function<T, String> words, Sign<T> sign) {
        Function<T, String> spoken = line -> sign.words().apply(line).isEmpty()
                ? null
                : words.apply(line) + "; " + sign.words().apply(line);
        signs.put(add(heading, width, numeric, words, () -> new FigureCell<>(sign.icon(), spoken)), sign);
        return this;
    }

    private TableColumn<T, String> add(
            ObservableValue<String> heading,
            double width,
            boolean numeric,
            Function<T, String> words,
            Supplier<FigureCell<T>> cell) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(heading);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(made -> cell.get());
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(words.apply(line.getValue())));
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        getColumns().add(column);
        return column;
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
                .flatMap(column ->
                        cells(column, column.getText(), sign -> sign.heading().getValue()))
                .collect(Collectors.joining("\t"));
        return head + "\n" + getItems().stream().map(this::text).collect(Collectors.joining("\n"));
    }

    private String text(T item) {
        return getColumns().stream()
                .flatMap(column -> cells(
                        column,
                        String.valueOf(column.getCellObservableValue(item).getValue()),
                        sign -> sign.words().apply(item)))
                .collect(Collectors.joining("\t"));
    }

    private Stream<String> cells(TableColumn<T, ?> column, String words, Function<Sign<T>, String> beside) {
        return Stream.concat(
                Stream.of(Pasted.cell(words)),
                Stream.ofNullable(signs.get(column)).map(sign -> Pasted.cell(beside.apply(sign))));
    }
}
