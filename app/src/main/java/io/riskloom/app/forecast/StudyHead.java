package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.result.StudyVerdict;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a study of folds says as a whole: its name, its verdict, and its figures over the test days of all folds, pooled. */
final class StudyHead extends VBox {

    private final Session session;
    private final WalkForwardViewModel model;
    private final Texts texts;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final StringProperty pooled = new SimpleStringProperty("");
    private final ObjectProperty<List<Figure>> figures = new SimpleObjectProperty<>(List.of());
    private final HBox bar = Cards.finding(verdict);

    StudyHead(Session session, WalkForwardViewModel model, Texts texts) {
        super(8);
        this.session = session;
        this.model = model;
        this.texts = texts;
        setId("walk-study");
        bar.setId("walk-study-verdict");
        HBox row = Cards.row(IntStream.range(0, KeyFigures.COUNT)
                .mapToObj(index -> Panels.kpi(figures.map(all -> index < all.size() ? all.get(index) : Figure.NONE)))
                .toArray(Node[]::new));
        row.setId("walk-study-figures");
        getChildren().addAll(words(name, "section-title", "walk-study-name"), bar);
        getChildren().addAll(words(pooled, "caption", "walk-study-pooled"), row);
        model.walk().subscribe(this::show);
        model.scores().subscribe(this::show);
        texts.locale().subscribe(this::show);
        show();
    }

    private static Label words(StringProperty words, String style, String id) {
        Label label = Cards.label(words, style);
        label.setId(id);
        return label;
    }

    private void show() {
        WalkForward walk = model.walk().get();
        Optional<Study> study = Optional.ofNullable(walk).flatMap(WalkForward::study);
        setVisible(study.isPresent());
        setManaged(study.isPresent());
        study.ifPresent(found -> fill(walk, found));
    }

    private void fill(WalkForward walk, Study study) {
        List<Run> members = session.runs().stream()
                .filter(run -> study.runs().contains(run.id()))
                .toList();
        StudyVerdict said = StudyVerdict.of(study.spec(), StudySummary.of(study.spec(), members), texts);
        verdict.set(said.words());
        Cards.grade(bar, said.good());
        name.set(texts.get(
                "walk.study",
                RunWords.number(study.id()),
                RunWords.data(study.spec()),
                RunWords.model(texts, study.spec()),
                walk.runs().size(),
                walk.planned()));
        PeriodWork.Answer answer = model.scores().get().answer();
        boolean there = answer != null && answer.question().walk() == walk;
        pooled.set(
                there
                        ? texts.get(
                                "walk.pooled",
                                Formats.number(answer.whole().origins(), 0),
                                walk.runs().size())
                        : "");
        figures.set(there ? KeyFigures.of(walk.details().getFirst(), answer.whole(), texts) : List.of());
    }
}
