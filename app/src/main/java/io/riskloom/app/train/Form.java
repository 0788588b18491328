package io.riskloom.app.train;

import com.google.gson.JsonObject;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Validation;
import io.riskloom.engine.quality.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The settings of one task, one field for each declared hyper-parameter. Where a default depends on other settings it changes
 * with them, and so does a field that stands at it.
 */
final class Form {

    private final String task;
    private final List<FormField> fields;
    private final StringProperty groups = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
    private final BooleanBinding valid;
    /** While one edit changes several fields. */
    private boolean changing;

    Form(String task) {
        this.task = task;
        this.fields = Specs.parameters(Specs.typeOf(task)).stream()
                .map(FormField::new)
                .toList();
        fields.forEach(field -> {
            field.expect(this::settingOf);
            field.reset();
        });
        this.valid = Bindings.createBooleanBinding(
                () -> fields.stream().allMatch(field -> field.valid() || !concerns(field)),
                fields.stream()
                        .flatMap(field -> Stream.of(field.text(), field.error()))
                        .toArray(Observable[]::new));
        fields.forEach(field ->
                field.text().subscribe((before, now) -> change(() -> fields.forEach(f -> f.follow(this::settingOf)))));
        groups.subscribe((before, now) -> change(() -> {}));
    }

    /** Changes fields and counts that as one edit. */
    private void change(Runnable change) {
        if (changing) {
            return;
        }
        changing = true;
        try {
            change.run();
        } finally {
            changing = false;
        }
        edits.set(edits.get() + 1);
    }

    String task() {
        return task;
    }

    /** In order of declaration; the first is the model. */
    List<FormField> fields() {
        return fields;
    }

    /** How often it was edited: changes after each edit, when all fields that follow it have done so. */
    ReadOnlyIntegerProperty edits() {
        return edits.getReadOnlyProperty();
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
     * Whether a run with the present choices pays heed to a setting; the others are hidden and keep their defaults in the
     * specification.
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

    /** Lets the default of a setting be what the data tell; those that depend on it follow. */
    void suit(String name, String found) {
        change(() -> {
            field(name).suit(found);
            fields.stream().filter(field -> !field.name().equals(name)).forEach(field -> field.follow(this::settingOf));
        });
    }

    /**
     * To the defaults beside the chosen model and the other choices that defaults depend on, which stay; but for those that
     * the data tell.
     */
    void reset() {
        Set<String> kept = new HashSet<>(Set.of("model"));
        fields.forEach(field -> field.parameter().others().forEach(other -> other.conditions()
                .forEach(condition -> kept.add(condition.setting()))));
        fields.stream().filter(FormField::isMeasured).map(FormField::name).forEach(kept::remove);
        change(() -> {
            fields.stream().filter(field -> !kept.contains(field.name())).forEach(field -> {
                field.expect(this::settingOf);
                field.reset();
            });
            groups.set("");
        });
    }

    /** Fills the fields from a specification of the task. */
    void take(RunSpec spec) {
        JsonObject json = Specs.toJson(spec);
        change(() -> {
            fields.forEach(field -> field.take(json.getAsJsonPrimitive(field.name())));
            fields.forEach(field -> field.expect(this::settingOf));
            if (spec instanceof CreditSpec credit) {
                groups.set(credit.groups());
            }
        });
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
