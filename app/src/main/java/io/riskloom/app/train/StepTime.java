package io.riskloom.app.train;

import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;

/**
 * Seconds of a training step on one thread, a + m·n / r with m multiply-adds a sample on the way forward and n rows a step.
 *
 * @param overhead a, in seconds: what a step takes however small the network is
 * @param rate     r, multiply-adds on the way forward in a second of the whole step, the way back and the optimiser included
 * @param shared   whether more threads make it faster
 */
record StepTime(double overhead, double rate, boolean shared) {

    /** Of a step of ResNet-50, what more threads do not shorten: on two it takes 0.68 to 0.72 of one thread's time. */
    private static final double ALONE = 0.4;

    /**
     * Measured with PyTorch 2.7.1 on one thread of a two-core x86-64 server, the fastest of many steps: two layers of LSTM of 64 units
     * over 64 windows of 60 days with 8 features 26 ms; MLP of the credit task, 64 rows, 0.44 ms; GAN of MLPs 1.5 ms; GAN of
     * convolutions (127 days, 6 blocks of 32 channels, 2 updates of the critic on 64 windows each) 155 ms; ResNet-50 with 32
     * pictures 0.50 s at 32 pixels a side and 1.05 s at 64. With the sizes of the task's defaults GRU 57 ms, simple RNN 19 ms,
     * TCN 85 ms and small CNN 34 ms. Processor time of the other generators' steps with their defaults, while the server was busy:
     * sv-gan 30 ms, ohlcv-gan 66 ms, lstm-gan 59 ms and gru-gan 120 ms. Of ResNet-18 and ResNet-34 the overhead is ResNet-50's by the number of weights.
     */
    static StepTime of(String model) {
        return switch (model) {
            case "lstm" -> new StepTime(2e-3, 8.2e9, false);
            case "gru" -> new StepTime(2e-2, 4e9, false);
            case "rnn" -> new StepTime(1.4e-2, 6e9, false);
            case "tcn" -> new StepTime(4e-3, 4.2e9, false);
            case "tcn-gan" -> new StepTime(4e-3, 3.8e9, false);
            case "cnn" -> new StepTime(1e-3, 7.2e9, true);
            case "resnet18" -> new StepTime(0.15, 1.46e10, true);
            case "resnet34" -> new StepTime(0.29, 1.46e10, true);
            case "resnet50" -> new StepTime(0.317, 1.46e10, true);
            case "sv-gan" -> new StepTime(6e-3, 1.45e9, false);
            case "ohlcv-gan" -> new StepTime(6e-3, 2.4e9, false);
            case "lstm-gan" -> new StepTime(5e-3, 2e9, false);
            case "gru-gan" -> new StepTime(2e-2, 8.2e8, false);
            case "mlp-gan", "gan" -> new StepTime(8e-4, 5e9, false);
            default -> new StepTime(4e-4, 9.5e9, false);
        };
    }

    /** Those of a run; of several networks together, each of which is trained twice where bad applicants are generated. */
    static StepTime of(RunSpec spec) {
        if (!(spec instanceof CreditSpec credit)) {
            return of(spec.model());
        }
        StepTime once = overApplicants(credit.model()).times(MemoryPlan.networks(credit));
        return credit.oversample().equals("no") ? once : once.twice();
    }

    /**
     * Processor time of the steps of one network with the defaults of its table, German Credit (64 rows a step) and 30,000
     * credit cards (512, the narrow ResNet 256), on the same server while others used it too: MLP 2.1 and 4.7 ms, narrow
     * ResNet 11 and 16 ms, small CNN 4.5 ms, GRU 7.3 ms, LSTM 6.3 ms.
     */
    private static StepTime overApplicants(String model) {
        return switch (model) {
            case "mlp" -> new StepTime(1.8e-3, 3.2e9, false);
            case "resnet" -> new StepTime(5e-3, 1.1e10, false);
            case "cnn" -> new StepTime(2.5e-3, 4.5e9, false);
            case "gru" -> new StepTime(3e-3, 3.3e9, false);
            case "lstm" -> new StepTime(1.8e-3, 4e9, false);
            case "ensemble" -> new StepTime(3e-3, 8e9, false);
            default -> of(model);
        };
    }

    /** Of so many networks that take their steps one after the other; their multiply-adds are counted together. */
    StepTime times(int networks) {
        return new StepTime(networks * overhead, rate, shared);
    }

    private StepTime twice() {
        return new StepTime(2 * overhead, rate / 2, shared);
    }

    /** @param rows of all batches of the step */
    double seconds(long multiplyAdds, int rows, int threads) {
        double one = overhead + multiplyAdds * (double) rows / rate;
        return shared ? one * (ALONE + (1 - ALONE) / threads) : one;
    }
}
