package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Optional;

/** A convolution or pooling that cannot be, with the nearest set-up that can. */
public final class SetupException extends NoticeException {

    private static final long serialVersionUID = 1L;

    private final transient Suggestion suggestion;

    SetupException(Notice notice, Suggestion suggestion) {
        super(notice);
        this.suggestion = suggestion;
    }

    /** Empty where the input or the kernel itself is at fault. */
    public Optional<Suggestion> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
