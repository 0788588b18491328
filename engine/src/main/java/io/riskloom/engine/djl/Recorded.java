package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic with a number whose gradient is taken later. DJL lays such a number into memory of the Java machine and frees it
 * after the call, while the native graph still points there: where garbage is collected before the gradient is taken, {@code
 * x.mul(3)} has another slope than 3, or none at all. Here the number lives as long as its array's manager. Sums with a
 * number need no such care, since their gradient does not look at it.
 */
final class Recorded {
    private Recorded() {}

    /** x · number. */
    static NDArray times(NDArray x, double number) {
        return x.mul(x.getManager().create((float) number));
    }

    /** 1 / x. */
    static NDArray inverse(NDArray x) {
        return x.getManager().create(1f).div(x);
    }

    /** The smaller of x and a number. */
    static NDArray atMost(NDArray x, double number) {
        return x.minimum(x.getManager().create((float) number));
    }
}
