package io.riskloom.app.credit;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.NumberField;
import io.riskloom.app.text.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The cut-off by slider, field or one of the places worth going to. On the slider arrows move by .005, page keys by .05. */
final class CutOffField extends VBox {

    private static final double STEP = 0.005;
    private static final double PAGE = 0.05;
    private static final double FIELD = 80;
    private static final double PLACES = 240;

    private final CreditViewModel model;
    private final Texts texts;

    CutOffField(CreditViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        NumberField field = new NumberField(
                texts.bind("credit.cutOff"), model.cutOff(), 0, 1, false, texts, "credit-cut-off-field");
        field.setMinWidth(FIELD);
        field.setMaxWidth(FIELD);
        Slider slider = slider();
        HBox line = new HBox(12, field, Cards.grow(slider));
        line.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setMargin(slider, new Insets(0, 0, 8, 0));
        getChildren().addAll(line, field.apart(), places());
    }

    /** In some languages too long for one line. */
    private FlowPane places() {
        FlowPane places = new FlowPane(
                8,
                8,
                button("toStored", "credit-to-stored", model::cutAtStored),
                button("toKs", "credit-to-ks", model::cutAtKs),
                button("toProfit", "credit-to-profit", model::cutAtProfit));
        places.setPrefWrapLength(PLACES);
        return places;
    }

    private Slider slider() {
        Slider slider = new Slider(0, 1, model.cutOff().get());
        slider.setId("credit-cut-off");
        slider.setBlockIncrement(STEP);
        slider.accessibleTextProperty().bind(texts.bind("credit.cutOff"));
        slider.setTooltip(tooltip("credit.cutOff.help"));
        slider.valueProperty().bindBidirectional(model.cutOff());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            double by =
                    switch (event.getCode()) {
                        case PAGE_UP -> PAGE;
                        case PAGE_DOWN -> -PAGE;
                        default -> 0;
                    };
            if (by != 0) {
                model.cutOff().set(Math.clamp(model.cutOff().get() + by, 0, 1));
                event.consume();
            }
        });
        return slider;
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind("credit." + key));
        button.setTooltip(tooltip("credit." + key + ".help"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        model.scores().subscribe(now -> button.setDisable(now == null || !now.ranks()));
        return button;
    }

    private Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }
}
