package io.riskloom.engine.inside;

import java.util.List;

/**
 * What of the input bore the answer.
 *
 * @param method   {@code gradcam}, {@code gradcam++} or {@code gradients} (integrated gradients)
 * @param layer    whose maps were weighed, without a network's name where those of all networks were; empty for integrated
 *                 gradients
 * @param stage    whose weights answered; {@code randomised} tells of weights drawn anew
 * @param cells    as the input's {@link Inputs#cells}, signed and with the sum {@code logit − baseline} for the gradients; at least
 *                 0 for the activation maps, which have one cell a day where the input is days × features
 * @param logit    what is explained: the network's number of the last class, or of a forecast's last step in the unit that was
 *                 learnt
 * @param baseline that number for the mean of what was learnt (integrated gradients; 0 for the activation maps)
 * @param gap      |Σ cells − (logit − baseline)| of integrated gradients; 0 for the activation maps
 * @param byColumn sums of cells over a feature or a column of the file; empty where cells are a picture of a window or whole days
 * @param names    of {@code byColumn}
 * @param picture  of an applicant whose network reads a picture: the attribution at each pixel, as {@link Inputs#picture}; else
 *                 0 × 0
 */
public record Attribution(
        String method,
        String layer,
        Stage stage,
        boolean randomised,
        double[][] cells,
        double logit,
        double baseline,
        double gap,
        double[] byColumn,
        List<String> names,
        double[][] picture) {
    public Attribution {
        names = List.copyOf(names);
    }

    /** Without a picture of an applicant. */
    public Attribution(
            String method,
            String layer,
            Stage stage,
            boolean randomised,
            double[][] cells,
            double logit,
            double baseline,
            double gap,
            double[] byColumn,
            List<String> names) {
        this(method, layer, stage, randomised, cells, logit, baseline, gap, byColumn, names, new double[0][]);
    }
}
