package io.riskloom.engine.lesson;

import java.time.LocalDate;
import java.util.List;

/**
 * One window on its way through one residual block, at inference.
 *
 * @param block     its number, from 0
 * @param sample    number of the checked window, from 0
 * @param day       last day of the window
 * @param wild      whether the days after it were wilder than the median
 * @param answer    what the residual stack gives for that, as a probability
 * @param stride    of the first convolution and of the projection
 * @param projected whether the shortcut is a convolution with kernel 1, since shapes differ
 * @param stages    in the order of the arithmetic: {@code input conv1 norm1 act1 conv2 norm2 shortcut sum output}, the norms only
 *                  with batch norm
 */
public record BlockTrace(
        int block,
        int sample,
        LocalDate day,
        boolean wild,
        double answer,
        int stride,
        boolean projected,
        List<Stage> stages) {

    public BlockTrace {
        stages = List.copyOf(stages);
    }

    /** @param values channels × days */
    public record Stage(String name, double[][] values) {}

    public Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + name));
    }
}
