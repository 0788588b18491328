package io.riskloom.app.train;

/**
 * Seconds of a training step, a + m·b / r with m multiply-adds a sample on the way forward and b rows a batch.
 *
 * @param overhead a, in seconds: what a step takes however small the network is
 * @param rate     r, multiply-adds on the way forward in a second of the whole step, the way back and the optimiser included
 */
record StepTime(double overhead, double rate) {

    /**
     * Measured with PyTorch 2.7.1 on one thread of a two-core x86-64 server, the fastest of many steps, with the sizes of the
     * tasks' defaults: LSTM 25 ms, GRU 57 ms, simple RNN 19 ms, TCN 85 ms, MLP 0.6 ms and small CNN 34 ms a step; ResNet-50
     * 0.5 s for 32 pictures of 32 pixels a side.
     */
    static StepTime of(String model) {
        return switch (model) {
            case "lstm" -> new StepTime(2e-3, 8.6e9);
            case "gru" -> new StepTime(2e-2, 4e9);
            case "rnn" -> new StepTime(1.4e-2, 6e9);
            case "tcn", "tcn-gan" -> new StepTime(4e-3, 4.2e9);
            case "cnn" -> new StepTime(1e-3, 7.2e9);
            case "resnet18", "resnet34", "resnet50" -> new StepTime(2e-2, 5.5e9);
            case "mlp-gan" -> new StepTime(1.5e-3, 5e9);
            default -> new StepTime(4e-4, 9.5e9);
        };
    }

    double seconds(long multiplyAdds, int batch) {
        return overhead + multiplyAdds * (double) batch / rate;
    }
}
