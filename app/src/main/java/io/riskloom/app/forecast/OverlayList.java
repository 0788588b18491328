package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The runs that can be drawn beside the one on show, to be ticked. */
final class OverlayList extends VBox {

    private static final double HIGHEST = 150;

    private final Overlays overlays;
    private final Texts texts;
    private final VBox boxes = new VBox(6);

    OverlayList(Overlays overlays, Texts texts) {
        super(6);
        this.overlays = overlays;
        this.texts = texts;
        setId("forecast-overlays");
        ScrollPane scroll = new ScrollPane(boxes);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        // lines wrap, so how high they are is known once they are laid out
        scroll.minHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.min(HIGHEST, boxes.getHeight()), boxes.heightProperty()));
        scroll.setMaxHeight(HIGHEST);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(Cards.label(texts.bind("forecast.overlays", Overlays.MOST), "caption"), scroll);
        overlays.candidates().addListener((InvalidationListener) changed -> fill());
        overlays.chosen().addListener((InvalidationListener) changed -> allow());
        fill();
    }

    private void fill() {
        boxes.getChildren().clear();
        for (Run run : overlays.candidates()) {
            CheckBox box = new CheckBox();
            box.setId("forecast-overlay-" + run.id());
            box.setUserData(run);
            box.textProperty().bind(Bindings.createStringBinding(() -> RunWords.told(texts, run), texts.locale()));
            box.setWrapText(true);
            box.setMinHeight(Region.USE_PREF_SIZE);
            box.setSelected(overlays.chosen().contains(run));
            box.selectedProperty().addListener((value, before, now) -> overlays.choose(run, now));
            boxes.getChildren().add(box);
        }
        allow();
        setVisible(!boxes.getChildren().isEmpty());
        setManaged(isVisible());
    }

    /** Boxes that would be one too many are not to be ticked. */
    private void allow() {
        boxes.getChildren().forEach(node -> {
            CheckBox box = (CheckBox) node;
            box.setSelected(overlays.chosen().contains((Run) box.getUserData()));
            box.setDisable(overlays.full() && !box.isSelected());
        });
    }
}
