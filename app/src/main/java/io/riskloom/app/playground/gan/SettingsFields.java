package io.riskloom.app.playground.gan;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

/** Fields that show a part of the settings and change it; what only follows the settings changes nothing. */
final class SettingsFields {

    private final GanViewModel model;
    private final Texts texts;

    SettingsFields(GanViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Label section(String key) {
        return Cards.label(texts.bind(key), "form-section");
    }

    /**
     * A slider over given values; of a value between them it shows the nearest, without changing it.
     *
     * @param key  of its name
     * @param id   of the slider and of the change
     */
    Node slider(
            String key,
            String id,
            double[] values,
            ToDoubleFunction<ArenaSettings> read,
            BiFunction<ArenaSettings, Double, ArenaSettings> write) {
        Slider slider = SliderField.slider("arena-" + id, texts.bind(key), 0, values.length - 1, 1);
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.settle());
        slider.setValue(nearest(values, read.applyAsDouble(model.settings().get())));
        slider.valueProperty().subscribe((was, is) -> {
            int place = Math.toIntExact(Math.round(is.doubleValue()));
            if (place != nearest(values, read.applyAsDouble(model.settings().get()))) {
                model.change(id, s -> write.apply(s, values[place]));
            }
        });
        model.settings().subscribe(s -> {
            int place = nearest(values, read.applyAsDouble(s));
            if (Math.round(slider.getValue()) != place) {
                slider.setValue(place);
            }
        });
        return SliderField.field(slider, texts.bind(key), model.settings().map(s -> plain(read.applyAsDouble(s))));
    }

    static int nearest(double[] values, double value) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i] - value) < Math.abs(values[best] - value)) {
                best = i;
            }
        }
        return best;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** @param words key of a value's name, before the value */
    ComboBox<String> choice(
            String key,
            String id,
            String words,
            List<String> values,
            Function<ArenaSettings, String> read,
            BiFunction<ArenaSettings, String, ArenaSettings> write) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("arena-" + id);
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        Panels.words(box, texts, value -> texts.get(words + value));
        box.accessibleTextProperty().bind(texts.bind(key));
        box.setValue(read.apply(model.settings().get()));
        box.valueProperty().subscribe((was, is) -> {
            if (is != null && !is.equals(read.apply(model.settings().get()))) {
                model.settle();
                model.change(id, s -> write.apply(s, is));
            }
        });
        model.settings().subscribe(s -> box.setValue(read.apply(s)));
        return box;
    }

    CheckBox tick(
            String key,
            String id,
            Function<ArenaSettings, Boolean> read,
            BiFunction<ArenaSettings, Boolean, ArenaSettings> write) {
        CheckBox box = new CheckBox();
        box.setId("arena-" + id);
        box.textProperty().bind(texts.bind(key));
        box.setWrapText(true);
        box.selectedProperty().subscribe((was, is) -> {
            if (is != read.apply(model.settings().get())) {
                model.settle();
                model.change(id, s -> write.apply(s, is));
            }
        });
        model.settings().subscribe(s -> box.setSelected(read.apply(s)));
        return box;
    }

    Node field(String key, Node editor) {
        return Cards.field(texts.bind(key), editor);
    }
}
