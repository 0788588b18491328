package io.riskloom.engine.data;

import java.util.Optional;

/** The pieces of a table's body that is too long to be held at once; each ends with a whole row. */
interface Pieces {

    Pieces NONE = line -> Optional.empty();

    /**
     * The next piece, empty at the end. The one before it is no longer valid.
     *
     * @param line 1-based line of the file at which it begins
     */
    Optional<Opened> next(int line) throws DataException;
}
