package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.feature.Pooling;
import javafx.scene.control.CheckBox;

/** Settings of the pooling. */
final class PoolingFields extends ModeFields {

    PoolingFields(PlaygroundViewModel model, Texts texts) {
        super(model, texts);
        PlaygroundState.Mode own = PlaygroundState.Mode.POOLING;
        add(
                constants(
                        "kind",
                        Pooling.Kind.values(),
                        s -> s.pool().kind(),
                        (s, kind) -> s.with(s.pool().withKind(kind))),
                own);
        add(
                constants(
                        "form",
                        PoolShape.Form.values(),
                        s -> s.pool().form(),
                        (s, form) -> s.with(s.pool().withForm(form))),
                own);
        add(
                controls.size(
                        "windowSize",
                        Convolving.MAX_KERNEL,
                        s -> s.pool().rows(),
                        s -> s.pool().columns(),
                        (s, rows) -> s.with(s.pool().withWindow(rows, s.pool().columns())),
                        (s, columns) -> s.with(s.pool().withWindow(s.pool().rows(), columns))),
                s -> s.mode() == own && s.pool().form() == PoolShape.Form.WINDOW);
        add(
                controls.slider(
                        "poolStride",
                        1,
                        Convolving.MAX_KERNEL,
                        s -> s.pool().stride(),
                        (s, stride) -> s.with(s.pool().withStride(stride))),
                s -> s.mode() == own && s.pool().form() == PoolShape.Form.WINDOW);
        add(
                controls.slider(
                        "poolPadding",
                        0,
                        Pool.MAX_PADDING,
                        s -> s.pool().padding(),
                        (s, padding) -> s.with(s.pool().withPadding(padding))),
                s -> s.mode() == own && s.pool().form() == PoolShape.Form.WINDOW);
        add(
                controls.size(
                        "pooledSize",
                        Grid.LARGEST,
                        s -> s.pool().outputRows(),
                        s -> s.pool().outputColumns(),
                        (s, rows) -> s.with(s.pool().withOutput(rows, s.pool().outputColumns())),
                        (s, columns) -> s.with(s.pool().withOutput(s.pool().outputRows(), columns))),
                s -> s.mode() == own && s.pool().form() == PoolShape.Form.ADAPTIVE);
        CheckBox gradients = new CheckBox();
        gradients.setId("playground-gradients");
        gradients.textProperty().bind(texts.bind("playground.gradients"));
        gradients.setWrapText(true);
        gradients.selectedProperty().bindBidirectional(model.gradients());
        add(gradients, own);
    }
}
