package io.riskloom.engine.inside;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Rows of numbers, all as long, as the number of rows and {@link PackedFloats}: rounded to single precision. */
final class PackedTable extends TypeAdapter<double[][]> {

    @Override
    public void write(JsonWriter out, double[][] rows) throws IOException {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / columns][i % columns];
        }
        out.beginArray();
        out.value(rows.length);
        out.value(PackedFloats.pack(values));
        out.endArray();
    }

    @Override
    public double[][] read(JsonReader in) throws IOException {
        in.beginArray();
        int count = in.nextInt();
        float[] values = PackedFloats.unpack(in.nextString());
        in.endArray();
        double[][] rows = new double[count][count == 0 ? 0 : values.length / count];
        for (int i = 0; i < values.length; i++) {
            rows[i / rows[0].length][i % rows[0].length] = values[i];
        }
        return rows;
    }
}
