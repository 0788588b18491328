package io.riskloom.engine.djl;

/** What a network over windows says with its numbers. */
interface Telling {

    /** See {@link Subject#output}. */
    int output();

    /** See {@link Subject#told}. */
    double told(double number);

    /** See {@link Subject#answer}. */
    double answer(float[] numbers);

    /** What is shown of an answer from a day: the probability of up, or a forecast of each step in the unit shown. */
    double[] shown(int origin, float[] numbers);
}
