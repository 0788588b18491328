package io.riskloom.app.train;

import com.google.gson.JsonPrimitive;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.HyperParameter.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    private Optional<String> measured = Optional.empty();
    private String usual;

    FormField(HyperParameter parameter) {
        this.parameter = parameter;
        this.usual = words(parameter.defaultValue());
        text.subscribe(typed -> error.set(check(typed == null ? "" : typed.strip())));
        reset();
    }

    HyperParameter parameter() {
        return parameter;
    }

    String name() {
        return parameter.name();
    }

    /** As typed; a choice's word, or several joined by commas. */
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
        return value().equals(usual);
    }

    /** The text that goes into the specification. */
    String value() {
        return text.get() == null ? "" : text.get().strip();
    }

    /** To the default beside the settings that {@link #expect} or {@link #follow} were told last. */
    void reset() {
        text.set(usual);
    }

    /** Lets the default be the one beside these settings, unless the data tell it. */
    void expect(UnaryOperator<String> settings) {
        usual = measured.orElseGet(() -> words(parameter.defaultFor(settings)));
    }

    /** Lets the default be what the data tell; a text that stood at the default before goes with it. */
    void suit(String found) {
        measured = Optional.of(found);
        follow(name -> "");
    }

    /** Whether the data tell the default. */
    boolean isMeasured() {
        return measured.isPresent();
    }

    /** As {@link #expect}; a text that stood at the default before goes with it. */
    void follow(UnaryOperator<String> settings) {
        boolean untouched = isDefault();
        expect(settings);
        if (untouched) {
            reset();
        }
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

    /** Those of several choices that are taken. */
    List<String> taken() {
        return value().isEmpty() ? List.of() : Arrays.asList(value().split(","));
    }

    /** Takes one of several choices, or leaves it. */
    void take(String choice, boolean wanted) {
        List<String> before = taken();
        text.set(String.join(
                ",",
                parameter.choices().stream()
                        .filter(each -> each.equals(choice) ? wanted : before.contains(each))
                        .toList()));
    }

    private static String words(Object value) {
        return value instanceof Double real ? RunWords.setting(real) : String.valueOf(value);
    }

    private Optional<Notice> check(String typed) {
        return switch (parameter.kind()) {
            case CHOICE -> parameter.choices().contains(typed) ? Optional.empty() : refused("train.invalid.choice");
            case SEVERAL ->
                !typed.isEmpty() && parameter.choices().containsAll(Arrays.asList(typed.split(",")))
                        ? Optional.empty()
                        : refused("train.invalid.several");
            case INTEGER -> number(typed, WHOLE, "train.invalid.whole");
            case REAL -> number(typed, REAL, "train.invalid.real");
        };
    }

    private Optional<Notice> refused(String key) {
        return Optional.of(Notice.of(key, name(), String.join(", ", parameter.choices())));
    }

    private Optional<Notice> number(String typed, Pattern pattern, String otherwise) {
        if (!pattern.matcher(typed).matches()) {
            return Optional.of(Notice.of(otherwise, name(), low(), high()));
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
