package io.riskloom.app.train;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.List;

/** What a network is given of the window that ends at a day. */
sealed interface Sight {

    /** The bars of the window. */
    PriceHistory window();

    /**
     * A picture.
     *
     * @param encoding as the setting names it
     * @param pixels   rows × columns from the top left
     */
    record Picture(PriceHistory window, String encoding, double[][] pixels) implements Sight {}

    /**
     * Standardised features, one line each.
     *
     * @param names  such as {@code logReturn}
     * @param values features × days, in standard deviations from the training mean
     * @param first  first of the days that the scaler is fitted on
     * @param last   the last of them
     */
    record Days(PriceHistory window, List<String> names, double[][] values, LocalDate first, LocalDate last)
            implements Sight {
        public Days {
            names = List.copyOf(names);
        }
    }
}
