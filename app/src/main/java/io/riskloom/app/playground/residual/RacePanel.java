package io.riskloom.app.playground.residual;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.control.WholeNumbers;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.lesson.RaceTask;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.Region;

/** Settings on the right; each change begins a new race. */
final class RacePanel {

    private static final double[] RATES = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
    private static final int[] BATCHES = {8, 16, 32, 64, 128};

    private final ResidualViewModel model;
    private final Texts texts;

    RacePanel(ResidualViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node content() {
        return Cards.context(
                null,
                slider("depth", 2, RaceSettings.MOST_LAYERS, 2, Knobs::depth, Knobs::withDepth, String::valueOf),
                slider("width", 2, 16, 1, Knobs::width, Knobs::withWidth, String::valueOf),
                choice("activation", RaceSettings.ACTIVATIONS, Knobs::activation, Knobs::withActivation),
                choice("first", RaceSettings.FIRST_WEIGHTS, Knobs::first, Knobs::withFirst),
                batchNorm(),
                slider(
                        "rate",
                        0,
                        RATES.length - 1,
                        1,
                        k -> nearest(k.rate()),
                        (k, place) -> k.withRate(RATES[place]),
                        place -> BigDecimal.valueOf(RATES[place])
                                .stripTrailingZeros()
                                .toPlainString()),
                slider(
                        "batch",
                        0,
                        BATCHES.length - 1,
                        1,
                        k -> Arrays.binarySearch(BATCHES, k.batch()),
                        (k, place) -> k.withBatch(BATCHES[place]),
                        place -> String.valueOf(BATCHES[place])),
                seed(),
                new Separator(),
                task());
    }

    private static int nearest(double rate) {
        int place = 0;
        while (place < RATES.length - 1 && RATES[place] < rate) {
            place++;
        }
        return place;
    }

    private Node slider(
            String name,
            int low,
            int high,
            int step,
            ToIntFunction<Knobs> read,
            BiFunction<Knobs, Integer, Knobs> write,
            IntFunction<String> words) {
        Slider slider = SliderField.slider("residual-" + name, texts.bind("residual." + name), low, high, step);
        slider.setValue(read.applyAsInt(model.knobs().get()));
        slider.valueProperty().subscribe((was, is) -> {
            int value = low + step * Math.toIntExact(Math.round((is.doubleValue() - low) / step));
            model.change(k -> read.applyAsInt(k) == value ? k : write.apply(k, value));
        });
        model.knobs().subscribe(k -> slider.setValue(read.applyAsInt(k)));
        return SliderField.field(
                slider, texts.bind("residual." + name), model.knobs().map(k -> words.apply(read.applyAsInt(k))));
    }

    private Node choice(
            String name, List<String> values, Function<Knobs, String> read, BiFunction<Knobs, String, Knobs> write) {
        ObjectProperty<String> chosen =
                new SimpleObjectProperty<>(read.apply(model.knobs().get()));
        chosen.subscribe((was, is) -> model.change(k -> write.apply(k, is)));
        model.knobs().subscribe(k -> chosen.set(read.apply(k)));
        Segments<String> segments = new Segments<>(chosen);
        segments.setStyle("-fx-alignment: center-left;");
        for (String value : values) {
            segments.add(value, texts.bind("residual." + name + "." + value), "residual-" + name + "-" + value);
        }
        return Cards.field(texts.bind("residual." + name), segments);
    }

    private Node batchNorm() {
        CheckBox box = new CheckBox();
        box.setId("residual-batchNorm");
        box.textProperty().bind(texts.bind("residual.batchNorm"));
        box.setWrapText(true);
        box.selectedProperty().subscribe((was, is) -> model.change(k -> k.withBatchNorm(is)));
        model.knobs().subscribe(k -> box.setSelected(k.batchNorm()));
        return box;
    }

    private Node seed() {
        Spinner<Integer> spinner =
                WholeNumbers.spinner(0, 9999, (int) model.knobs().get().seed());
        spinner.setId("residual-seed");
        spinner.accessibleTextProperty().bind(texts.bind("residual.seed"));
        spinner.valueProperty().subscribe((was, is) -> model.change(k -> k.withSeed(is)));
        return Cards.field(texts.bind("residual.seed"), spinner);
    }

    /** What is learnt, from which days. */
    private Node task() {
        Label label = Cards.label(
                Bindings.createStringBinding(
                        () -> model.frame().get() == null
                                ? ""
                                : words(model.frame().get().task()),
                        model.frame(),
                        texts.locale()),
                "caption");
        label.setId("residual-task");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String words(RaceTask task) {
        return texts.get(
                "residual.task",
                task.series(),
                task.days(),
                task.ahead(),
                Formats.percent(task.threshold(), 2),
                Formats.number(task.train(), 0),
                Formats.number(task.valid(), 0),
                Formats.day(task.from()),
                Formats.day(task.cut()),
                Formats.day(task.to()));
    }
}
