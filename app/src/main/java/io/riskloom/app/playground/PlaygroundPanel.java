package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.Pooling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Settings on the right: preset, stride, padding, dilation, sizes, the size formula and the engine's word. */
final class PlaygroundPanel {

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final StateControls controls;
    private final Node panel;

    PlaygroundPanel(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.controls = new StateControls(model, texts);
        BooleanBinding pooling = Bindings.createBooleanBinding(
                () -> model.state().get().mode() == PlaygroundState.Mode.POOLING, model.state());
        Choice<Preset> preset = new Choice<>(texts, List.of(Preset.values()), Preset::key, "playground.preset");
        preset.setId("playground-preset");
        preset.promptTextProperty().bind(texts.bind("playground.preset.own"));
        preset.follow(model.state(), () -> model.presetNow().orElse(null), model::preset);
        panel = Cards.context(
                null,
                only(pooling.not(), preset),
                only(pooling, kinds()),
                only(
                        pooling.not(),
                        controls.slider(
                                "stride", 1, PlaygroundState.MAX_STRIDE, s -> s.stride(), PlaygroundState::withStride)),
                only(
                        pooling.not(),
                        controls.slider(
                                "padding",
                                0,
                                PlaygroundState.MAX_PADDING,
                                s -> s.padding(),
                                PlaygroundState::withPadding)),
                only(
                        pooling.not(),
                        controls.slider(
                                "dilation",
                                1,
                                PlaygroundState.MAX_DILATION,
                                s -> s.dilation(),
                                PlaygroundState::withDilation)),
                only(
                        pooling,
                        controls.slider(
                                "poolStride",
                                1,
                                PlaygroundState.MAX_KERNEL,
                                s -> s.pool().stride(),
                                (s, v) -> s.withPool(new PlaygroundState.Pool(
                                        s.pool().kind(),
                                        s.pool().rows(),
                                        s.pool().columns(),
                                        v)))),
                only(pooling.not(), padModes()),
                only(pooling.not(), bias()),
                inputSize(),
                only(pooling.not(), kernelSize()),
                only(pooling, windowSize()),
                formula(),
                new Separator(),
                check());
    }

    Node content() {
        return panel;
    }

    private static Node only(BooleanBinding when, Node node) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }

    private Node kinds() {
        Choice<Pooling.Kind> kind = new Choice<>(
                texts,
                List.of(Pooling.Kind.values()),
                k -> "playground.kind." + k.name().toLowerCase(Locale.ROOT),
                "playground.kind");
        kind.setId("playground-kind");
        kind.follow(
                model.state(),
                () -> model.state().get().pool().kind(),
                k -> model.change(s -> s.withPool(new PlaygroundState.Pool(
                        k, s.pool().rows(), s.pool().columns(), s.pool().stride()))));
        return kind;
    }

    private Node padModes() {
        Choice<PadMode> mode = new Choice<>(
                texts,
                List.of(PadMode.values()),
                m -> "playground.padMode." + m.name().toLowerCase(Locale.ROOT),
                "playground.padMode");
        mode.setId("playground-padMode");
        mode.follow(model.state(), () -> model.state().get().padMode(), m -> model.change(s -> s.withPadMode(m)));
        return mode;
    }

    private Node bias() {
        TextField field = new TextField();
        field.setId("playground-bias");
        Runnable show = () -> field.setText(CellText.of(model.state().get().bias()));
        Runnable take = () -> {
            if (!model.typeBias(field.getText())) {
                show.run();
            }
        };
        field.setOnAction(e -> take.run());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && !field.getText().equals(CellText.of(model.state().get().bias()))) {
                take.run();
            }
        });
        model.state().addListener((o, was, is) -> show.run());
        show.run();
        field.accessibleTextProperty().bind(texts.bind("playground.bias"));
        return Cards.field(texts.bind("playground.bias"), field);
    }

    private Node inputSize() {
        return controls.size(
                "inputSize",
                Grid.LARGEST,
                s -> s.input().rows(),
                s -> s.input().columns(),
                (s, rows) -> s.withInput(s.input().resized(rows, s.input().columns()), Optional.empty()),
                (s, columns) -> s.withInput(s.input().resized(s.input().rows(), columns), Optional.empty()));
    }

    private Node kernelSize() {
        return controls.size(
                "kernelSize",
                PlaygroundState.MAX_KERNEL,
                s -> s.kernel().rows(),
                s -> s.kernel().columns(),
                (s, rows) -> s.withKernel(s.kernel().resized(rows, s.kernel().columns())),
                (s, columns) -> s.withKernel(s.kernel().resized(s.kernel().rows(), columns)));
    }

    private Node windowSize() {
        return controls.size(
                "windowSize",
                PlaygroundState.MAX_KERNEL,
                s -> s.pool().rows(),
                s -> s.pool().columns(),
                (s, rows) -> s.withPool(new PlaygroundState.Pool(
                        s.pool().kind(), rows, s.pool().columns(), s.pool().stride())),
                (s, columns) -> s.withPool(new PlaygroundState.Pool(
                        s.pool().kind(), s.pool().rows(), columns, s.pool().stride())));
    }

    private Node formula() {
        Label label = Cards.label(
                Bindings.createStringBinding(
                        () -> {
                            List<String> sizes = Arithmetic.sizes(model.state().get());
                            return sizes.size() == 1
                                    ? sizes.getFirst()
                                    : texts.get("playground.formula", sizes.get(0), sizes.get(1));
                        },
                        model.state(),
                        texts.locale()),
                "mono",
                "muted");
        label.setId("playground-formula");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node check() {
        Label label = Cards.label(
                Bindings.createStringBinding(() -> words(model.check().get()), model.check(), texts.locale()),
                "caption");
        label.setId("playground-check");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        model.check().addListener((o, was, is) -> {
            label.getStyleClass().removeAll("bad-text", "amber-text");
            if (is.kind() == EngineCheck.Kind.DIFFERS) {
                label.getStyleClass().add("bad-text");
            } else if (is.kind() == EngineCheck.Kind.FAILED) {
                label.getStyleClass().add("amber-text");
            }
        });
        return label;
    }

    private String words(EngineCheck.Result result) {
        String words = result.words().map(texts::of).orElse("");
        return result.kind() == EngineCheck.Kind.FAILED ? texts.get("playground.check.failed", words) : words;
    }
}
