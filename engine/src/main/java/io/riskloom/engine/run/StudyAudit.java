package io.riskloom.engine.run;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The audits of one kind of a study's finished runs. Each run was tried with its own parts: days that one run must not know,
 * another may have learnt from, and runs share windows, so that the sum counts many of them more than once.
 *
 * @param sum    all of them taken together
 * @param runs   how many runs
 * @param failed in how many of them something came out different
 */
public record StudyAudit(Audit sum, int runs, int failed) {

    /** One of each kind; a kind that a finished run lacks, whose warnings say why, is left out. */
    public static List<StudyAudit> of(StudySummary summary) {
        List<Evaluation> finished = summary.rows().stream()
                .flatMap(row -> row.evaluation().stream())
                .toList();
        return Stream.of(Audit.TRAINING, Audit.FORECASTS, Audit.SHOWN)
                .map(kind -> finished.stream()
                        .flatMap(e -> e.audits().stream())
                        .filter(audit -> audit.kind().equals(kind))
                        .toList())
                .filter(each -> !each.isEmpty() && each.size() == finished.size())
                .map(StudyAudit::of)
                .toList();
    }

    private static StudyAudit of(List<Audit> audits) {
        Audit sum = new Audit(
                audits.getFirst().kind(),
                audits.stream().mapToInt(Audit::checked).sum(),
                audits.stream().mapToInt(Audit::changed).sum(),
                audits.stream().map(Audit::from).min(Comparator.naturalOrder()).orElseThrow());
        return new StudyAudit(sum, audits.size(), (int)
                audits.stream().filter(audit -> !audit.passed()).count());
    }

    /** The finding: as {@link Audit#notice}, then runs and those that failed; of a single run that run's own. */
    public Notice notice() {
        if (runs == 1) {
            return sum.notice();
        }
        List<Object> args = new ArrayList<>(sum.notice().args());
        args.add(runs);
        args.add(failed);
        return Notice.of((failed == 0 ? "audit.study." : "run.warning.leak.study.") + sum.kind(), args.toArray());
    }
}
