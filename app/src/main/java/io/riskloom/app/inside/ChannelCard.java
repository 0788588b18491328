package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartMark;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The chosen channel closely: its map large, the inputs that excite it most, its weights. Arrow keys move over the map's cells. */
final class ChannelCard extends VBox {

    private enum Side {
        MAP,
        TOP,
        WEIGHTS
    }

    private final MapsModel maps;
    private final ChannelModel model;
    private final TopModel top;
    private final KernelModel kernels;
    private final ChartView large;
    private final ChartView weights;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.MAP);
    private boolean shown;

    ChannelCard(MapsModel maps, Texts texts) {
        this.maps = maps;
        this.model = new ChannelModel(maps, texts);
        this.top = new TopModel(maps);
        this.kernels = new KernelModel(maps);
        getStyleClass().addAll("card", "flush");
        large = ChartView.onPage(texts);
        large.setId("inside-large");
        weights = ChartView.onPage(texts);
        weights.setId("inside-weights");
        weights.emptyTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> kernels.problem().get() == null
                                ? texts.get("inside.weights.none")
                                : texts.of(kernels.problem().get()),
                        kernels.problem(),
                        texts.locale()));
        Label words = Cards.label(
                Bindings.createStringBinding(model::words, maps.version(), maps.channel(), texts.locale()), "caption");
        words.setId("inside-channel");
        words.setWrapText(true);
        words.setMinHeight(32);
        Button pin = Icons.button(
                Feather.BOOKMARK,
                texts,
                "inside.pin",
                "inside-pin",
                () -> maps.pin(maps.channel().get()));
        HBox line = new HBox(4, Cards.grow(words), pin);
        line.setStyle("-fx-padding: 6 8 0 12; -fx-alignment: center-left;");
        StackPane stage = new StackPane();
        HBox head = new HBox(sides(texts), Panels.gap(), large.exportMenu());
        head.getStyleClass().add("card-head");
        head.setStyle("-fx-padding: 8 8 8 8; -fx-spacing: 4;");
        getChildren().addAll(head, line, Cards.grow(stage));
        TopList list = new TopList(top, maps.looked(), texts);
        side.subscribe(now -> {
            stage.getChildren().setAll(node(now, list));
            look();
        });
        maps.version().addListener((o, was, is) -> show());
        maps.channel().addListener((o, was, is) -> show());
        maps.pointed().addListener((o, was, is) -> mark());
        kernels.filter().addListener((o, was, is) -> weights.setModel(kernels.chart()));
        texts.locale().addListener((o, was, is) -> show());
        large.hoveredProperty().addListener((o, was, is) -> point(is));
        large.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    void look(boolean now) {
        shown = now;
        look();
    }

    void cancel() {
        top.cancel();
    }

    private void look() {
        top.look(shown && side.get() == Side.TOP);
        kernels.look(shown && side.get() == Side.WEIGHTS);
    }

    private Node node(Side now, TopList list) {
        return switch (now) {
            case MAP -> large;
            case TOP -> list;
            case WEIGHTS -> weights;
        };
    }

    private Segments<Side> sides(Texts texts) {
        Segments<Side> sides = new Segments<>(side);
        sides.setMinWidth(USE_PREF_SIZE);
        sides.add(Side.MAP, texts.bind("inside.side.map"), "inside-side-map");
        sides.add(Side.TOP, texts.bind("inside.side.top"), "inside-side-top");
        ToggleButton of = sides.add(Side.WEIGHTS, texts.bind("inside.side.weights"), "inside-side-weights");
        of.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !maps.filtered(),
                        maps.looked().layer(),
                        maps.looked().graph()));
        maps.looked().layer().addListener((o, was, is) -> {
            if (side.get() == Side.WEIGHTS && !maps.filtered()) {
                side.set(Side.MAP);
            }
        });
        return sides;
    }

    private void show() {
        large.setModel(model.chart());
        mark();
    }

    private void point(double[] at) {
        if (at != null && model.cells()) {
            maps.point(maps.at(maps.channel().get(), (int) at[1], (int) at[0]));
        } else if (at == null) {
            maps.point(null);
        }
    }

    private void mark() {
        Pointed at = maps.pointed().get();
        boolean own = at != null && at.channel() == maps.channel().get() && model.cells();
        large.markedProperty().set(own ? new ChartMark(at.column(), at.row(), at.column() + 1, at.row() + 1) : null);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            case P -> maps.pin(maps.channel().get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The cursor over the map's cells; it begins in the middle. */
    private void move(int down, int right) {
        Pointed at = maps.pointed().get();
        int rows = maps.source().rows();
        int columns = maps.source().columns();
        boolean own = at != null && at.channel() == maps.channel().get();
        if (rows == 0) {
            return;
        }
        int row = own ? Math.clamp(at.row() + down, 0, rows - 1) : rows / 2;
        int column = own ? Math.clamp(at.column() + right, 0, columns - 1) : columns / 2;
        maps.point(maps.at(maps.channel().get(), row, column));
    }
}
