package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;

/**
 * What a model was looked into with last, so that the next question about the same data finds what the one before worked out.
 *
 * @param <D> the data
 */
final class LastInside<D> implements AutoCloseable {

    /** Looks into a model with new data. */
    interface Opening {
        NetworkInside open() throws NoticeException;
    }

    private D data;
    private NetworkInside inside;

    NetworkInside of(D asked, Opening opening) throws NoticeException {
        if (asked != data) {
            NetworkInside other = opening.open();
            close();
            inside = other;
            data = asked;
        }
        return inside;
    }

    @Override
    public void close() {
        if (inside != null) {
            inside.close();
            inside = null;
            data = null;
        }
    }
}
