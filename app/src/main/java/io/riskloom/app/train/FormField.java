package io.riskloom.app.train;

import com.google.gson.JsonPrimitive;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.HyperParameter.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One setting while it is edited: the text as typed and what is wrong with it. */
final class FormField {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
    private static final Pattern REAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final HyperParameter parameter;
    private final StringProperty text = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<Optional<Notice>> error = new ReadOnlyObjectWrapper<>(Optional.empty());

    FormField(HyperParameter parameter) {
        this.parameter = parameter;
        text.subscribe(typed -> error.set(check(typed == null ? "" : typed.strip())));
        reset();
    }

    HyperParameter parameter() {
        return parameter;
    }

    String name() {
        return parameter.name();
    }

    /** As typed; a choice's word. */
    StringProperty text() {
        return text;
    }

    /** What is wrong with the text, with the permitted range. */
    ReadOnlyObjectProperty<Optional<Notice>> error() {
        return error.getReadOnlyProperty();
    }

    boolean valid() {
        return error.get().isEmpty();
    }

    boolean isDefault() {
        return value().equals(defaultText());
    }

    /** The text that goes into the specification. */
    String value() {
        return text.get() == null ? "" : text.get().strip();
    }

    void reset() {
        text.set(defaultText());
    }

    /** A value of a specification, as it is written there. */
    void take(JsonPrimitive value) {
        text.set(parameter.kind() == Kind.REAL ? RunWords.setting(value.getAsDouble()) : value.getAsString());
    }

    String low() {
        return range(parameter.min());
    }

    String high() {
        return range(parameter.max());
    }

    private String defaultText() {
        return parameter.defaultValue() instanceof Double real
                ? RunWords.setting(real)
                : String.valueOf(parameter.defaultValue());
    }

    private Optional<Notice> check(String typed) {
        if (parameter.kind() == Kind.CHOICE) {
            return parameter.choices().contains(typed)
                    ? Optional.empty()
                    : Optional.of(Notice.of("train.invalid.choice", name(), String.join(", ", parameter.choices())));
        }
        boolean whole = parameter.kind() == Kind.INTEGER;
        if (!(whole ? WHOLE : REAL).matcher(typed).matches()) {
            return Optional.of(Notice.of(whole ? "train.invalid.whole" : "train.invalid.real", name(), low(), high()));
        }
        double number = Double.parseDouble(typed);
        return number >= parameter.min() && number <= parameter.max()
                ? Optional.empty()
                : Optional.of(Notice.of("train.invalid.range", name(), low(), high()));
    }

    private static String range(double number) {
        return Math.abs(number) >= 1000 ? Formats.number(number, 0) : RunWords.setting(number);
    }
}
