package io.riskloom.engine.feature;

/** What stands outside the input of a convolution, as in PyTorch. */
public enum PadMode {
    /** Zeros. */
    ZERO,
    /**
     * The input mirrored at its edge, the edge itself not repeated: 3 2 | 1 2 3 | 2 1. Padding must be below the size.
     */
    REFLECT,
    /** The edge repeated: 1 1 | 1 2 3 | 3 3. */
    REPLICATE;

    /** The index within 0 … size − 1 whose value stands at {@code index}, or −1 for a zero. */
    int source(int index, int size) {
        if (index >= 0 && index < size) {
            return index;
        }
        return switch (this) {
            case ZERO -> -1;
            case REPLICATE -> Math.clamp(index, 0, size - 1);
            case REFLECT -> index < 0 ? -index : 2 * (size - 1) - index;
        };
    }
}
