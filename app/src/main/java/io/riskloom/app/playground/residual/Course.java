package io.riskloom.app.playground.residual;

import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.StackFigures;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What was measured of both stacks since a race began. */
final class Course {

    /** Steps over which a loss is averaged: that of one batch jumps too much to be read. */
    static final int AVERAGED = 10;

    /** One stack's numbers, a place each. */
    static final class Track {
        private double[] losses = new double[256];
        private int before;
        private int steps;
        private double[] accuracies = new double[64];
        private int checks;

        private boolean continuedBy(StackFigures figures) {
            return figures.first() == before + steps;
        }

        private void add(StackFigures figures) {
            before = steps == 0 ? figures.first() : before;
            for (double loss : figures.losses()) {
                losses = steps == losses.length ? Arrays.copyOf(losses, 2 * steps) : losses;
                losses[steps++] = loss;
            }
        }

        private void check(double accuracy) {
            accuracies = checks == accuracies.length ? Arrays.copyOf(accuracies, 2 * checks) : accuracies;
            accuracies[checks++] = accuracy;
        }

        /** Mean of the last {@value Course#AVERAGED} steps' losses after each step. */
        double[] losses() {
            double[] means = new double[steps];
            double sum = 0;
            for (int i = 0; i < steps; i++) {
                sum += losses[i] - (i >= AVERAGED ? losses[i - AVERAGED] : 0);
                means[i] = sum / Math.min(i + 1, AVERAGED);
            }
            return means;
        }

        /** Numbers of the steps, from 1. */
        double[] steps() {
            return IntStream.rangeClosed(before + 1, before + steps)
                    .asDoubleStream()
                    .toArray();
        }

        double[] accuracies() {
            return Arrays.copyOf(accuracies, checks);
        }
    }

    private final Track plain = new Track();
    private final Track residual = new Track();
    private double[] checked = new double[64];
    private int checks;

    /** Whether the frame goes on where this stands: the engine begins anew over a file that changed. */
    boolean continuedBy(RaceFrame frame) {
        return plain.continuedBy(frame.plain()) && residual.continuedBy(frame.residual());
    }

    void add(RaceFrame frame) {
        plain.add(frame.plain());
        residual.add(frame.residual());
        if (checks == 0 || checked[checks - 1] < frame.checked()) {
            checked = checks == checked.length ? Arrays.copyOf(checked, 2 * checks) : checked;
            checked[checks++] = frame.checked();
            plain.check(frame.plain().accuracy());
            residual.check(frame.residual().accuracy());
        }
    }

    Track plain() {
        return plain;
    }

    Track residual() {
        return residual;
    }

    /** Steps that were made at each check, ascending. */
    double[] checked() {
        return Arrays.copyOf(checked, checks);
    }
}
