package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Fields of the panel, each shown in its modes only. */
class ModeFields {

    final PlaygroundViewModel model;
    final Texts texts;
    final StateControls controls;
    private final List<Node> fields = new ArrayList<>();

    ModeFields(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.controls = new StateControls(model, texts);
    }

    final List<Node> fields() {
        return List.copyOf(fields);
    }

    final void add(Node node, PlaygroundState.Mode first, PlaygroundState.Mode... others) {
        Set<PlaygroundState.Mode> modes = EnumSet.of(first, others);
        add(node, s -> modes.contains(s.mode()));
    }

    final void add(Node node, Predicate<PlaygroundState> when) {
        BooleanBinding shown =
                Bindings.createBooleanBinding(() -> when.test(model.state().get()), model.state());
        StackPane place = new StackPane(node);
        place.setAlignment(Pos.CENTER_LEFT);
        place.visibleProperty().bind(shown.and(node.visibleProperty()));
        place.managedProperty().bind(place.visibleProperty());
        fields.add(place);
    }

    /** One of a few constants, named {@code playground.NAME.CONSTANT}. */
    final <E extends Enum<E>> Node constants(
            String name,
            E[] values,
            Function<PlaygroundState, E> read,
            BiFunction<PlaygroundState, E, PlaygroundState> write) {
        Choice<E> choice = new Choice<>(
                texts, Arrays.asList(values), v -> "playground." + name + "." + Words.of(v), "playground." + name);
        choice.setId("playground-" + name);
        choice.follow(
                model.state(),
                () -> read.apply(model.state().get()),
                v -> model.change(s -> read.apply(s) == v ? s : write.apply(s, v)));
        return choice;
    }
}
