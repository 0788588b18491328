package io.riskloom.engine.lesson;

/**
 * Where two stacks stand.
 *
 * @param step         steps made
 * @param checked      steps that were made when the accuracies were measured
 * @param milliseconds that a step of both stacks took, checks apart, mean over this frame's; NaN where it made none
 */
public record RaceFrame(
        int step,
        int checked,
        RaceTask task,
        StackFigures plain,
        StackFigures residual,
        BlockTrace block,
        double milliseconds) {}
