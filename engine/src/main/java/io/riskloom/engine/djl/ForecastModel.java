package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.judge.Bands;
import io.riskloom.engine.judge.Calibration;
import io.riskloom.engine.judge.SplitBands;
import java.util.List;
import java.util.Map;

/**
 * What a forecaster needs beside its weights and its specification.
 *
 * @param features  names of a day's values; empty where pictures are seen
 * @param inputs    scaler of the features, fitted on the chosen series' training days; null where pictures are seen
 * @param targets   scaler of what is learnt, one column a step, fitted on the chosen series' training origins
 * @param bands     widths in files of earlier versions; null otherwise
 * @param bestEpoch whose weights were kept
 * @param margins   of quantiles in files of earlier versions; null otherwise
 * @param intervals null in files of earlier versions, see {@link #intervals()}
 * @param scales    by symbol, of all series where the network has learnt from several; empty otherwise, null in files of
 *     earlier versions
 */
record ForecastModel(
        int window,
        int horizon,
        List<String> features,
        Scaler inputs,
        Scaler targets,
        Widths bands,
        int bestEpoch,
        Margins margins,
        Bands intervals,
        Map<String, SeriesScale> scales) {

    ForecastModel(
            int window,
            int horizon,
            List<String> features,
            SeriesScale scale,
            int bestEpoch,
            Bands intervals,
            Map<String, SeriesScale> scales) {
        this(window, horizon, features, scale.inputs(), scale.targets(), null, bestEpoch, null, intervals, scales);
    }

    /** The bands around a forecast. */
    @Override
    public Bands intervals() {
        if (intervals != null) {
            return intervals;
        }
        return new SplitBands(
                margins == null
                        ? Calibration.ofWidths(bands.half50(), bands.half90())
                        : Calibration.ofWidths(margins.margin50(), margins.margin90()));
    }

    /** Half-widths of an earlier version's bands in units of the origin's scale, one a step. */
    record Widths(double[] half50, double[] half90) {}

    /** What an earlier version added at both ends of a network's quantiles, one a step. */
    record Margins(double[] margin50, double[] margin90) {}

    /**
     * How a series is scaled: as it was learnt, and any series as the one where the network knows only one.
     *
     * @throws NoticeException {@code run.error.unknownSeries} (symbol, count) for none of those learnt
     */
    SeriesScale scale(String symbol) throws NoticeException {
        return known(scales, symbol, new SeriesScale(inputs, targets));
    }

    /** See {@link #scale}. */
    static SeriesScale known(Map<String, SeriesScale> scales, String symbol, SeriesScale only) throws NoticeException {
        if (scales == null || scales.size() < 2) {
            return only;
        }
        SeriesScale scale = scales.get(symbol);
        if (scale == null) {
            throw new NoticeException(Notice.of("run.error.unknownSeries", symbol, scales.size()));
        }
        return scale;
    }
}
