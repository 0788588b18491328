package io.riskloom.engine.inside;

import io.riskloom.engine.data.NoticeException;
import java.util.function.BooleanSupplier;

/**
 * A trained network that can be looked into, over one file of data. Places are indices of a window's last day, or rows of
 * applicants. Several networks that answer with their mean are looked into side by side. Only what is asked for is captured. Not
 * thread-safe. Methods that may take long ask {@code stopped} now and then and throw {@link
 * java.util.concurrent.CancellationException} where it says yes.
 */
public interface Inside {

    NetworkGraph graph() throws NoticeException;

    Inputs inputs(int place) throws NoticeException;

    /**
     * @param channels whose maps are wanted; figures come of all
     * @throws NoticeException {@code inside.error.layer} (layer) for an unknown one, {@code inside.error.channel} (channel, layer,
     *     channels) for a channel that it lacks, {@code inside.error.channels} (asked, layer, channels) for more than it has, {@code inside.error.stage} where those weights are not kept, {@code
     *     inside.error.firstWeights} (file) where the first weights hang on data that are not as they were, {@code run.error.origin}
     *     or {@code inside.error.row} for a place outside of the data
     */
    LayerMaps maps(int place, String layer, Stage stage, int[] channels) throws NoticeException;

    /** Of the trained weights; at most 512 places are looked at, evenly spaced. */
    TopInputs top(String layer, int channel, int count, BooleanSupplier stopped) throws NoticeException;

    /** @throws NoticeException {@code inside.error.noFilters} (layer) for a layer that is no convolution; or as {@link #maps} */
    Filters filters(String layer, Stage stage, int[] channels) throws NoticeException;

    /** @param layer whose maps are weighed, empty for the deepest that still has 4 cells a side */
    Attribution attribution(
            int place, String method, String layer, Stage stage, boolean randomised, BooleanSupplier stopped)
            throws NoticeException;

    Occlusion occlusion(int place, int size, int step, BooleanSupplier stopped) throws NoticeException;

    /** The answer with one patch covered. */
    double covered(int place, int row, int column, int size) throws NoticeException;

    /** @param stage whose weights gave the attribution that is tried */
    Faithfulness faithfulness(int place, String method, String layer, Stage stage, BooleanSupplier stopped)
            throws NoticeException;

    /** @throws NoticeException {@code inside.error.noGates} (model) for a network without recurrent layers */
    Gates gates(int place, String layer, Stage stage, BooleanSupplier stopped) throws NoticeException;
}
