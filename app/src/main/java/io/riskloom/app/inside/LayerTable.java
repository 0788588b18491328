package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Pasted;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A line an operation; the line of the chosen layer is chosen. Ctrl+C copies the table whole for a spreadsheet. */
final class LayerTable extends TableView<Node> {

    private static final double ROW = 28;

    private final Looked looked;
    private final Texts texts;
    private boolean following;

    LayerTable(NetworkModel model, Texts texts) {
        this.looked = model.looked();
        this.texts = texts;
        setId("inside-layers");
        setPlaceholder(new Label());
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        accessibleTextProperty().bind(texts.bind("inside.layers"));
        column("layer", 160, false, Node::layer);
        column("kind", 84, false, node -> Layers.kind(texts, node));
        column("shape", 82, true, node -> Layers.tight(node.shape()));
        column("kernel", 56, true, Layers::kernel);
        column("stride", 52, true, node -> node.kernel() == 0 ? "" : String.valueOf(node.stride()));
        column("parameters", 70, true, node -> node.parameters() == 0 ? "" : Formats.number(node.parameters(), 0));
        column("multiplyAdds", 70, true, node -> Layers.count(node.multiplyAdds()));
        column(
                "field",
                46,
                true,
                node -> node.field() == null ? "" : String.valueOf(node.field().size()));
        looked.graph().subscribe(graph -> fill(model));
        looked.layer().addListener((o, was, is) -> follow());
        texts.locale().addListener((o, was, is) -> refresh());
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !following) {
                looked.layer().set(is.layer());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void column(String key, double width, boolean numeric, Function<Node, String> words) {
        TableColumn<Node, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind("inside.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(words.apply(line.getValue())));
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        getColumns().add(column);
    }

    private void fill(NetworkModel model) {
        following = true;
        getItems().setAll(model.nodes());
        following = false;
        follow();
    }

    private void follow() {
        int at = looked.node().map(getItems()::indexOf).orElse(-1);
        following = true;
        if (at >= 0 && at != getSelectionModel().getSelectedIndex()) {
            getSelectionModel().select(at);
            scrollTo(Math.max(0, at - 4));
        }
        following = false;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /** The whole table, its cells parted by tabulators. */
    String text() {
        String head = getColumns().stream()
                .map(column -> Pasted.cell(column.getText()))
                .collect(Collectors.joining("\t"));
        return head + "\n" + getItems().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Node node) {
        return getColumns().stream()
                .map(column -> Pasted.cell(
                        String.valueOf(column.getCellObservableValue(node).getValue())))
                .collect(Collectors.joining("\t"));
    }
}
