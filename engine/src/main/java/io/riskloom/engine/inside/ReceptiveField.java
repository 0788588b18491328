package io.riskloom.engine.inside;

/**
 * Which cells of the input a cell of a layer depends on, along one side (pictures have the same on both): cell i sees those from
 * {@code start + i · jump} to {@code start + i · jump + size − 1}, cut to the input (Araujo et al. 2019, "Computing receptive
 * fields of convolutional neural networks").
 *
 * @param size  cells
 * @param jump  cells of the input between two neighbours of the layer
 * @param start first cell of the first field; negative where it begins in the padding
 */
public record ReceptiveField(int size, int jump, int start) {

    /** The input itself. */
    public static final ReceptiveField INPUT = new ReceptiveField(1, 1, 0);

    /** After a window of {@code kernel} cells. */
    public ReceptiveField through(int kernel, int stride, int padding, int dilation) {
        return new ReceptiveField(size + (kernel - 1) * dilation * jump, jump * stride, start - padding * jump);
    }

    /** After so many cells were put before the first. */
    public ReceptiveField after(int cells) {
        return new ReceptiveField(size, jump, start - cells * jump);
    }

    /** Of a recurrent layer over so many cells: each sees all up to its own, or all from its own on. */
    public ReceptiveField running(int cells, boolean backwards) {
        int more = (cells - 1) * jump;
        return new ReceptiveField(size + more, jump, backwards ? start : start - more);
    }

    /** The union with that of another branch that has the same jump. */
    public ReceptiveField union(ReceptiveField other) {
        if (other.jump != jump) {
            throw new IllegalArgumentException("jumps differ: " + jump + " and " + other.jump);
        }
        int first = Math.min(start, other.start);
        return new ReceptiveField(Math.max(start + size, other.start + other.size) - first, jump, first);
    }

    /** First input cell that cell {@code i} sees, at least 0. */
    public int first(int i) {
        return Math.max(0, start + i * jump);
    }

    /** Input cell after the last one that cell {@code i} sees, at most {@code side}. */
    public int end(int i, int side) {
        return Math.min(side, start + i * jump + size);
    }
}
