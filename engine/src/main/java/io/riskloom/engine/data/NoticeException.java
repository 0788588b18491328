package io.riskloom.engine.data;

import java.util.Objects;

/** A refusal that a person can act on. {@link #notice()} says what is wrong and what to do; {@code getMessage()} is for logs. */
public class NoticeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    public NoticeException(Notice notice) {
        this(notice, null);
    }

    public NoticeException(Notice notice, Throwable cause) {
        super(Objects.requireNonNull(notice, "notice").toString(), cause);
        this.notice = notice;
    }

    public Notice notice() {
        return notice;
    }
}
