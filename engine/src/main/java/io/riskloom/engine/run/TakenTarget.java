package io.riskloom.engine.run;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Text;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was taken for the outcome of a credit table where nobody had said it. */
public final class TakenTarget {

    private static final String TARGET_GUESSED = "data.warn.targetGuessed";
    private static final String BAD_GUESSED = "data.warn.badGuessed";
    private static final Set<String> KEYS =
            Set.of(TARGET_GUESSED, BAD_GUESSED, "data.warn.badClasses", "data.warn.badMajority");

    private TakenTarget() {}

    /** What reading the file had to say of its target, in its own order. */
    public static List<Notice> remarks(Imported data) {
        return data.report().warnings().stream()
                .map(warning -> warning.notice())
                .filter(notice -> KEYS.contains(notice.key()))
                .toList();
    }

    /**
     * {@code run.warning.targetGuessed} (column, bad class, percentage of bad) where a credit run's target was guessed, {@code
     * run.warning.badGuessed} (the same) where only the class was.
     */
    static Optional<Notice> guessed(RunSpec spec, Imported data) {
        if (!(spec instanceof CreditSpec) || !(data instanceof Imported.Credit credit)) {
            return Optional.empty();
        }
        Set<String> said = remarks(data).stream().map(Notice::key).collect(Collectors.toSet());
        String key = said.contains(TARGET_GUESSED)
                ? "run.warning.targetGuessed"
                : said.contains(BAD_GUESSED) ? "run.warning.badGuessed" : "";
        CreditBook book = credit.book();
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.of(key, book.target(), book.badLabel(), Text.percent(book.eventRate())));
    }
}
