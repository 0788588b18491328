package io.riskloom.engine.feature;

/** What a layer's sum goes through before the next layer sees it. */
public enum Activation {
    /** The sum itself. */
    NONE,
    /** max(0, x). */
    RELU,
    /** x where positive, else x/100. */
    LEAKY_RELU,
    /** 1/(1 + e⁻ˣ). */
    SIGMOID,
    TANH;

    /** Slope of the leaky rectifier below zero, PyTorch's own. */
    public static final double LEAK = 0.01;

    public double of(double x) {
        return switch (this) {
            case NONE -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
        };
    }
}
