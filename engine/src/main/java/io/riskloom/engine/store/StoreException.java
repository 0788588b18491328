package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;

/** The project folder refused; {@link #notice()} says why and what to do. Unchecked, as a disk may fail at any call. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    public StoreException(Notice notice, Throwable cause) {
        super(notice.toString(), cause);
        this.notice = notice;
    }

    public Notice notice() {
        return notice;
    }
}
