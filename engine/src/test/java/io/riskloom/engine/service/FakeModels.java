package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Models whose answers a test can foretell. */
final class FakeModels {

    private FakeModels() {}

    /** Forecasts the origin's close for one step; the band is one unit wide on each side; what came is never known. */
    static final class Straight implements Forecaster {
        @Override
        public Forecast forecast(PriceHistory history, int from, int to) {
            double[] last = Arrays.copyOfRange(history.close(), from, to);
            return Forecast.ofCloses(
                    history.dates().subList(from, to),
                    last,
                    column(last, 0),
                    column(last, Double.NaN),
                    column(last, -1),
                    column(last, 1),
                    column(last, -1),
                    column(last, 1));
        }

        private static double[][] column(double[] values, double shift) {
            return Arrays.stream(values).mapToObj(v -> new double[] {v + shift}).toArray(double[][]::new);
        }

        @Override
        public int window() {
            return 10;
        }

        @Override
        public void close() {}
    }

    /** One half for each day; maps as large as those of a ResNet-50 at 64 pixels, the first cell not a number. */
    static final class Even implements Classifier {
        @Override
        public double[] probabilityUp(PriceHistory history, int from, int to) {
            double[] half = new double[to - from];
            Arrays.fill(half, 0.5);
            return half;
        }

        @Override
        public FeatureMaps featureMaps(PriceHistory history, int origin) {
            List<FeatureMaps.Layer> layers = List.of(
                    layer("stem", 64, 32),
                    layer("stage1", 256, 16),
                    layer("stage2", 512, 8),
                    layer("stage3", 1024, 4),
                    layer("stage4", 2048, 2));
            return new FeatureMaps(
                    history.dates().subList(origin - 9, origin + 1),
                    Arrays.copyOfRange(history.close(), origin - 9, origin + 1),
                    new double[64][64],
                    layers,
                    new double[64][64],
                    0.5);
        }

        private static FeatureMaps.Layer layer(String name, int channels, int size) {
            float[] values = new float[channels * size * size];
            Random random = new Random(channels);
            for (int i = 0; i < values.length; i++) {
                values[i] = i == 0 ? Float.NaN : random.nextFloat();
            }
            return new FeatureMaps.Layer(name, channels, size, size, values);
        }

        @Override
        public int window() {
            return 10;
        }

        @Override
        public void close() {}
    }

    /** One third for each applicant, NaN for the third; knows ages, and homes of one kind. */
    static final class Third implements CreditScorer {
        @Override
        public double[] probabilityBad(CreditBook book) {
            return IntStream.range(0, book.size())
                    .mapToDouble(i -> i == 2 ? Double.NaN : 1.0 / 3)
                    .toArray();
        }

        @Override
        public double[] logOdds(float[][] inputs) {
            double[] out = new double[inputs.length];
            java.util.Arrays.fill(out, Math.log(0.5));
            return out;
        }

        @Override
        public double[] probability(double[] logOdds) {
            return java.util.Arrays.stream(logOdds)
                    .map(z -> 1 / (1 + Math.exp(-z)))
                    .toArray();
        }

        @Override
        public double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
            return new double[inputs.length][baseline.length];
        }

        @Override
        public float[] average() {
            return new float[encoder().width()];
        }

        @Override
        public CreditEncoder encoder() {
            return new CreditEncoder(List.of(
                    CreditEncoder.Field.number("age", 0, 1), CreditEncoder.Field.category("home", List.of("own"))));
        }

        @Override
        public void close() {}
    }

    /** Normal numbers of {@link Random} by the seed. */
    static final class Seeded implements PathGenerator {
        @Override
        public PathSet generate(PathRequest request) {
            double[][] returns = new double[request.paths()][];
            for (int from = 0; from < returns.length; from += PathRequest.BLOCK) {
                int rows = Math.min(PathRequest.BLOCK, returns.length - from);
                double[][] block = numbers(rows, request.length(), request.seed() + request.first() + from);
                System.arraycopy(block, 0, returns, from, rows);
            }
            return new PathSet(returns, 100);
        }

        static double[][] numbers(int paths, int length, long seed) {
            Random random = new Random(seed);
            double[][] numbers = new double[paths][length];
            for (double[] path : numbers) {
                Arrays.setAll(path, t -> random.nextGaussian());
            }
            return numbers;
        }

        @Override
        public void close() {}
    }
}
