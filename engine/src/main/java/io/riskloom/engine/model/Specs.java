package io.riskloom.engine.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.riskloom.engine.quality.Reading;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Run specifications as parameters, defaults and JSON; everything is derived from the spec records. */
public final class Specs {

    private static final Map<String, Class<? extends RunSpec>> BY_TASK = new LinkedHashMap<>();

    static {
        BY_TASK.put("forecast", ForecastSpec.class);
        BY_TASK.put("classify", ClassifySpec.class);
        BY_TASK.put("credit", CreditSpec.class);
        BY_TASK.put("generate", GenerateSpec.class);
        BY_TASK.put("anomaly", AnomalySpec.class);
    }

    private Specs() {}

    public static List<String> tasks() {
        return List.copyOf(BY_TASK.keySet());
    }

    /** @throws IllegalArgumentException for an unknown task, naming the known ones */
    public static Class<? extends RunSpec> typeOf(String task) {
        Class<? extends RunSpec> type = BY_TASK.get(task);
        if (type == null) {
            throw new IllegalArgumentException("task must be one of " + BY_TASK.keySet() + ", not " + task);
        }
        return type;
    }

    /** The declared hyper-parameters of a task, in order of declaration. */
    public static List<HyperParameter> parameters(Class<? extends RunSpec> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.isAnnotationPresent(Hyper.class))
                .map(Specs::parameter)
                .toList();
    }

    private static HyperParameter parameter(RecordComponent component) {
        Hyper h = component.getAnnotation(Hyper.class);
        Class<?> type = component.getType();
        List<String> choices = List.of(h.choices());
        Object value;
        HyperParameter.Kind kind;
        if (type == String.class) {
            kind = h.several() ? HyperParameter.Kind.SEVERAL : HyperParameter.Kind.CHOICE;
            value = h.initial().length > 0 ? String.join(",", h.initial()) : choices.getFirst();
        } else {
            kind = type == double.class ? HyperParameter.Kind.REAL : HyperParameter.Kind.INTEGER;
            value = typed(type, h.value());
        }
        return new HyperParameter(
                component.getName(),
                kind,
                h.min(),
                h.max(),
                value,
                choices,
                List.of(h.models()),
                List.of(h.schemes()),
                Arrays.stream(h.when()).map(Condition::parse).toList(),
                Arrays.stream(h.values()).map(text -> special(type, text)).toList(),
                h.advanced());
    }

    private static Object typed(Class<?> type, double value) {
        if (type == double.class) {
            return value;
        } else if (type == long.class) {
            return (long) value;
        }
        return (int) value;
    }

    /** Reads {@code "target=volatility:22"} or {@code "model=mlp&table=large:512"}. */
    private static HyperParameter.Default special(Class<?> type, String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        return new HyperParameter.Default(
                Arrays.stream(text.substring(0, colon).split("&"))
                        .map(Condition::parse)
                        .toList(),
                type == String.class ? value : typed(type, Double.parseDouble(value)));
    }

    /**
     * Checks the values of all declared hyper-parameters; called by the records' constructors.
     *
     * @param values one for each declared hyper-parameter, in order of declaration
     */
    static void validate(Class<? extends RunSpec> type, Object... values) {
        List<HyperParameter> parameters = parameters(type);
        if (parameters.size() != values.length) {
            throw new IllegalStateException(
                    type.getSimpleName() + " declares " + parameters.size() + " parameters, checks " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            parameters.get(i).check(values[i]);
        }
    }

    /** The specification with every default, for a data file. */
    public static RunSpec defaults(String task, String data) {
        JsonObject json = new JsonObject();
        json.addProperty("task", task);
        json.addProperty("data", data);
        return fromJson(json);
    }

    /** As {@link #defaults(String, String)}, typed. */
    public static <S extends RunSpec> S defaults(Class<S> type, String data) {
        for (Map.Entry<String, Class<? extends RunSpec>> entry : BY_TASK.entrySet()) {
            if (entry.getValue() == type) {
                return type.cast(defaults(entry.getKey(), data));
            }
        }
        throw new IllegalArgumentException("not a task's specification: " + type);
    }

    /**
     * A copy with one setting changed; see {@link #with(RunSpec, Map)}.
     *
     * @throws IllegalArgumentException for an unknown key or a value that is not permitted
     */
    public static <S extends RunSpec> S with(S spec, String key, Object value) {
        return with(spec, Map.of(key, value));
    }

    /**
     * A copy with some settings changed. Settings that stood at a default which depends on the changed ones follow it: a
     * specification whose model is changed has the defaults of the new model unless something else was chosen.
     *
     * @throws IllegalArgumentException for an unknown key or a value that is not permitted
     */
    public static <S extends RunSpec> S with(S spec, Map<String, ?> changes) {
        JsonObject before = toJson(spec);
        JsonObject json = before.deepCopy();
        changes.forEach((key, value) -> {
            if (key.equals("task") || (!json.has(key) && !key.equals("reading"))) {
                throw unknown(key, json.keySet());
            }
            json.addProperty(key, String.valueOf(value));
        });
        for (HyperParameter p : parameters(spec.getClass())) {
            Object old = p.defaultFor(name -> text(before, name));
            Object now = p.defaultFor(name -> text(json, name));
            if (!changes.containsKey(p.name()) && !old.equals(now) && is(before, p.name(), old)) {
                json.addProperty(p.name(), String.valueOf(now));
            }
        }
        @SuppressWarnings("unchecked")
        S changed = (S) fromJson(json);
        return changed;
    }

    private static IllegalArgumentException unknown(String key, Collection<String> known) {
        return new IllegalArgumentException("unknown setting " + key
                + Nearest.of(key, known).map(name -> "; the nearest is " + name).orElse("; known are " + known));
    }

    private static boolean is(JsonObject json, String name, Object value) {
        return value instanceof Number number
                ? json.get(name).getAsDouble() == number.doubleValue()
                : text(json, name).equals(value);
    }

    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** What a specification says of each setting, by name; for {@link HyperParameter#concerns(UnaryOperator)}. */
    public static UnaryOperator<String> settings(RunSpec spec) {
        JsonObject json = toJson(spec);
        return name -> text(json, name);
    }

    public static JsonObject toJson(RunSpec spec) {
        JsonObject json = new JsonObject();
        json.addProperty("task", spec.task());
        for (RecordComponent component : spec.getClass().getRecordComponents()) {
            Object value = read(spec, component);
            if (value instanceof Reading reading) {
                if (!reading.plain()) {
                    json.add(component.getName(), JsonParser.parseString(reading.toJson()));
                }
            } else if (value instanceof Number number) {
                json.addProperty(component.getName(), number);
            } else {
                json.addProperty(component.getName(), String.valueOf(value));
            }
        }
        return json;
    }

    /** @throws IllegalArgumentException where the text is no JSON object of a known task with permitted values */
    public static RunSpec parse(String text) {
        JsonElement json;
        try {
            json = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("not valid JSON: " + e.getMessage(), e);
        }
        if (!json.isJsonObject()) {
            throw new IllegalArgumentException("expected a JSON object with a task");
        }
        return fromJson(json.getAsJsonObject());
    }

    private static String task(JsonObject json) {
        JsonElement task = json.get("task");
        if (task == null) {
            throw new IllegalArgumentException("the specification has no task; known are " + BY_TASK.keySet());
        }
        return task.isJsonPrimitive() ? task.getAsString() : task.toString();
    }

    /**
     * Settings that are absent take their defaults.
     *
     * @throws IllegalArgumentException for an unknown task, an unknown setting or a value that is not permitted, by name
     */
    public static RunSpec fromJson(JsonObject json) {
        Class<? extends RunSpec> type = typeOf(task(json));
        Map<String, HyperParameter> declared = new LinkedHashMap<>();
        parameters(type).forEach(p -> declared.put(p.name(), p));
        // what the defaults of other settings depend on has a plain default itself
        UnaryOperator<String> plain = name -> json.has(name) && json.get(name).isJsonPrimitive()
                ? json.get(name).getAsString().strip()
                : declared.containsKey(name) ? String.valueOf(declared.get(name).defaultValue()) : "";
        List<String> known = new ArrayList<>(List.of("task"));
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            known.add(name);
            types[i] = components[i].getType();
            JsonElement given = json.get(name);
            if (given != null && !given.isJsonNull()) {
                Object value = convert(name, types[i], given);
                values[i] = declared.containsKey(name) ? declared.get(name).ordered(value) : value;
            } else if (types[i] == Reading.class) {
                values[i] = Reading.PLAIN;
            } else {
                values[i] = declared.containsKey(name) ? declared.get(name).defaultFor(plain) : "";
            }
        }
        for (String key : json.keySet()) {
            if (!known.contains(key)) {
                throw unknown(key, known);
            }
        }
        return construct(type, types, values);
    }

    private static Object convert(String name, Class<?> type, JsonElement given) {
        if (type == Reading.class) {
            return Reading.parse(given.isJsonPrimitive() ? given.getAsString() : given.toString());
        }
        if (!given.isJsonPrimitive()) {
            throw new IllegalArgumentException(name + " must be one number or text, not " + given);
        }
        String text = given.getAsString().strip();
        try {
            if (type == int.class) {
                return Integer.valueOf(text);
            } else if (type == long.class) {
                return Long.valueOf(text);
            } else if (type == double.class) {
                return Double.valueOf(text);
            }
            return text;
        } catch (NumberFormatException e) {
            String expected = type == double.class ? "a number" : "a whole number";
            throw new IllegalArgumentException(name + " must be " + expected + ", not " + text, e);
        }
    }

    private static RunSpec construct(Class<? extends RunSpec> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<? extends RunSpec> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(RunSpec spec, RecordComponent component) {
        try {
            return component.getAccessor().invoke(spec);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
