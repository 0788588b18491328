package io.riskloom.engine.djl;

/** @param shift see {@link ClassifyModel#shift} */
record DirectionTelling(double[] shift) implements Telling {
    @Override
    public int output() {
        return shift.length - 1;
    }

    @Override
    public double told(double number) {
        return number;
    }

    @Override
    public double answer(float[] numbers) {
        double[] row = NetworkClassifier.probabilities(numbers, 0, shift);
        return row[row.length - 1];
    }

    @Override
    public double[] shown(int origin, float[] numbers) {
        return new double[] {answer(numbers)};
    }
}
