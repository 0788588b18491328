package io.riskloom.app.train;

import com.google.gson.JsonObject;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;

/** The settings of one task, one field for each declared hyper-parameter. */
final class Form {

    private final String task;
    private final List<FormField> fields;
    private final BooleanBinding valid;

    Form(String task) {
        this.task = task;
        this.fields = Specs.parameters(Specs.typeOf(task)).stream()
                .map(FormField::new)
                .toList();
        this.valid = Bindings.createBooleanBinding(
                () -> fields.stream().allMatch(field -> field.valid() || !concerns(field)),
                Stream.concat(Stream.of(model()), fields.stream().map(FormField::error))
                        .toArray(Observable[]::new));
    }

    String task() {
        return task;
    }

    /** In order of declaration; the first is the model. */
    List<FormField> fields() {
        return fields;
    }

    /** The chosen model. */
    StringProperty model() {
        return fields.getFirst().text();
    }

    /** Whether the chosen model pays heed to a setting; the others are hidden and keep their defaults in the specification. */
    boolean concerns(FormField field) {
        return field.parameter().concerns(fields.getFirst().value());
    }

    FormField field(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(task + " has no setting " + name));
    }

    BooleanBinding valid() {
        return valid;
    }

    void reset() {
        fields.forEach(FormField::reset);
    }

    /** @throws IllegalArgumentException where a field is not valid */
    RunSpec spec(String data, String series, Reading reading) {
        JsonObject json = new JsonObject();
        json.addProperty("task", task);
        json.addProperty("data", data);
        json.addProperty("series", series);
        json.addProperty("reading", reading.toJson());
        fields.stream().filter(this::concerns).forEach(field -> json.addProperty(field.name(), field.value()));
        return Specs.fromJson(json);
    }
}
