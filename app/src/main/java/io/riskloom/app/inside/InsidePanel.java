package io.riskloom.app.inside;

import atlantafx.base.controls.ProgressSliderSkin;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Settings on the right: the run, the window's last day, how channels are sorted and coloured. */
final class InsidePanel {

    private final InsideViewModel model;
    private final Texts texts;
    private final Node panel;
    private boolean following;

    InsidePanel(InsideViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Button train = new Button();
        train.setId("inside-train");
        train.textProperty().bind(texts.bind("common.train"));
        train.setOnAction(e -> model.session().page().set("train"));
        ObservableValue<Boolean> there = model.chosen().run().isNotNull();
        ObservableValue<Boolean> dated = model.series().isNotNull();
        Segments<Channels.Order> order = new Segments<>(model.order());
        order.add(Channels.Order.ACTIVATION, texts.bind("inside.order.activation"), "inside-order-activation");
        order.add(Channels.Order.CHANNEL, texts.bind("inside.order.channel"), "inside-order-channel");
        Segments<Boolean> scale = new Segments<>(model.shared());
        scale.add(false, texts.bind("inside.scale.each"), "inside-scale-each");
        scale.add(true, texts.bind("inside.scale.shared"), "inside-scale-shared");
        order.setStyle("-fx-alignment: center-left;");
        scale.setStyle("-fx-alignment: center-left;");
        Label method = Cards.label(texts.bind("inside.method"), "caption");
        method.setWrapText(true);
        method.setMinHeight(Region.USE_PREF_SIZE);
        panel = Cards.context(
                train,
                Panels.showWhen(Panels.runChooser(model.chosen(), texts, "inside-run"), there),
                Panels.showWhen(Cards.field(texts.bind("inside.day"), new VBox(8, date(), slider())), dated),
                Panels.showWhen(Cards.field(texts.bind("inside.order"), order), there),
                Panels.showWhen(Cards.field(texts.bind("inside.scale"), scale), there),
                Panels.showWhen(new Separator(), there),
                Panels.showWhen(method, there),
                Panels.notes(model.chosen(), texts));
    }

    Node content() {
        return panel;
    }

    private DatePicker date() {
        DatePicker picker = new DatePicker();
        picker.setId("inside-date");
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.accessibleTextProperty().bind(texts.bind("inside.day"));
        picker.setConverter(new Iso());
        picker.setDayCellFactory(p -> new TradingDay());
        Runnable follow = () -> picker.setValue(
                model.series().get() == null || model.origin().get() < 0
                        ? null
                        : model.series()
                                .get()
                                .history()
                                .dates()
                                .get(model.origin().get()));
        model.origin().addListener((o, was, is) -> follow.run());
        picker.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.moveTo(is);
                follow.run();
            }
        });
        return picker;
    }

    private Slider slider() {
        Slider slider = new Slider();
        slider.setId("inside-slider");
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(texts.bind("inside.day"));
        slider.setSkin(new ProgressSliderSkin(slider));
        model.origin().addListener((o, was, is) -> {
            if (is.intValue() >= 0) {
                following = true;
                slider.setMin(model.firstOrigin());
                slider.setMax(model.series().get().history().size() - 1.0);
                if (Math.round(slider.getValue()) != is.intValue()) {
                    slider.setValue(is.intValue());
                }
                following = false;
            }
        });
        slider.valueProperty().addListener((o, was, is) -> {
            if (!following) {
                model.moveTo((int) Math.round(is.doubleValue()));
            }
        });
        return slider;
    }

    /** Dates as everywhere in the product: 2024-05-31, or #12 for a row of a file without dates. */
    private static final class Iso extends StringConverter<LocalDate> {
        @Override
        public String toString(LocalDate date) {
            return date == null ? "" : Formats.day(date);
        }

        @Override
        public LocalDate fromString(String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            String day = text.strip();
            return day.startsWith("#")
                    ? PriceHistory.FIRST_ROW.plusDays(Integer.parseInt(day.substring(1)) - 1L)
                    : LocalDate.parse(day);
        }
    }

    /** Days without a price or without a whole window behind them cannot be chosen. */
    private final class TradingDay extends DateCell {
        @Override
        public void updateItem(LocalDate date, boolean empty) {
            super.updateItem(date, empty);
            SeriesFile series = model.series().get();
            List<LocalDate> dates =
                    series == null ? List.of() : series.history().dates();
            int found = empty ? -1 : Collections.binarySearch(dates, date);
            setDisable(found < 0 || found < model.firstOrigin());
        }
    }
}
