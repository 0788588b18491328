package io.riskloom.engine.djl;

/**
 * Class-activation maps of a layer: its maps A_k weighed by what the explained number's gradients G_k = ∂y/∂A_k say of them,
 * summed and rectified, max(0, Σ_k w_k A_k). Both methods are meant for maps that come from a rectifier.
 */
final class CamMaps {
    private CamMaps() {}

    /**
     * Grad-CAM (Selvaraju et al. 2017): w_k is the mean of G_k over the map.
     *
     * @param maps      channels × cells
     * @param gradients channels × cells
     * @return one a cell, at least 0
     */
    static double[] gradCam(double[][] maps, double[][] gradients) {
        double[] weights = new double[maps.length];
        for (int k = 0; k < maps.length; k++) {
            double sum = 0;
            for (double gradient : gradients[k]) {
                sum += gradient;
            }
            weights[k] = sum / gradients[k].length;
        }
        return weighed(maps, weights);
    }

    /**
     * Grad-CAM++ (Chattopadhyay et al. 2018): w_k = Σ_ij α_ij · max(0, G_ij) with α_ij = G_ij² / (2·G_ij² + G_ij³ · Σ_ab max(0, A_ab)),
     * 0 where G_ij is not above 0: the explained number y enters as exp(y), whose derivatives these are but for the factor
     * exp(y), the same for all maps. The paper's maps come from a rectifier; of others only what is above 0 counts in the
     * denominator, which would pass through 0 else.
     */
    static double[] gradCamPlus(double[][] maps, double[][] gradients) {
        double[] weights = new double[maps.length];
        for (int k = 0; k < maps.length; k++) {
            double sum = 0;
            for (double cell : maps[k]) {
                sum += Math.max(0, cell);
            }
            for (double g : gradients[k]) {
                weights[k] += g > 0 ? g / (2 + g * sum) : 0; // G² cancels out
            }
        }
        return weighed(maps, weights);
    }

    private static double[] weighed(double[][] maps, double[] weights) {
        double[] cells = new double[maps[0].length];
        for (int k = 0; k < maps.length; k++) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += weights[k] * maps[k][i];
            }
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Math.max(0, cells[i]);
        }
        return cells;
    }
}
