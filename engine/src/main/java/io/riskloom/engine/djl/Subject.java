package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Stage;
import java.time.LocalDate;
import java.util.List;

/** A network before one file of data, as questions about what bears its answer ask it. */
interface Subject {

    /** Name of the model, for notices. */
    String model();

    /** Shape of one input, without the batch. */
    Shape sample();

    /**
     * The input at a place, in row-major order.
     *
     * @throws NoticeException for a place outside of the data
     */
    float[] input(int place) throws NoticeException;

    /** Days of the window at a place, oldest first; empty for an applicant. */
    List<LocalDate> dates(int place);

    /** Mean of the inputs that were learnt from: what a covered cell shows, and where integrated gradients start. */
    float[] baseline() throws NoticeException;

    /** How an input's numbers are told. */
    Fold fold();

    /** The steps that recurrent layers read; none where there are no such layers. */
    LagFold lags();

    /** @throws NoticeException {@code inside.error.stage} where those weights are not kept */
    Flow flow(Stage stage) throws NoticeException;

    /** A network of the same layers, drawn anew by {@link RandomControl#redraw}; the caller closes it. */
    Flow anew(long seed);

    /** Which of the network's numbers is explained: the last class, or the last step's median. */
    int output();

    /** That number of each row of the network's answers. */
    default NDArray explained(NDArray answers) {
        return answers.get(new NDIndex(":, {}", output()));
    }

    /**
     * An explained number in the unit in which it is told: as it is, or a forecast's in the unit that was learnt. Affine: it
     * turns 0 into the unit's own zero.
     */
    double told(double number);

    /**
     * What the product shows for the network's numbers.
     *
     * @param numbers those of one input
     * @return probability of up or of bad, or the forecast's explained step
     */
    double answer(float[] numbers);
}
