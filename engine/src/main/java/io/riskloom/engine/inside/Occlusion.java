package io.riskloom.engine.inside;

/**
 * What becomes of the answer where a patch of the input is covered by the mean of what the network learnt from.
 *
 * A patch is a square of a picture, a feature of some days, or a column of an applicant's file.
 *
 * @param size    cells a side of the patch, cut at the input's edge; without meaning for applicants
 * @param step    between two patches: that at (i, j) of {@code answers} begins at the cell (i · step, j · step) of a picture, at the
 *                day i · step
 * @param answers rows × columns of patches: the answer with that patch covered; places along the days × features of a window, 1 ×
 *                columns of the file of an applicant
 * @param answer  of the whole input: probability of up or of bad, or a forecast's last step in the unit that was learnt
 */
public record Occlusion(int size, int step, double[][] answers, double answer) {}
