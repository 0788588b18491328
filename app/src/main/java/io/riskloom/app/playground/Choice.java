package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** A list to choose from whose words follow the language; the button names the setting and its value. */
final class Choice<T> extends ComboBox<T> {

    private boolean following;

    /** @param caption key of a text with the value as its argument, such as {@code Preset: {0}} */
    Choice(Texts texts, List<T> values, Function<T, String> key, String caption) {
        getItems().setAll(values);
        setMaxWidth(Double.MAX_VALUE);
        Runnable words = () -> {
            setConverter(new Words<>(v -> v == null ? "" : texts.get(key.apply(v))));
            setButtonCell(new Button<>(v -> v == null ? null : texts.get(caption, texts.get(key.apply(v))), this));
        };
        texts.locale().addListener((o, was, is) -> words.run());
        words.run();
    }

    /** Shows {@code read} after every change of the state and tells what the user chose. */
    void follow(ObservableValue<?> state, Supplier<T> read, Consumer<T> chosen) {
        setValue(read.get());
        state.addListener((o, was, is) -> {
            following = true;
            setValue(read.get());
            following = false;
        });
        valueProperty().addListener((o, was, is) -> {
            if (!following && is != null) {
                chosen.accept(is);
            }
        });
    }

    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T value) {
            return words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }

    private static final class Button<T> extends ListCell<T> {
        private final Function<T, String> words;
        private final ComboBox<T> owner;

        Button(Function<T, String> words, ComboBox<T> owner) {
            this.words = words;
            this.owner = owner;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? owner.getPromptText() : words.apply(item));
        }
    }
}
