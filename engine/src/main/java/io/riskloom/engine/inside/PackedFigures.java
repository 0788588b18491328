package io.riskloom.engine.inside;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.riskloom.engine.inside.LayerMaps.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Figures of channels as {@link PackedFloats}, three numbers each. */
final class PackedFigures extends TypeAdapter<List<Figures>> {
    private static final int NUMBERS = 3;

    @Override
    public void write(JsonWriter out, List<Figures> figures) throws IOException {
        float[] values = new float[NUMBERS * figures.size()];
        int at = 0;
        for (Figures each : figures) {
            values[at++] = each.mean();
            values[at++] = each.least();
            values[at++] = each.largest();
        }
        out.value(PackedFloats.pack(values));
    }

    @Override
    public List<Figures> read(JsonReader in) throws IOException {
        float[] values = PackedFloats.unpack(in.nextString());
        List<Figures> figures = new ArrayList<>(values.length / NUMBERS);
        for (int at = 0; at < values.length; at += NUMBERS) {
            figures.add(new Figures(values[at], values[at + 1], values[at + 2]));
        }
        return figures;
    }
}
