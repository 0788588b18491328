package io.riskloom.app.train;

import com.google.gson.JsonObject;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Validation;
import io.riskloom.engine.quality.Reading;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings of one task, one field for each declared hyper-parameter. */
final class Form {

    private final String task;
    private final List<FormField> fields;
    private final StringProperty groups = new SimpleStringProperty("");
    private final BooleanBinding valid;

    Form(String task) {
        this.task = task;
        this.fields = Specs.parameters(Specs.typeOf(task)).stream()
                .map(FormField::new)
                .toList();
        this.valid = Bindings.createBooleanBinding(
                () -> fields.stream().allMatch(field -> field.valid() || !concerns(field)),
                Stream.concat(Stream.of(model(), scheme()), fields.stream().map(FormField::error))
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

    /** The chosen validation scheme. */
    StringProperty scheme() {
        return field("scheme").text();
    }

    /** Column whose values stay together in the scheme {@value Validation#GROUPED}; empty for none. */
    StringProperty groups() {
        return groups;
    }

    /** Whether rows are grouped, so that {@link #groups} is needed. */
    boolean grouped() {
        return field("scheme").value().equals(Validation.GROUPED);
    }

    /**
     * Whether the chosen model pays heed to a setting under the chosen scheme; the others are hidden and keep their defaults in
     * the specification.
     */
    boolean concerns(FormField field) {
        return field.parameter().concerns(this::settingOf);
    }

    private String settingOf(String name) {
        return field(name).value();
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
        groups.set("");
    }

    /** Fills the fields from a specification of the task. */
    void take(RunSpec spec) {
        JsonObject json = Specs.toJson(spec);
        fields.forEach(field -> field.take(json.getAsJsonPrimitive(field.name())));
        if (spec instanceof CreditSpec credit) {
            groups.set(credit.groups());
        }
    }

    /** @throws IllegalArgumentException where a field is not valid */
    RunSpec spec(String data, String series, Reading reading) {
        JsonObject json = new JsonObject();
        json.addProperty("task", task);
        json.addProperty("data", data);
        json.addProperty("series", series);
        json.addProperty("reading", reading.toJson());
        fields.stream().filter(this::concerns).forEach(field -> json.addProperty(field.name(), field.value()));
        if (grouped()) {
            json.addProperty("groups", groups.get());
        }
        return Specs.fromJson(json);
    }
}
