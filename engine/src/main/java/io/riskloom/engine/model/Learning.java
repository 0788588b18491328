package io.riskloom.engine.model;

/** How the weights of a run's networks are learnt; part of every specification. */
public interface Learning {

    /** {@code adamw}, {@code adam} or {@code sgd}. */
    String optimiser();

    /** The highest rate of the schedule. */
    double learningRate();

    /** Momentum of {@code sgd}, share of the first moment that Adam keeps (β₁). */
    double momentum();

    /** {@code cosine}, {@code constant}, {@code plateau} or {@code one-cycle}. */
    String schedule();

    /** Share of the run in which the learning rate rises. */
    double warmup();

    /** Decoupled for {@code adamw}, part of the gradient for the others. */
    default double weightDecay() {
        return 0;
    }

    /** λ of the penalty λ·Σ|w|. */
    default double l1() {
        return 0;
    }

    /** λ of the penalty ½·λ·Σw². */
    default double l2() {
        return 0;
    }

    /** Limit of the norm of all gradients together, 0 for none. */
    default double clipNorm() {
        return 0;
    }

    /** Epochs without a better score before training stops. */
    default int patience() {
        return Integer.MAX_VALUE;
    }
}
