package io.riskloom.engine.judge;

/**
 * Split conformal bands: the half-width is the ⌈(n + 1)·level⌉-th smallest score of the calibration origins and stays. Exact
 * for exchangeable errors, which days in a row are not.
 */
public record SplitBands(Calibration calibration) implements Bands {

    @Override
    public boolean anyLevel() {
        return calibration.anyLevel();
    }

    @Override
    public Fan fan(Outlook outlook, int[] origins, double... levels) {
        Core core = Core.of(outlook, origins);
        int steps = outlook.target().steps().length;
        double[][][] low = new double[levels.length][origins.length][steps];
        double[][][] high = new double[levels.length][origins.length][steps];
        for (int l = 0; l < levels.length; l++) {
            int band = calibration.band(levels[l]);
            for (int s = 0; s < steps; s++) {
                double half = calibration.half(levels[l], s);
                for (int i = 0; i < origins.length; i++) {
                    low[l][i][s] = core.low(band, i, s, half);
                    high[l][i][s] = core.high(band, i, s, half);
                }
            }
        }
        return new Fan(core.point(), levels.clone(), low, high);
    }
}
