package io.riskloom.app.inside;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.LayerMaps.Figures;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;

/** Where the tiles of a layer come from. Changed on the JavaFX thread. */
interface TileSource {

    /** Counts what has come; whoever draws listens. */
    ReadOnlyIntegerProperty version();

    ObservableValue<Notice> problem();

    /** Rows of a tile, 0 while it is not known. */
    int rows();

    int columns();

    /** One a channel; empty while they are not known. */
    List<Figures> figures();

    /** Null while it is not here. */
    Tile tile(int channel);

    /** Asks for the tiles of these channels that are not here. */
    void want(List<Integer> channels);
}
