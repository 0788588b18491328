package io.riskloom.engine.service;

import io.riskloom.engine.djl.PathProtocol;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.RunSpec;
import java.util.List;

/** Questions to a trained model or to the engine's arithmetic. */
public final class Requests {
    private Requests() {}

    /** A trained model: its spec and its run's folder. */
    public record ModelRef(RunSpec spec, String folder) {}

    /**
     * @param data file with the history, the series named in the spec
     * @param from index of the first origin; negative counts from the end (−1 is the last day)
     * @param to   index after the last origin; 0 or less counts from the end
     */
    public record ForecastRequest(ModelRef model, String data, int from, int to) {}

    public record ScoreRequest(ModelRef model, String data) {}

    /** @param start {@code TODAY} or {@code ANY_DAY}, see {@link PathRequest.Start} */
    public record GenerateRequest(ModelRef model, int paths, int length, long seed, PathRequest.Start start) {}

    /** @param out CSV file to be written, all of it or nothing */
    public record PathFileRequest(
            ModelRef model, String out, int paths, int length, long seed, PathRequest.Start start) {}

    /**
     * TimeGAN's scores of a trained generator.
     *
     * @param data       file with the history, empty for the days of the run's own file that it learnt
     * @param repeats    of TimeGAN's judges
     * @param iterations of the discriminative judge; the predictive one takes five for two of them
     * @param strong     repeats of the strong judges, 0 for none
     */
    public record ProtocolRequest(ModelRef model, String data, int repeats, int iterations, int strong, long seed) {

        /** As the literature has it. */
        public static ProtocolRequest of(ModelRef model) {
            return new ProtocolRequest(model, "", 10, 2000, 3, 7);
        }

        PathProtocol.Plan plan(boolean rebased) {
            return new PathProtocol.Plan(repeats, iterations, strong, rebased, seed);
        }
    }

    /**
     * Some columns of a file of paths.
     *
     * @param returns whether they are daily log returns, not prices
     */
    public record PathColumns(String file, List<String> columns, boolean returns) {}

    /**
     * TimeGAN's scores of two files of paths, see {@link ProtocolRequest}.
     *
     * @param generated its columns in the order of the real ones
     * @param rebased   whether windows begin at their level of the day before
     */
    public record JudgeFilesRequest(
            PathColumns real,
            PathColumns generated,
            boolean rebased,
            int repeats,
            int iterations,
            int strong,
            long seed) {
        PathProtocol.Plan plan() {
            return new PathProtocol.Plan(repeats, iterations, strong, rebased, seed);
        }
    }

    /** @param origin index of the window's last day; negative counts from the end */
    public record FeaturesRequest(ModelRef model, String data, int origin) {}

    /** @param data file with the series or the applicants */
    public record InsideRequest(ModelRef model, String data) {}

    /** @param place index of the window's last day, from 0; or row of the applicant */
    public record PlaceRequest(ModelRef model, String data, int place) {}

    /** @param channels whose maps are wanted; without meaning for gates */
    public record MapsRequest(ModelRef model, String data, int place, String layer, Stage stage, int[] channels) {}

    public record TopRequest(ModelRef model, String data, String layer, int channel, int count) {}

    public record FiltersRequest(ModelRef model, String data, String layer, Stage stage, int[] channels) {}

    /**
     * See {@link io.riskloom.engine.inside.Inside#attribution}.
     *
     * @param randomised whether weights drawn anew answer; without meaning for a trial of faithfulness, which compares with such
     */
    public record AttributionRequest(
            ModelRef model, String data, int place, String method, String layer, Stage stage, boolean randomised) {}

    public record OcclusionRequest(ModelRef model, String data, int place, int size, int step) {}

    public record CoveredRequest(ModelRef model, String data, int place, int row, int column, int size) {}

    /**
     * @param input   channels × rows × columns
     * @param kernels filters × channels of a group × rows × columns
     * @param biases  one a filter
     * @param padMode {@code zeros}, {@code reflect} or {@code replicate}
     */
    public record ConvolveRequest(
            double[][][] input,
            double[][][][] kernels,
            double[] biases,
            int stride,
            int padding,
            int dilation,
            int groups,
            String padMode,
            Activation activation) {

        /** One channel and one filter. */
        public static ConvolveRequest plane(
                double[][] input,
                double[][] kernel,
                int stride,
                int padding,
                int dilation,
                String padMode,
                double bias) {
            return new ConvolveRequest(
                    new double[][][] {input},
                    new double[][][][] {{kernel}},
                    new double[] {bias},
                    stride,
                    padding,
                    dilation,
                    1,
                    padMode,
                    Activation.NONE);
        }
    }

    /**
     * @param input channels × rows × columns
     * @param kind  {@code max} or {@code average}
     */
    public record PoolRequest(double[][][] input, PoolShape shape, String kind) {}

    /** @param weights classes × values of the input */
    public record DenseRequest(double[] input, double[][] weights, double[] biases) {}

    /**
     * Some steps of a plain and a residual stack.
     *
     * @param id     of the race, which begins where it is not known: the two asked for last are
     * @param steps  to make before the answer; 0 to look only
     * @param block  of the residual stack, whose trace is wanted, from 0
     * @param sample number of the checked window that is traced, from 0
     */
    public record RaceRequest(String id, RaceSettings settings, int steps, int block, int sample) {}

    /** See {@link io.riskloom.engine.djl.CellArithmetic#run}. */
    public record CellRequest(
            String kind, double[][] w, double[][] u, double[][] b, double[][] inputs, double[] h, double[] c) {}

    /**
     * @param rows   of the file, from 0
     * @param method {@code gradients} or {@code shapley} (exact where the columns are few, else sampled)
     */
    public record ExplainRequest(ModelRef model, String data, int[] rows, String method) {}

    /** @param rows the test applicants, of which some are drawn where they are many */
    public record ImportanceRequest(ModelRef model, String data, int[] rows) {}

    public record DependenceRequest(ModelRef model, String data, int[] rows, String column) {}

    /**
     * @param cutOff probability from which an applicant is refused
     * @param fixed  columns that cannot change, such as age
     */
    public record CounterfactualRequest(ModelRef model, String data, int row, double cutOff, List<String> fixed) {}

    public record RobustnessRequest(ModelRef model, String data, int[] rows, double cutOff) {}

    /**
     * @param sha256 of the run's own data file as it was trained on
     * @param rows   of that file, from 0
     */
    public record StrangersRequest(ModelRef model, String sha256, int[] rows) {}

    /** @param other the second file */
    public record DriftRequest(ModelRef model, String other) {}

    /**
     * @param out     CSV file to be written, all of it or nothing
     * @param cutOff  probability from which an applicant is refused, score from which one raises an alarm
     * @param reasons how many reasons a row, 0 for none
     */
    public record ScoreFileRequest(ModelRef model, String data, String out, double cutOff, int reasons) {}

    /**
     * @param id    names the duel, which begins with the first request for it
     * @param steps 0 for a look alone, at most {@value #MOST_STEPS}; without meaning in slow motion, which makes one
     */
    public record ArenaRequest(String id, ArenaSettings settings, int steps, ArenaPhase phase) {
        public static final int MOST_STEPS = 10_000;

        public ArenaRequest {
            if (steps < 0 || steps > MOST_STEPS) {
                throw new IllegalArgumentException(steps + " steps");
            }
        }
    }

    /** See {@link io.riskloom.engine.lesson.ArenaFrame.Kept}. */
    public record ArenaRewind(String id, int branch, long step) {}

    public record ArenaLookRequest(String id, float[] noise) {}

    public record ArenaId(String id) {}
}
