package io.riskloom.app.playground.cell;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.RecurrentCell;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** On the right: preset, sizes, one step or days, the formulas and the engine's word. */
final class CellPanel {

    private final CellViewModel model;
    private final Texts texts;
    private boolean following;

    CellPanel(CellViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node content() {
        Segments<CellViewModel.Look> looks = new Segments<>(model.look());
        looks.setStyle("-fx-alignment: center-left;");
        looks.add(CellViewModel.Look.STEP, texts.bind("cell.look.step"), "cell-look-step");
        looks.add(CellViewModel.Look.DAYS, texts.bind("cell.look.days"), "cell-look-days");
        CheckBox weights = new CheckBox();
        weights.setId("cell-weights");
        weights.textProperty().bind(texts.bind("cell.weights"));
        weights.setWrapText(true);
        weights.selectedProperty().bindBidirectional(model.weights());
        Panels.showWhen(weights, model.look().map(CellViewModel.Look.DAYS::equals));
        return Cards.context(
                null,
                Cards.field(texts.bind("cell.look"), looks),
                weights,
                preset(),
                size(
                        "inputs",
                        s -> s.cell().inputs(),
                        (s, n) -> s.withSize(n, s.cell().units())),
                size(
                        "units",
                        s -> s.cell().units(),
                        (s, n) -> s.withSize(s.cell().inputs(), n)),
                formulas(),
                about(),
                new Separator(),
                check());
    }

    private Node preset() {
        ComboBox<CellPreset> box = new ComboBox<>();
        box.setId("cell-preset");
        box.getItems().setAll(CellPreset.values());
        box.promptTextProperty().bind(texts.bind("cell.preset.own"));
        Panels.words(
                box, texts, preset -> texts.get("cell.preset." + preset.name().toLowerCase(Locale.ROOT)));
        box.accessibleTextProperty().bind(texts.bind("cell.preset"));
        model.step().subscribe(step -> {
            following = true;
            box.setValue(model.presetNow().orElse(null));
            following = false;
        });
        box.valueProperty().subscribe((was, is) -> {
            if (!following && is != null) {
                model.preset(is);
            }
        });
        Label about = Cards.label(
                Bindings.createStringBinding(
                        () -> model.presetNow()
                                .map(p -> texts.get("cell.about." + p.name().toLowerCase(Locale.ROOT)))
                                .orElse(""),
                        model.step(),
                        texts.locale()),
                "caption");
        about.setId("cell-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        Panels.showWhen(about, about.textProperty().map(words -> !words.isEmpty()));
        return new VBox(8, Cards.field(texts.bind("cell.preset"), box), about);
    }

    private Node size(String name, ToIntFunction<CellSetup> read, BiFunction<CellSetup, Integer, CellSetup> write) {
        Slider slider = SliderField.slider("cell-" + name, texts.bind("cell." + name), 1, CellSetup.MOST, 1);
        slider.setValue(read.applyAsInt(model.setup().get()));
        slider.valueProperty().subscribe((was, is) -> {
            int value = (int) Math.round(is.doubleValue());
            model.change(s -> read.applyAsInt(s) == value ? s : write.apply(s, value));
        });
        model.setup().subscribe(s -> slider.setValue(read.applyAsInt(s)));
        return SliderField.field(
                slider, texts.bind("cell." + name), model.setup().map(s -> String.valueOf(read.applyAsInt(s))));
    }

    private Node formulas() {
        Label label = Cards.label(
                model.setup()
                        .map(s -> s.cell().kind() == RecurrentCell.Kind.LSTM
                                ? "i, f, o = σ(W·x + U·h + b)\ng = tanh(W·x + U·h + b)\nc′ = f⊙c + i⊙g\nh′ = o⊙tanh(c′)"
                                : "r, z = σ(W·x + U·h + b)\nn = tanh(W·x + b + r⊙(U·h))\nh′ = (1 − z)⊙n + z⊙h"),
                "mono",
                "muted");
        label.setId("cell-formulas");
        label.setStyle("-fx-font-size: 12px;");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What the inputs are where days are looked at. */
    private Node about() {
        Label label = Cards.label(texts.bind("cell.days.about"), "caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(label, model.step().map(step -> model.overDays()));
    }

    private Node check() {
        Label label = Cards.label(
                Bindings.createStringBinding(
                        () -> texts.of(model.check().get().words()), model.check(), texts.locale()),
                "caption");
        label.setId("cell-check");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        model.check().subscribe(result -> {
            label.getStyleClass().removeAll("bad-text");
            if (result.agrees().equals(Optional.of(false))) {
                label.getStyleClass().add("bad-text");
            }
        });
        return label;
    }
}
