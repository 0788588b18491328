package io.riskloom.app.generate;

import io.riskloom.app.session.Session;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Four epochs: the first has collapsed, the third is the one kept. */
final class PlaybackFixture {

    private static final double[] SCORES = {3, 1, 0.5, 0.8};

    private PlaybackFixture() {}

    static void write(Session session, Run run) {
        Path folder = Path.of(session.model(run).folder());
        double[] levels = Playback.levels();
        Details.Fact kurtosis = new Details.Fact("kurtosis", 8, 6, 10, 4, 14, 8, 8, Double.NaN);
        Details.Fact acf = new Details.Fact("acf1", 0, -0.1, 0.1, -0.2, 0.2, 0, 0, Double.NaN);
        try {
            Files.createDirectories(folder);
            Playback.begin(
                    folder,
                    new Playback.Scale(
                            List.of(kurtosis, acf),
                            new int[] {1, 2, 3},
                            new double[] {0.3, 0.2, 0.1},
                            levels,
                            quantiles(levels, 0.04)));
            for (int i = 0; i < SCORES.length; i++) {
                Playback.append(folder, frame(i + 1, levels));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Playback.Frame frame(int epoch, double... levels) {
        double width = 0.1 * epoch;
        double[][] fan = new double[levels.length][];
        Arrays.setAll(fan, l -> new double[] {1, 1 + width * (levels[l] - 0.5), 1 + 2 * width * (levels[l] - 0.5)});
        return new Playback.Frame(
                epoch,
                SCORES[epoch - 1],
                Map.of("kurtosis", 2.0 + 3 * epoch, "acf1", 0.5 - 0.1 * epoch),
                epoch == 1 ? 0.1 : 0.9,
                quantiles(levels, 0.01 * epoch),
                new double[] {0.1 * epoch, 0, 0},
                new int[] {0, 12, 24},
                fan,
                new double[][] {{1, 1.02, 1.01}});
    }

    private static double[] quantiles(double[] levels, double width) {
        return Arrays.stream(levels).map(level -> width * (level - 0.5)).toArray();
    }
}
