package io.riskloom.engine.djl;

/** Loops over whole arrays of one length, at one index each, which the compiler turns into vector instructions. */
final class TinyMath {
    private static final float MOST = 7.90531110763549805f;

    private TinyMath() {}

    /** y += a · x. */
    static void add(float[] y, float a, float[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    /** y += a ∘ x. */
    static void multiplyAdd(float[] y, float[] a, float[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a[i] * x[i];
        }
    }

    /** y ← y ∘ x. */
    static void multiply(float[] y, float[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= x[i];
        }
    }

    static float sum(float[] x) {
        double sum = 0;
        for (float value : x) {
            sum += value;
        }
        return (float) sum;
    }

    /** In place: ½ + ½ tanh(x / 2). */
    static void sigmoid(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.5f + 0.5f * tanh(0.5f * x[i]);
        }
    }

    static void tanh(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = tanh(x[i]);
        }
    }

    /** The rational function that Eigen has, within 4·10⁻⁷: no branch, no table, so that several are computed at once. */
    static float tanh(float value) {
        float x = Math.max(-MOST, Math.min(MOST, value));
        float s = x * x;
        float p = -2.76076847742355e-16f * s + 2.00018790482477e-13f;
        p = p * s - 8.60467152213735e-11f;
        p = p * s + 5.12229709037114e-08f;
        p = p * s + 1.48572235717979e-05f;
        p = p * s + 6.37261928875436e-04f;
        p = p * s + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f * s + 1.18534705686654e-04f;
        q = q * s + 2.26843463243900e-03f;
        q = q * s + 4.89352518554385e-03f;
        return x * p / q;
    }
}
