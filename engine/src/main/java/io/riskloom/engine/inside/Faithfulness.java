package io.riskloom.engine.inside;

/**
 * Whether an attribution tells what the answer rests on (Petsiuk et al. 2018; Adebayo et al. 2018).
 *
 * @param shares       of the cells that were deleted or inserted, from 0 to 1
 * @param deletion     the answer as the most important cells are covered first
 * @param insertion    the answer as they are uncovered first
 * @param randomDeletion  mean of the answer as cells are covered in random orders
 * @param randomInsertion as they are uncovered in random orders; a random share uncovered is a random rest covered, so that its
 *                     area is that of {@code randomDeletion}
 * @param deletionArea area under {@code deletion} over the shares, and so on
 * @param likeness     rank correlation of |attribution| with that of the same network with weights drawn anew, mean of several
 *                     draws; near 1 means that the map shows the input rather than what was learnt; 0 where one is flat
 */
public record Faithfulness(
        double[] shares,
        double[] deletion,
        double[] insertion,
        double[] randomDeletion,
        double[] randomInsertion,
        double deletionArea,
        double insertionArea,
        double randomDeletionArea,
        double randomInsertionArea,
        double likeness) {}
