package io.riskloom.app.train;

import com.google.gson.JsonObject;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;

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
                () -> fields.stream().allMatch(FormField::valid),
                fields.stream().map(FormField::error).toArray(ReadOnlyObjectProperty[]::new));
    }

    String task() {
        return task;
    }

    /** In order of declaration; the first is the model. */
    List<FormField> fields() {
        return fields;
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
        fields.forEach(field -> json.addProperty(field.name(), field.value()));
        return Specs.fromJson(json);
    }
}
