package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** TimeGAN's judges against PyTorch's with equal weights and windows: {@code judges.py} beside the stored answers. */
class TinyGruTest {
    private static final int ROWS = 8;
    private static final int DAYS = 24;
    private static final int WIDTH = 6;
    private static final int UNITS = 3;
    private static final int WINDOWS = 999;
    private static JsonObject reference;

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(TinyGruTest.class.getResourceAsStream("judges.json")), StandardCharsets.UTF_8)) {
            reference = JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    private static float[] stored(JsonObject found, String name) {
        float[] values = new float[found.getAsJsonArray(name).size()];
        int i = 0;
        for (JsonElement value : found.getAsJsonArray(name)) {
            values[i++] = value.getAsFloat();
        }
        return values;
    }

    private static TinyGru gru(int columns, int days) {
        TinyGru gru = new TinyGru(columns, UNITS, days, ROWS);
        int[] sizes = {3 * UNITS * columns, 3 * UNITS * UNITS, 3 * UNITS, 3 * UNITS, UNITS, 1};
        int at = 0;
        for (int tensor = 0; tensor < sizes.length; tensor++) {
            float[] values = ReferenceNetworksTest.numbers(tensor, sizes[tensor], 1, 0);
            System.arraycopy(values, 0, gru.weights, at, values.length);
            at += values.length;
        }
        float[] windows = windows();
        for (int row = 0; row < ROWS; row++) {
            float[] window = Arrays.copyOfRange(windows, row * DAYS * WIDTH, (row + 1) * DAYS * WIDTH);
            gru.put(row, window, WIDTH);
        }
        return gru;
    }

    private static float[] windows() {
        return ReferenceNetworksTest.numbers(WINDOWS, ROWS * DAYS * WIDTH, 0.5, 0.5);
    }

    @Test
    void discriminatesAndLearnsAsPyTorch() {
        JsonObject expected = reference.getAsJsonObject("discriminative");
        TinyGru gru = gru(WIDTH, DAYS);
        TinyAdam adam = new TinyAdam(gru.weights.length, 1e-3);
        float[][] error = new float[DAYS][ROWS];
        for (int step = 0; step < 10; step++) {
            float[] logits = gru.last();
            for (int row = 0; row < ROWS; row++) {
                error[DAYS - 1][row] = (float) ((Losses.sigmoid(logits[row]) - (row < ROWS / 2 ? 1 : 0)) / ROWS);
            }
            gru.backward(error, DAYS - 1);
            if (step == 0) {
                assertArrayEquals(stored(expected, "answer"), logits, 1e-5f);
                assertArrayEquals(stored(expected, "slopes"), gru.slopes, 1e-6f);
            }
            adam.step(gru.weights, gru.slopes);
        }
        assertArrayEquals(stored(expected, "weights"), gru.weights, 1e-5f);
    }

    @Test
    void predictsAndLearnsAsPyTorch() {
        JsonObject expected = reference.getAsJsonObject("predictive");
        int days = DAYS - 1;
        TinyGru gru = gru(WIDTH - 1, days);
        TinyAdam adam = new TinyAdam(gru.weights.length, 1e-3);
        float[] windows = windows();
        float[] answers = stored(expected, "answer");
        float[][] error = new float[days][ROWS];
        for (int step = 0; step < 10; step++) {
            gru.forward(0);
            double loss = 0;
            for (int t = 0; t < days; t++) {
                for (int row = 0; row < ROWS; row++) {
                    double p = Losses.sigmoid(gru.answer[t][row]);
                    double gap = p - windows[(row * DAYS + t + 1) * WIDTH + WIDTH - 1];
                    loss += Math.abs(gap) / days / ROWS;
                    error[t][row] = (float) (Math.signum(gap) * p * (1 - p) / (days * ROWS));
                    if (step == 0) {
                        assertEquals(answers[row * days + t], p, 1e-5);
                    }
                }
            }
            gru.backward(error, 0);
            if (step == 0) {
                assertEquals(expected.get("loss").getAsDouble(), loss, 1e-6);
                assertArrayEquals(stored(expected, "slopes"), gru.slopes, 1e-6f);
            }
            adam.step(gru.weights, gru.slopes);
        }
        assertArrayEquals(stored(expected, "weights"), gru.weights, 1e-5f);
    }

    @Test
    void hyperbolicTangentIsExactToSingleFloats() {
        for (double x = -12; x <= 12; x += 0.01) {
            assertEquals(Math.tanh(x), TinyMath.tanh((float) x), 4e-7, "at " + x);
        }
    }
}
