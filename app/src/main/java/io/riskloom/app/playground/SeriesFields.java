package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.ImageEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;

/** Settings of the row of returns beside its picture. */
final class SeriesFields extends ModeFields {

    SeriesFields(PlaygroundViewModel model, Texts texts) {
        super(model, texts);
        PlaygroundState.Mode own = PlaygroundState.Mode.SERIES;
        Choice<String> encoding = new Choice<>(
                texts, ImageEncoding.kinds(), kind -> "playground.encoding." + kind, "playground.encoding");
        encoding.setId("playground-encoding");
        encoding.follow(
                model.state(),
                () -> model.state().get().series().encoding(),
                kind -> model.change(s -> s.with(s.series().withEncoding(kind))));
        add(encoding, own);
        add(presets("rowPreset", Preset::row, Series::kernel), own);
        add(presets("imagePreset", p -> !p.row() && p != Preset.WORKED_EXAMPLE, Series::imageKernel), own);
        add(
                controls.slider(
                        "seriesLength",
                        1,
                        Convolving.MAX_KERNEL,
                        s -> s.series().length(),
                        (s, length) ->
                                s.with(s.series().withKernel(s.series().kernel().resized(1, length)))),
                own);
    }

    private Node presets(String name, Predicate<Preset> fits, Function<Series, Grid> kernel) {
        List<Preset> offered = Arrays.stream(Preset.values()).filter(fits).toList();
        Choice<Preset> choice = new Choice<>(texts, offered, Preset::key, "playground." + name);
        choice.setId("playground-" + name);
        choice.promptTextProperty().bind(texts.bind("playground." + name + ".own"));
        choice.follow(
                model.state(),
                () -> offered.stream()
                        .filter(p -> p.kernel()
                                .equals(kernel.apply(model.state().get().series())))
                        .findFirst()
                        .orElse(null),
                model::preset);
        return choice;
    }
}
