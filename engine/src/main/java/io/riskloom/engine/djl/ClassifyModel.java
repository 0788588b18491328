package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Scaler;
import java.util.List;
import java.util.Map;

/**
 * What a classifier needs beside its weights and its specification.
 *
 * @param priorLogOdds ln(up / down) of the training windows; 0 where there are three classes
 * @param bestEpoch    whose weights were kept
 * @param unweighted   whether all classes weighed as they came while it learnt
 * @param shares       of each class among the training windows; null in files of earlier versions, which know two
 * @param features     names of a day's values; empty where pictures are seen, null in files of earlier versions, which see
 *     nothing else
 * @param inputs       scaler of the features, fitted on the chosen series' training days; null where pictures are seen
 * @param scales       by symbol, of all series where a network over days has learnt from several; empty or null otherwise
 */
record ClassifyModel(
        int window,
        int horizon,
        int imageSize,
        String encoding,
        double priorLogOdds,
        int bestEpoch,
        boolean unweighted,
        double[] shares,
        List<String> features,
        Scaler inputs,
        Map<String, SeriesScale> scales) {

    /** Added to the network's numbers: puts the balance back where learning weighed all classes alike. */
    double[] shift() {
        int outputs = shares == null || shares.length == 2 ? 1 : shares.length;
        double[] shift = new double[outputs];
        for (int c = 0; c < outputs && !unweighted; c++) {
            shift[c] = outputs == 1 ? priorLogOdds : Math.log(shares[c]);
        }
        return shift;
    }

    /** As {@link ForecastModel#scale}. */
    SeriesScale scale(String symbol) throws NoticeException {
        return ForecastModel.known(scales, symbol, new SeriesScale(inputs, null));
    }
}
