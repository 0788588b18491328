package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;

/** The engine refused or died; {@link #notice()} says why and what to do. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    public EngineFailure(Notice notice, Throwable cause) {
        super(notice.toString(), cause);
        this.notice = notice;
    }

    public Notice notice() {
        return notice;
    }
}
