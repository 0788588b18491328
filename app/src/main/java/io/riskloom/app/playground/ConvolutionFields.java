package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.PadMode;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Settings of the convolution, and of the dense end on top of it. */
final class ConvolutionFields extends ModeFields {

    private static final PlaygroundState.Mode[] MAPS = {PlaygroundState.Mode.DENSE};

    ConvolutionFields(PlaygroundViewModel model, Texts texts) {
        super(model, texts);
        PlaygroundState.Mode own = PlaygroundState.Mode.CONVOLUTION;
        add(weights(), PlaygroundState.Mode.DENSE);
        add(presets(), own, MAPS);
        add(new TrainedKernels(model, texts), own, MAPS);
        add(
                controls.pair(
                        "layer",
                        "channels",
                        "filters",
                        Convolving.MAX_CHANNELS,
                        s -> s.inputs().count(),
                        s -> s.conv().bank().count(),
                        PlaygroundState::withChannels,
                        (s, filters) -> s.with(s.conv().bank().withCount(filters))),
                own,
                MAPS);
        add(
                controls.slider(
                        "groups",
                        1,
                        Convolving.MAX_CHANNELS,
                        s -> s.conv().groups(),
                        (s, groups) -> s.with(s.conv().withGroups(groups))),
                s -> (s.mode() == own || s.mode() == PlaygroundState.Mode.DENSE)
                        && (s.inputs().count() > 1 || s.conv().groups() > 1));
        add(
                controls.slider(
                        "stride", 1, Convolving.MAX_STRIDE, s -> s.conv().stride(), PlaygroundState::withStride),
                own,
                PlaygroundState.Mode.DENSE,
                PlaygroundState.Mode.SERIES);
        add(
                controls.slider(
                        "padding", 0, Convolving.MAX_PADDING, s -> s.conv().padding(), PlaygroundState::withPadding),
                own,
                MAPS);
        add(
                controls.slider(
                        "dilation",
                        1,
                        Convolving.MAX_DILATION,
                        s -> s.conv().dilation(),
                        PlaygroundState::withDilation),
                own,
                PlaygroundState.Mode.DENSE,
                PlaygroundState.Mode.SERIES);
        add(constants("padMode", PadMode.values(), s -> s.conv().padMode(), PlaygroundState::withPadMode), own, MAPS);
        add(
                constants(
                        "activation", Activation.values(), s -> s.conv().activation(), PlaygroundState::withActivation),
                own,
                MAPS);
        add(bias(), own, MAPS);
        add(kernelSize(), own, MAPS);
    }

    private Node weights() {
        Button draw = new Button();
        draw.setId("playground-draw");
        draw.textProperty().bind(texts.bind("playground.draw"));
        draw.setMaxWidth(Double.MAX_VALUE);
        draw.setOnAction(e -> model.change(s -> s.with(s.dense().drawn())));
        return draw;
    }

    private Node presets() {
        Choice<Preset> preset = new Choice<>(texts, List.of(Preset.values()), Preset::key, "playground.preset");
        preset.setId("playground-preset");
        preset.promptTextProperty().bind(texts.bind("playground.preset.own"));
        preset.follow(model.state(), () -> model.presetNow().orElse(null), model::preset);
        return preset;
    }

    private Node bias() {
        TextField field = new TextField();
        field.setId("playground-bias");
        Runnable show = () -> field.setText(CellText.of(model.state().get().bias()));
        Runnable take = () -> {
            if (!model.entry().typeBias(field.getText())) {
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

    private Node kernelSize() {
        return controls.size(
                "kernelSize",
                Convolving.MAX_KERNEL,
                s -> s.kernel().rows(),
                s -> s.kernel().columns(),
                (s, rows) -> s.withKernel(s.kernel().resized(rows, s.kernel().columns())),
                (s, columns) -> s.withKernel(s.kernel().resized(s.kernel().rows(), columns)));
    }
}
