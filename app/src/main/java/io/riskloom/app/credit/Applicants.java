package io.riskloom.app.credit;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.engine.model.Details;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableDoubleValue;

/** Which test applicant is looked at closely: the riskiest at first, then whom the reader chooses, as long as the run has him. */
final class Applicants {

    /**
     * A test applicant.
     *
     * @param row         in the file, from 0
     * @param probability of bad, as the run kept it
     * @param bad         what came
     */
    record Applicant(int row, double probability, boolean bad) {

        /** Row as people count it. */
        String number() {
            return String.valueOf(row + 1);
        }
    }

    private final ChosenRun run;
    private final ObservableDoubleValue cutOff;
    private final ReadOnlyObjectWrapper<List<Applicant>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Applicant> chosen = new ReadOnlyObjectWrapper<>();

    Applicants(ChosenRun run, ObservableDoubleValue cutOff) {
        this.run = run;
        this.cutOff = cutOff;
        run.run().subscribe(now -> among());
    }

    /** Of the run on show, the riskiest first. */
    ReadOnlyObjectProperty<List<Applicant>> all() {
        return all.getReadOnlyProperty();
    }

    /** Null without a run that has test applicants. */
    ReadOnlyObjectProperty<Applicant> chosen() {
        return chosen.getReadOnlyProperty();
    }

    private void among() {
        Applicant before = chosen.get();
        List<Applicant> now = run.evaluation()
                .filter(e -> e.details() instanceof Details.OfCredit)
                .map(e -> applicants((Details.OfCredit) e.details()))
                .orElse(List.of());
        all.set(now);
        chosen.set(null);
        if (before == null || !type(before.number())) {
            riskiest();
        }
    }

    private static List<Applicant> applicants(Details.OfCredit details) {
        int[] rows = details.rows();
        double[] probability = details.probabilityBad();
        boolean[] bad = details.bad();
        return IntStream.range(0, rows.length)
                .mapToObj(i -> new Applicant(rows[i], probability[i], bad[i]))
                .sorted(Comparator.comparingDouble((Applicant a) -> -a.probability())
                        .thenComparingInt(Applicant::row))
                .toList();
    }

    /** Rows of the file that can be chosen, ascending, from 0. */
    int[] rows() {
        return all.get().stream().mapToInt(Applicant::row).sorted().toArray();
    }

    void choose(Applicant applicant) {
        chosen.set(applicant);
    }

    /** Takes a row as people count it; tells whether that applicant was tested. */
    boolean type(String words) {
        Optional<Applicant> found =
                all.get().stream().filter(a -> a.number().equals(words.strip())).findFirst();
        found.ifPresent(chosen::set);
        return found.isPresent();
    }

    /** So many applicants down the list, up for a negative number; stops at both ends. */
    void step(int by) {
        if (chosen.get() != null) {
            int at = all.get().indexOf(chosen.get());
            chosen.set(all.get().get(Math.clamp(at + by, 0, all.get().size() - 1)));
        }
    }

    void riskiest() {
        all.get().stream().findFirst().ifPresent(chosen::set);
    }

    /** Whose decision hangs on the least. */
    void nearest() {
        all.get().stream()
                .min(Comparator.comparingDouble(a -> Math.abs(a.probability() - cutOff.get())))
                .ifPresent(chosen::set);
    }
}
