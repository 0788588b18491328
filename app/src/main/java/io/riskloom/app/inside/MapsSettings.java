package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;

/** How the tiles are sorted, coloured, compared and how large they are. */
final class MapsSettings extends VBox {

    private final MapsModel model;
    private final Texts texts;

    MapsSettings(MapsModel model, TilesView tiles, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        Segments<ColourSpan> spans = new Segments<>(model.span());
        for (ColourSpan span : ColourSpan.values()) {
            spans.add(span, texts.bind("inside.span.colour." + span.id()), "inside-span-" + span.id());
        }
        spans.setStyle("-fx-alignment: center-left;");
        Label help = Panels.wrapped("", "caption");
        help.textProperty().bind(texts.bind("inside.maps.help"));
        getChildren()
                .addAll(
                        Cards.field(texts.bind("inside.beside"), beside()),
                        Cards.field(texts.bind("inside.order"), order()),
                        Cards.field(texts.bind("inside.scale"), spans),
                        Cards.field(texts.bind("inside.size"), size(tiles)),
                        help);
    }

    private ComboBox<ChannelOrder> order() {
        ComboBox<ChannelOrder> box = new ComboBox<>();
        box.setId("inside-order");
        box.accessibleTextProperty().bind(texts.bind("inside.order"));
        Panels.words(box, texts, order -> texts.get("inside.order." + order.id()));
        box.getItems().setAll(ChannelOrder.values());
        box.valueProperty().bindBidirectional(model.order());
        box.disableProperty().bind(model.weights());
        return box;
    }

    private ComboBox<String> beside() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("inside-beside");
        box.accessibleTextProperty().bind(texts.bind("inside.beside"));
        Panels.words(box, texts, stage -> texts.get("inside.stage." + stage));
        Runnable fill = () -> {
            NetworkGraph graph = model.looked().graph().get();
            List<String> stages = new ArrayList<>(List.of("none"));
            for (Stage stage : graph == null ? List.<Stage>of() : graph.stages()) {
                if (stage != model.looked().stage().get()) {
                    stages.add(id(stage));
                }
            }
            box.getItems().setAll(stages);
            box.setValue(
                    stages.contains(id(model.beside().get()))
                            ? id(model.beside().get())
                            : "none");
        };
        model.looked().graph().subscribe(fill);
        model.looked().stage().subscribe(fill);
        fill.run();
        model.beside().addListener((o, was, is) -> box.setValue(id(is)));
        // a list that changes clears the choice for a moment; only a real choice is passed on
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.beside().set(is.equals("none") ? null : Stage.valueOf(is.toUpperCase(Locale.ROOT)));
            }
        });
        return box;
    }

    private static String id(Stage stage) {
        return stage == null ? "none" : stage.name().toLowerCase(Locale.ROOT);
    }

    private Slider size(TilesView tiles) {
        Slider slider =
                new Slider(TilesView.SMALLEST, TilesView.LARGEST, tiles.size().get());
        slider.setId("inside-size");
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(8);
        slider.accessibleTextProperty().bind(texts.bind("inside.size"));
        slider.valueProperty().bindBidirectional(tiles.size());
        return slider;
    }
}
