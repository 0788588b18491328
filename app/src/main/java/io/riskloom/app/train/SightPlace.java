package io.riskloom.app.train;

import io.riskloom.app.text.Texts;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;

/** Which of many samples is shown of what a network sees: a day of a series, an applicant of a table. */
interface SightPlace {

    /** Between {@link #first} and {@link #last}. */
    IntegerProperty place();

    ReadOnlyIntegerProperty first();

    ReadOnlyIntegerProperty last();

    /** Whether there is anything to show. */
    ReadOnlyBooleanProperty offered();

    /** Goes some places on or back. */
    void step(int places);

    /** What the place is called. */
    String words(Texts texts);
}
