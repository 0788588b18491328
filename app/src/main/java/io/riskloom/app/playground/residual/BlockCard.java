package io.riskloom.app.playground.residual;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.control.Sketch;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.BlockTrace;
import io.riskloom.engine.lesson.RaceFrame;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One residual block with the numbers of one real window, stage by stage, and the arithmetic of one cell. */
final class BlockCard extends VBox {

    private final ResidualViewModel model;
    private final BlockModel block;
    private final Texts texts;
    private final Sketch sketch;

    BlockCard(ResidualViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.block = new BlockModel(model);
        sketch = new Sketch((surface, palette, width, height) -> block.trace().ifPresent(trace -> new BlockDrawing(
                        surface,
                        palette,
                        new BlockPlaces(width, height, trace.projected()),
                        trace,
                        block,
                        model.knobs().get().activation(),
                        texts)
                .draw()));
        sketch.setId("residual-block");
        sketch.setPrefHeight(360);
        sketch.setMinHeight(240);
        sketch.setOnMouseMoved(this::point);
        sketch.setOnMouseClicked(this::point);
        model.frame().subscribe(is -> sketch.redraw());
        block.stage().subscribe(is -> sketch.redraw());
        block.channel().subscribe(is -> sketch.redraw());
        block.day().subscribe(is -> sketch.redraw());
        texts.locale().subscribe(is -> sketch.redraw());
        VBox.setVgrow(sketch, Priority.ALWAYS);
        VBox drawn = new VBox(head(), sketch);
        drawn.getStyleClass().addAll("card", "flush");
        VBox.setVgrow(drawn, Priority.ALWAYS);
        StringBinding sum = words(this::arithmetic);
        Label arithmetic = Cards.label(sum, "mono");
        arithmetic.setId("residual-arithmetic");
        arithmetic.setWrapText(true);
        arithmetic.setMinHeight(USE_PREF_SIZE);
        sketch.accessibleTextProperty().bind(sum);
        VBox card = Cards.card(Cards.label(words(this::cell), "caption"), arithmetic);
        card.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(drawn, card, sliders());
    }

    private HBox head() {
        Label formula = Cards.label(words(this::formula), "mono");
        formula.setMinWidth(0);
        HBox.setHgrow(formula, Priority.ALWAYS);
        formula.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                4,
                formula,
                IconButton.of(texts, Feather.CHEVRON_LEFT, "residual.block.back", () -> go(-1)),
                IconButton.of(texts, Feather.CHEVRON_RIGHT, "residual.block.on", () -> go(1)));
        head.getStyleClass().add("card-head");
        return head;
    }

    private void go(int steps) {
        block.show(block.stage().get() + steps);
    }

    private StringBinding words(Function<BlockTrace, String> words) {
        return Bindings.createStringBinding(
                () -> block.trace().map(words).orElse(""),
                model.frame(),
                block.stage(),
                block.channel(),
                block.day(),
                texts.locale());
    }

    private String formula(BlockTrace trace) {
        String a = texts.get("residual.activation." + model.knobs().get().activation());
        String norm = BlockModel.normed(trace) ? "BN·" : "";
        String shortcut = trace.projected() ? "P·x" : "x";
        return "y = " + a + "(F(x) + " + shortcut + ")    F(x) = " + norm + "W₂·" + a + "(" + norm + "W₁·x)";
    }

    private String cell(BlockTrace trace) {
        return texts.get(
                "residual.block.cell",
                block.channel().get() + 1,
                block.day().get() + 1,
                texts.get("residual.block.stage."
                        + BlockModel.STAGES.get(block.stage().get())));
    }

    private String arithmetic(BlockTrace trace) {
        String a = texts.get("residual.activation." + model.knobs().get().activation());
        String shortcut = trace.projected() ? "P·x" : "x";
        String branch = figure(block.at(trace, "branch"));
        String through = figure(block.at(trace, "shortcut"));
        String sum = figure(block.at(trace, "sum"));
        return "F(x) + " + shortcut + " = " + branch + " + " + (through.startsWith("−") ? "(" + through + ")" : through)
                + " = " + sum + "    " + a + "(" + sum + ") = " + figure(block.at(trace, "output"));
    }

    private static String figure(double value) {
        return Formats.number(value, 4);
    }

    private HBox sliders() {
        Slider number = follow("residual-block-number", "residual.block.number", model.block(), 1);
        Slider sample = follow("residual-block-sample", "residual.block.sample", model.sample(), 1);
        model.knobs().subscribe(k -> number.setMax(Math.max(0, k.depth() / 2 - 1)));
        model.frame()
                .subscribe(f ->
                        sample.setMax(f == null ? sample.getMax() : f.task().valid() - 1));
        HBox box = new HBox(
                24,
                grow(SliderField.field(number, texts.bind("residual.block.number"), words(this::number))),
                grow(SliderField.field(sample, texts.bind("residual.block.sample"), words(this::sample))));
        box.getStyleClass().add("card");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(USE_PREF_SIZE);
        box.setPadding(new Insets(10, 16, 12, 16));
        return box;
    }

    private Slider follow(String id, String key, IntegerProperty value, double step) {
        Slider slider = SliderField.slider(id, texts.bind(key), 0, 383, step);
        slider.valueProperty().subscribe((was, is) -> value.set((int) Math.round(is.doubleValue())));
        value.subscribe(is -> slider.setValue(is.doubleValue()));
        return slider;
    }

    private static VBox grow(VBox field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefWidth(0);
        return field;
    }

    private String number(BlockTrace trace) {
        return texts.get(
                "residual.block.number.value",
                trace.block() + 1,
                model.knobs().get().depth() / 2,
                texts.get(trace.projected() ? "residual.block.projects" : "residual.block.passes"));
    }

    private String sample(BlockTrace trace) {
        RaceFrame frame = model.frame().get();
        return texts.get(
                "residual.block.sample.value",
                trace.sample() + 1,
                frame.task().valid(),
                Formats.day(trace.day()),
                Formats.percent(trace.answer(), 1),
                texts.get(trace.wild() ? "residual.block.wild" : "residual.block.calm"));
    }

    private void point(MouseEvent event) {
        block.trace().ifPresent(trace -> {
            int[] cell = new BlockPlaces(sketch.getWidth(), sketch.getHeight(), trace.projected())
                    .cell(trace, event.getX(), event.getY());
            if (cell != null) {
                block.at(cell[0], cell[1]);
            }
        });
    }

    /** Arrows: left and right through the stages, up and down through the channels, with Shift through the days. */
    void keys(KeyEvent event) {
        int channel = block.channel().get();
        int day = block.day().get();
        switch (event.getCode()) {
            case LEFT -> shiftOr(event, () -> block.at(channel, day - 1), () -> go(-1));
            case RIGHT -> shiftOr(event, () -> block.at(channel, day + 1), () -> go(1));
            case UP -> block.at(channel - 1, day);
            case DOWN -> block.at(channel + 1, day);
            case HOME -> block.show(0);
            case END -> block.show(BlockModel.STAGES.size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static void shiftOr(KeyEvent event, Runnable shifted, Runnable plain) {
        (event.isShiftDown() ? shifted : plain).run();
    }
}
