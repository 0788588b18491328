package io.riskloom.app.inside;

import java.util.Locale;

/** What the page shows of a trained network. */
enum InsideTab {
    /** Its operations as a graph and as a table. */
    NETWORK,
    /** What each layer makes of one input. */
    MAPS,
    /** What of the input bore the answer. */
    ACTIVATION,
    /** The gates and states of a recurrent layer over the days. */
    GATES;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
