package io.riskloom.engine.lesson;

/**
 * What becomes of one noise.
 *
 * @param made     place on the plane, or the path as exp(cumulated log return), day 0 first
 * @param score    the discriminator's answer on it, in the unit of {@link ArenaFrame.Measures#onReal}
 * @param nearest  the nearest of the real rows that are measured; of paths the nearest real window
 * @param distance of the two; of paths as {@link ArenaPaths.Match} says
 * @param match    null on the plane
 */
public record ArenaLook(
        float[] noise, double[] made, double score, double[] nearest, double distance, ArenaPaths.Match match) {}
