package io.riskloom.engine.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;

/** The one JSON dialect: NaN is {@code null}, dates are ISO-8601, a sealed type carries its record's name in {@code kind}. */
public final class Json {

    private static final Gson PLAIN = new Gson();
    private static final Gson GSON = configure(new GsonBuilder()).create();

    private Json() {}

    public static Gson gson() {
        return GSON;
    }

    /** Adds the dialect to a builder, for libraries that bring their own. */
    public static GsonBuilder configure(GsonBuilder builder) {
        return builder.disableHtmlEscaping()
                .registerTypeAdapter(double.class, new NumberAdapter())
                .registerTypeAdapter(Double.class, new NumberAdapter())
                .registerTypeAdapter(float.class, new FloatAdapter())
                .registerTypeAdapter(Float.class, new FloatAdapter())
                .registerTypeAdapter(LocalDate.class, new TextAdapter<>(LocalDate::parse))
                .registerTypeAdapter(Instant.class, new TextAdapter<>(Instant::parse))
                .registerTypeHierarchyAdapter(RunSpec.class, new SpecAdapter())
                .registerTypeAdapterFactory(new SealedAdapterFactory());
    }

    /** Writes a null even where the writer would leave the member out; works on text and on trees. */
    private static void writeNull(JsonWriter out) throws IOException {
        boolean nulls = out.getSerializeNulls();
        out.setSerializeNulls(true);
        out.nullValue();
        out.setSerializeNulls(nulls);
    }

    /** Writes a tree with its nulls; works on text and on trees. */
    private static void writeTree(Gson gson, JsonWriter out, JsonElement tree) throws IOException {
        boolean nulls = out.getSerializeNulls();
        out.setSerializeNulls(true);
        gson.getAdapter(JsonElement.class).write(out, tree);
        out.setSerializeNulls(nulls);
    }

    private static final class NumberAdapter extends TypeAdapter<Double> {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (value == null || value.isNaN() || value.isInfinite()) {
                writeNull(out);
            } else {
                out.value(value);
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Double.NaN;
            }
            return in.nextDouble();
        }
    }

    private static final class FloatAdapter extends TypeAdapter<Float> {
        @Override
        public void write(JsonWriter out, Float value) throws IOException {
            if (value == null || value.isNaN() || value.isInfinite()) {
                writeNull(out);
            } else {
                out.value(value);
            }
        }

        @Override
        public Float read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Float.NaN;
            }
            return (float) in.nextDouble();
        }
    }

    private static final class TextAdapter<T> extends TypeAdapter<T> {
        private final Function<String, T> parse;

        TextAdapter(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(value == null ? null : value.toString());
        }

        @Override
        public T read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return parse.apply(in.nextString());
        }
    }

    private static final class SpecAdapter extends TypeAdapter<RunSpec> {
        @Override
        public void write(JsonWriter out, RunSpec spec) throws IOException {
            writeTree(PLAIN, out, Specs.toJson(spec));
        }

        @Override
        public RunSpec read(JsonReader in) {
            return Specs.fromJson(JsonParser.parseReader(in).getAsJsonObject());
        }
    }

    private static final class SealedAdapterFactory implements TypeAdapterFactory {
        @Override
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            if (!raw.isSealed() || !raw.isInterface() || RunSpec.class.isAssignableFrom(raw)) {
                return null;
            }
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    if (value == null) {
                        out.nullValue();
                        return;
                    }
                    JsonObject json = gson.toJsonTree(value, value.getClass()).getAsJsonObject();
                    json.addProperty("kind", value.getClass().getSimpleName());
                    writeTree(gson, out, json);
                }

                @Override
                public T read(JsonReader in) {
                    JsonElement element = JsonParser.parseReader(in);
                    if (element.isJsonNull()) {
                        return null;
                    }
                    JsonObject json = element.getAsJsonObject();
                    String kind = json.remove("kind").getAsString();
                    Class<?> record = Arrays.stream(raw.getPermittedSubclasses())
                            .filter(c -> c.getSimpleName().equals(kind))
                            .findFirst()
                            .orElseThrow(() -> new JsonParseException("unknown kind " + kind + " of " + raw));
                    @SuppressWarnings("unchecked")
                    T value = (T) gson.fromJson(json, record);
                    return value;
                }
            };
        }
    }
}
