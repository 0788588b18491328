package io.riskloom.app.inside;

import java.util.Locale;

/** Over what the colours of tiles run from their first to their last. */
enum ColourSpan {
    /** Each tile by itself. */
    UNIT,
    /** All channels of the layer. */
    LAYER,
    /** All layers of the network. */
    GLOBAL;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
