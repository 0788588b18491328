package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaFrame.Coverage;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.model.Playback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much of the data a generator makes, see {@link Coverage}. */
final class ArenaParts {
    private static final int REGIONS = 8;
    private static final double FAIR_PART = 0.2;
    private static final double HALF = 0.5;
    private static final double LEAST_REACH = 0.1;
    private static final int SEEN = 500;

    private final float[][] centres;
    private final float[][] marks;
    private final double reach;
    private final double[] fair;
    private final int width;
    private final double realDistance;

    private ArenaParts(float[][] centres, float[][] marks, double reach, float[] real, int width) {
        this.centres = centres;
        this.marks = marks;
        this.reach = reach;
        this.width = width;
        this.realDistance = distance(real, width);
        int[] counts = new int[centres.length];
        for (int i = 0; i < real.length && centres.length > 0; i += width) {
            counts[nearest(centres, real[i], real[i + 1])]++;
        }
        this.fair = Arrays.stream(counts)
                .mapToDouble(count -> (double) count * width / real.length)
                .toArray();
    }

    /** @param real rows that are measured */
    static ArenaParts of(Data data, ArenaReals reals, float[] real) {
        if (!(reals instanceof ArenaPlane plane)) {
            return new ArenaParts(new float[0][], new float[0][], 0, real, reals.width());
        }
        double reach = 3 * data.spread();
        if (plane.centres().length > 0) {
            return new ArenaParts(plane.centres(), plane.centres(), Math.max(LEAST_REACH, reach), real, 2);
        }
        float[][] rows = new float[Math.min(SEEN, real.length / 2)][];
        Arrays.setAll(rows, i -> new float[] {real[2 * i], real[2 * i + 1]});
        return new ArenaParts(apart(rows), rows, Math.max(LEAST_REACH, reach), real, 2);
    }

    /** Rows each as far as possible from those before it, as long as there is one that does not count as one of them. */
    private static float[][] apart(float[][] rows) {
        List<float[]> chosen = new ArrayList<>();
        double[] far = new double[rows.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        int next = 0;
        while (chosen.size() < REGIONS && far[next] > LEAST_REACH * LEAST_REACH) {
            float[] row = rows[next];
            chosen.add(row);
            for (int i = 0; i < rows.length; i++) {
                far[i] = Math.min(far[i], square(rows[i], row[0], row[1]));
            }
            for (int i = 0; i < rows.length; i++) {
                next = far[i] > far[next] ? i : next;
            }
        }
        return chosen.toArray(float[][]::new);
    }

    /**
     * @param fake    generated rows
     * @param updates that the generator has made
     */
    Coverage of(float[] fake, long updates) {
        int rows = fake.length / width;
        double diversity = realDistance == 0 ? 1 : distance(fake, width) / realDistance;
        double[] shares = new double[centres.length];
        int counted = 0;
        for (int i = 0; i < rows && centres.length > 0; i++) {
            float x = fake[i * width];
            float y = fake[i * width + 1];
            if (square(marks[nearest(marks, x, y)], x, y) <= reach * reach) {
                counted++;
                shares[nearest(centres, x, y)] += 1.0 / rows;
            }
        }
        int covered = 0;
        for (int c = 0; c < shares.length; c++) {
            covered += shares[c] > 0 && shares[c] >= FAIR_PART * fair[c] ? 1 : 0;
        }
        double quality = centres.length == 0 ? Double.NaN : (double) counted / rows;
        boolean few = 4 * covered <= centres.length && (quality >= HALF || diversity < HALF);
        boolean collapsed = updates >= Coverage.EARLY && (diversity < Playback.COLLAPSED || centres.length > 0 && few);
        return new Coverage(centres.length, covered, shares, fair.clone(), quality, diversity, collapsed, centres);
    }

    private static int nearest(float[][] places, float x, float y) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < places.length; i++) {
            double square = square(places[i], x, y);
            if (square < least) {
                least = square;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double square(float[] place, float x, float y) {
        double dx = place[0] - x;
        double dy = place[1] - y;
        return dx * dx + dy * dy;
    }

    /** Mean Euclidean distance of each row from the one half of all rows later. */
    private static double distance(float[] rows, int width) {
        int half = rows.length / width / 2;
        double sum = 0;
        for (int i = 0; i < half; i++) {
            double square = 0;
            for (int j = 0; j < width; j++) {
                double gap = rows[i * width + j] - rows[(i + half) * width + j];
                square += gap * gap;
            }
            sum += Math.sqrt(square);
        }
        return sum / half;
    }
}
