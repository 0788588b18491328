package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.result.StudyScores;
import io.riskloom.app.result.StudyVerdict;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The study that the chosen run belongs to: each fold, their mean, and how far the network is ahead over all of them. */
final class FoldsModel {

    /**
     * @param name    which study of what
     * @param verdict its finding
     * @param chart   AUC of every fold
     * @param folds   a row a run, then their mean
     * @param pooled  a row a plain model: mean difference with the interval over all folds
     */
    record Folds(String name, StudyVerdict verdict, ChartModel chart, Sheet folds, Sheet pooled) {}

    private final Session session;
    private final ChosenRun chosen;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Folds> folds = new ReadOnlyObjectWrapper<>();

    FoldsModel(Session session, ChosenRun chosen, Texts texts) {
        this.session = session;
        this.chosen = chosen;
        this.texts = texts;
        chosen.run().subscribe((before, now) -> show());
        texts.locale().subscribe((before, now) -> show());
        session.runs().addListener((InvalidationListener) change -> show());
        session.studies().all().addListener((InvalidationListener) change -> show());
        show();
    }

    /** Null where the run stands alone. */
    ReadOnlyObjectProperty<Folds> folds() {
        return folds.getReadOnlyProperty();
    }

    private void show() {
        folds.set(Optional.ofNullable(chosen.run().get())
                .flatMap(session.studies()::of)
                .map(this::of)
                .orElse(null));
    }

    private Folds of(Study study) {
        List<Run> runs = session.runs().stream()
                .filter(run -> study.runs().contains(run.id()))
                .toList();
        StudySummary summary = StudySummary.of(study.spec(), runs);
        StudyScores scores = new StudyScores(study.spec(), summary, texts);
        FoldSheets sheets = new FoldSheets(summary, texts);
        return new Folds(
                texts.get(
                        "credit.folds.name",
                        RunWords.number(study.id()),
                        RunWords.data(study.spec()),
                        RunWords.model(texts, study.spec())),
                StudyVerdict.of(study.spec(), summary, texts),
                scores.chart(summary.challengers()),
                sheets.folds(),
                sheets.pooled());
    }
}
