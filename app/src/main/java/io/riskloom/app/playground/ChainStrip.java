package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.Activation;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The whole layer in small: every channel with what it adds to the shown filter, their sum with the bias, the activation, and the
 * maps of all filters. A click on a channel or a map shows it large. Empty where the large grids already are the whole layer.
 */
final class ChainStrip extends VBox {

    private static final double SIDE = 44;
    private static final double SMALL_SIDE = 34;
    private static final double KERNEL = 24;

    /** Around the picture of a button. */
    private static final double FRAME = 5;

    /** So many channels want smaller pictures to stand in one line. */
    private static final int MANY = 4;

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final HBox line = new HBox(8);
    private double side = SIDE;

    ChainStrip(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        setMinHeight(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("playground-chain");
        line.getStyleClass().add("chain");
        ScrollPane scroll = new ScrollPane(line);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        managedProperty().bind(visibleProperty());
        model.state().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        PlaygroundState s = model.state().get();
        boolean layer = s.mode() == PlaygroundState.Mode.CONVOLUTION || s.mode() == PlaygroundState.Mode.DENSE;
        boolean wanted = (layer || s.pooling())
                && model.working().filter(Working::chained).isPresent();
        setVisible(wanted);
        line.getChildren().clear();
        if (wanted) {
            Working w = model.working().orElseThrow();
            side = s.inputs().count() < MANY ? SIDE : SMALL_SIDE;
            line.setSpacing(s.inputs().count() < MANY ? 8 : 3);
            line.getChildren().setAll(s.pooling() ? pooling(s, w) : layer(s, w));
        }
    }

    private List<Node> pooling(PlaygroundState s, Working w) {
        List<Node> nodes = new ArrayList<>();
        for (int c = 0; c < s.inputs().count(); c++) {
            nodes.add(channel(s, c, true));
            nodes.add(sign("→"));
            nodes.add(titled(texts.get("playground.chain.pooled"), mini(w.maps().get(c), side)));
        }
        return nodes;
    }

    private List<Node> layer(PlaygroundState s, Working w) {
        List<Node> nodes = new ArrayList<>();
        for (int c = 0; c < s.inputs().count(); c++) {
            int place = c - s.firstRead();
            boolean read = place >= 0 && place < s.read();
            if (read && place > 0) {
                nodes.add(sign("+"));
            }
            nodes.add(channel(s, c, read));
            if (read) {
                nodes.add(sign("∗"));
                nodes.add(mini(s.conv().bank().filters().get(s.look().filter()).at(c), KERNEL));
                nodes.add(sign("="));
                nodes.add(titled(
                        texts.get("playground.chain.share"), mini(w.shares().get(place), side)));
            }
        }
        nodes.add(sign(s.bias() < 0 ? "− " + CellText.of(-s.bias()) : "+ " + CellText.of(s.bias())));
        nodes.add(sign("="));
        nodes.add(titled(texts.get("playground.chain.sum"), mini(w.sum(), side)));
        nodes.add(sign(s.conv().activation() == Activation.NONE ? "→" : activation(s) + " →"));
        for (int f = 0; f < w.maps().size(); f++) {
            int filter = f;
            Button button = button(w.maps().get(f), f == shownMap(s));
            button.setId("playground-filter-" + f);
            button.setAccessibleText(texts.get("playground.chain.filter", f + 1));
            button.setOnAction(e -> show(filter, w));
            nodes.add(titled(texts.get("playground.chain.filter", f + 1), button));
        }
        return nodes;
    }

    private int shownMap(PlaygroundState s) {
        return s.mode() == PlaygroundState.Mode.DENSE ? model.map() : s.look().filter();
    }

    private void show(int filter, Working w) {
        model.lookAtFilter(filter);
        if (w.end().isPresent()) {
            model.stepping().moveTo(filter * w.explanations().size());
            show();
        }
    }

    private String activation(PlaygroundState s) {
        return texts.get("playground.activation." + Words.of(s.conv().activation()));
    }

    private Node channel(PlaygroundState s, int c, boolean read) {
        Button button = button(s.inputs().at(c), c == s.look().channel());
        button.setId("playground-channel-" + c);
        button.setAccessibleText(texts.get("playground.chain.channel", c + 1));
        button.setOnAction(e -> model.lookAtChannel(c));
        button.setOpacity(read ? 1 : 0.45);
        return titled(texts.get("playground.chain.channel", c + 1), button);
    }

    private Button button(Grid grid, boolean chosen) {
        Button button = new Button(null, mini(grid, side));
        button.getStyleClass().add("mini-button");
        button.pseudoClassStateChanged(MiniGrid.CHOSEN, chosen);
        return button;
    }

    private static MiniGrid mini(Grid grid, double side) {
        MiniGrid mini = new MiniGrid();
        mini.show(grid);
        mini.fit(side);
        return mini;
    }

    private static VBox titled(String title, Node node) {
        Label caption = new Label(title);
        caption.getStyleClass().add("caption");
        caption.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(node instanceof Button ? 0 : FRAME, caption, node);
        box.setAlignment(Pos.TOP_CENTER);
        box.setMaxHeight(USE_PREF_SIZE);
        box.setPadding(new Insets(0, 0, node instanceof Button ? 0 : FRAME, 0));
        return box;
    }

    private static Label sign(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("chain-sign");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
