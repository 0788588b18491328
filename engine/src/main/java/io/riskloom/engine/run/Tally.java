package io.riskloom.engine.run;

import io.riskloom.engine.model.Audit;
import java.time.LocalDate;
import java.util.Optional;

/** Comparisons of one kind, as they are made. */
final class Tally {
    private final String kind;
    private int checked;
    private int changed;
    private LocalDate from;

    Tally(String kind) {
        this.kind = kind;
    }

    /** @param day the first that was changed */
    void add(int compared, int different, LocalDate day) {
        checked += compared;
        changed += different;
        from = from == null || day.isBefore(from) ? day : from;
    }

    /** Empty where nothing was compared. */
    Optional<Audit> audit() {
        return checked == 0 ? Optional.empty() : Optional.of(new Audit(kind, checked, changed, from));
    }
}
