package io.riskloom.app.result;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** Words in a table; where the cell cuts them off, the pointer brings them whole. */
final class FigureCell<T> extends TableCell<T, String> {

    private static final double WIDE = 420;

    private final Function<T, Node> sign;
    private final Function<T, String> spoken;

    /**
     * @param sign   beside the words; null for none
     * @param spoken what is read out instead of the words; null for the words
     */
    FigureCell(Function<T, Node> sign, Function<T, String> spoken) {
        this.sign = sign;
        this.spoken = spoken;
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(WIDE);
        whole.textProperty().bind(textProperty());
        tooltipProperty().bind(textTruncatedProperty().map(cut -> cut ? whole : null));
    }

    @Override
    protected void updateItem(String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? null : words);
        T line = empty ? null : getTableView().getItems().get(getIndex());
        setGraphic(empty ? null : sign.apply(line));
        setAccessibleText(empty ? null : spoken.apply(line));
    }
}
