package io.riskloom.engine.model;

import io.riskloom.engine.feature.WindowImages;

/**
 * What decides on the layers of a network over windows of prices, whatever it learns: for plans of what a run will take.
 *
 * @param features numbers a bar, without meaning for pictures
 * @param height   rows of a picture, without meaning for days
 * @param width    columns of a picture
 * @param skip     whether a linear layer on the last day's features is added to the answer
 * @param outputs  numbers of an answer
 */
public record NetworkSizes(
        String model,
        boolean pictures,
        int window,
        int features,
        int height,
        int width,
        int units,
        int layers,
        boolean bothWays,
        int blocks,
        int kernel,
        int filters,
        double dropout,
        boolean skip,
        int outputs) {

    public static NetworkSizes of(ForecastSpec s, int features) {
        int[] sides = WindowImages.sides(s.window(), s.imageSize(), s.encoding());
        return new NetworkSizes(
                s.model(),
                s.seesImages(),
                s.window(),
                features,
                sides[0],
                sides[1],
                s.units(),
                s.layers(),
                s.bidirectional().equals("yes"),
                s.blocks(),
                s.kernel(),
                s.filters(),
                s.dropout(),
                s.skip().equals("yes") && !s.seesImages(),
                s.levels() * s.answers());
    }

    /** Two classes are one logit, three are three. */
    public static NetworkSizes of(ClassifySpec s, int features) {
        int[] sides = WindowImages.sides(s.window(), s.imageSize(), s.encoding());
        return new NetworkSizes(
                s.model(),
                s.seesImages(),
                s.window(),
                features,
                sides[0],
                sides[1],
                s.units(),
                s.layers(),
                s.bidirectional().equals("yes"),
                s.blocks(),
                s.kernel(),
                s.filters(),
                s.dropout(),
                false,
                s.classes() == 2 ? 1 : s.classes());
    }
}
