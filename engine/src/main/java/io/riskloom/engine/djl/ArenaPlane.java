package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Point;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Distributions on the plane, within about [−1, 1]²: equally likely bells on a circle or a square lattice; points of a curve, or
 * drawn ones, with normal noise.
 */
final class ArenaPlane implements ArenaReals {
    private final Data data;
    private final float[][] centres;

    ArenaPlane(Data data) {
        this.data = data;
        this.centres = switch (data.kind()) {
            case "ring" -> ring(data.modes());
            case "grid" -> grid((int) Math.round(Math.sqrt(data.modes())));
            default -> new float[0][];
        };
    }

    private static float[][] ring(int modes) {
        float[][] centres = new float[modes][];
        Arrays.setAll(centres, i -> point(Math.cos(2 * Math.PI * i / modes), Math.sin(2 * Math.PI * i / modes)));
        return centres;
    }

    private static float[][] grid(int side) {
        float[][] centres = new float[side * side][];
        Arrays.setAll(
                centres, i -> point(2.0 * (i % side) / (side - 1) - 1, 2.0 * Math.floorDiv(i, side) / (side - 1) - 1));
        return centres;
    }

    /** Middles of the bells; none for a curve or a drawing. */
    float[][] centres() {
        return centres;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public float[] draw(SplittableRandom random, int rows) {
        float[] drawn = new float[2 * rows];
        for (int i = 0; i < rows; i++) {
            float[] place = place(random);
            drawn[2 * i] = (float) (place[0] + data.spread() * random.nextGaussian());
            drawn[2 * i + 1] = (float) (place[1] + data.spread() * random.nextGaussian());
        }
        return drawn;
    }

    private float[] place(SplittableRandom random) {
        if (centres.length > 0) {
            return centres[random.nextInt(centres.length)];
        }
        if (data.kind().equals("drawn")) {
            return drawn(random, data.points());
        }
        double share = random.nextDouble();
        return switch (data.kind()) {
            case "line" -> point(2 * share - 1, 0.6 * (2 * share - 1));
            case "moons" -> moon(random.nextBoolean(), Math.PI * share);
            case "circles" -> circle(random.nextInt(3) == 0 ? 0.5 : 1, 2 * Math.PI * share);
            // the root makes all stretches of the arm as likely
            case "spiral" -> circle(Math.sqrt(share), 4 * Math.PI * Math.sqrt(share));
            default -> throw new IllegalArgumentException("no distribution " + data.kind());
        };
    }

    private static float[] drawn(SplittableRandom random, List<Point> points) {
        Point point = points.get(random.nextInt(points.size()));
        return point(point.x(), point.y());
    }

    /** Half circles of radius ⅔, the lower one turned and shifted. */
    private static float[] moon(boolean lower, double angle) {
        double r = 2.0 / 3;
        return lower
                ? point(1.0 / 3 - r * Math.cos(angle), 1.0 / 6 - r * Math.sin(angle))
                : point(r * Math.cos(angle) - 1.0 / 3, r * Math.sin(angle) - 1.0 / 6);
    }

    private static float[] circle(double radius, double angle) {
        return point(radius * Math.cos(angle), radius * Math.sin(angle));
    }

    private static float[] point(double x, double y) {
        return new float[] {(float) x, (float) y};
    }
}
