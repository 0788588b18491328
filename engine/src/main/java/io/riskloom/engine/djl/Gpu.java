package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.function.DoubleSupplier;

/**
 * Whether the first GPU can be used: a driver and a library for it may be there and yet not work together.
 *
 * @param usable that a small operation on it gave the right answer
 * @param reason why it is not usable; empty where there is none to be used
 */
record Gpu(boolean usable, String reason) {

    private static final int SIDE = 4;

    /** No GPU, or a native library without CUDA. */
    static final Gpu NONE = new Gpu(false, "");

    static Gpu tried(Engine engine) {
        // a machine with a GPU counts it even where the native library knows no CUDA
        return engine.hasCapability("CUDA") ? tried(engine.getGpuCount(), () -> operation(engine)) : NONE;
    }

    /** @param operation must give {@link #expected()} */
    static Gpu tried(int count, DoubleSupplier operation) {
        if (count == 0) {
            return NONE;
        }
        try {
            double answer = operation.getAsDouble();
            return answer == expected() ? new Gpu(true, "") : new Gpu(false, answer + " ≠ " + expected());
        } catch (RuntimeException | LinkageError e) {
            return new Gpu(false, GpuFailure.in(e).orElseGet(() -> first(e)));
        }
    }

    /** The sum of a square matrix of ones times itself. */
    static double expected() {
        return SIDE * SIDE * SIDE;
    }

    /** A product of matrices and a 1×1 convolution of it, which are all that needs libraries of their own. */
    private static double operation(Engine engine) {
        try (NDManager manager = engine.newBaseManager(Device.gpu())) {
            NDArray ones = manager.ones(new Shape(SIDE, SIDE));
            NDArray product = ones.matMul(ones).reshape(1, 1, SIDE, SIDE);
            return Conv2d.conv2d(product, manager.ones(new Shape(1, 1, 1, 1)))
                    .singletonOrThrow()
                    .sum()
                    .getFloat();
        }
    }

    private static String first(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
