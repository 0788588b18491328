package io.riskloom.app.forecast;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.judge.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Windows over time, a period of them, its scores, those of each window, and an equity curve; as high as it needs to be. */
final class WalkForwardPane extends VBox {

    private static final double RIVALS = 320;

    private final Session session;
    private final Texts texts;
    private final WalkForwardViewModel model;
    private final PeriodCard metrics = new PeriodCard("walk-metrics");
    private final PeriodCard rivals = new PeriodCard("walk-rivals");
    private final StringProperty remark = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final HBox bar = Cards.verdict(verdict);
    private final StringProperty trouble = new SimpleStringProperty("");

    /** @param history prices of the chosen run, null while there are none */
    WalkForwardPane(Session session, Texts texts, ChosenRun chosen, ObservableValue<PriceHistory> history) {
        super(16);
        this.session = session;
        this.texts = texts;
        this.model = new WalkForwardViewModel(session, texts, chosen, history);
        setId("walk-forward");
        bar.setId("walk-verdict");
        ObservableValue<Boolean> prices = model.windows().isNotNull();
        HBox scores = new HBox(12, Cards.grow(metrics), rivals);
        rivals.setMinWidth(RIVALS);
        rivals.setPrefWidth(RIVALS);
        scores.setMinHeight(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        new StudyHead(session, model, texts),
                        Panels.showWhen(new WalkForwardChart(model, texts), prices),
                        Panels.showWhen(words(trouble, "walk-trouble"), trouble.isNotEmpty()),
                        Panels.showWhen(advice(), remark.isNotEmpty()),
                        new PeriodBar(model, texts),
                        Panels.showWhen(bar, verdict.isNotEmpty()),
                        scores,
                        table(),
                        new EquityCard(model, texts));
        Panels.showWhen(this, model.walk().isNotNull());
        model.scores().subscribe(this::fill);
        model.walk().subscribe(this::remark);
        model.windows().subscribe(this::remark);
        texts.locale().subscribe(this::fill);
        texts.locale().subscribe(this::remark);
        fill();
        remark();
    }

    /** What else to train, with the way there. */
    private Region advice() {
        Button train = new Button();
        train.setId("walk-train");
        train.textProperty().bind(texts.bind("common.goTrain"));
        train.setMinWidth(Region.USE_PREF_SIZE);
        train.setOnAction(event -> session.page().set("train"));
        Node words = Cards.grow(words(remark, "walk-remark"));
        HBox line = new HBox(16, words, train);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card");
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static Label words(StringProperty words, String id) {
        Label label = Panels.wrapped("", "muted");
        label.textProperty().bind(words);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setId(id);
        return label;
    }

    private Region table() {
        WalkForwardTable table = new WalkForwardTable(model, texts);
        Button copy = new Button();
        copy.setId("walk-copy");
        copy.textProperty().bind(texts.bind("walk.copy"));
        copy.setOnAction(event -> table.copy());
        HBox head = new HBox(
                12,
                Cards.label(texts.bind("walk.table"), "section-title"),
                Cards.label(texts.bind("walk.table.hint"), "caption"),
                Panels.gap(),
                copy,
                Panels.export(model.export(), texts, "walk.export", "walk-export", model::exportName, model::exportTo));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox card = new VBox(head, table);
        card.getStyleClass().addAll("card", "flush");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private void fill() {
        PeriodWork.Answer answer = model.scores().get().answer();
        trouble();
        if (answer == null) {
            return;
        }
        PeriodComparison words = new PeriodComparison(answer, texts);
        boolean both = answer.question().days() != null;
        WalkForward walk = answer.question().walk();
        String scores = walk.runs().size() > 1
                ? texts.get("walk.scores.pooled", walk.runs().size())
                : texts.get("walk.scores");
        metrics.fill(scores, words.metrics(), both, texts);
        List<PeriodComparison.Line> plain =
                words.rivals(texts.get("common.model." + walk.spec().model()));
        rivals.fill(texts.get("walk.rivals"), plain, both, texts);
        rivals.setVisible(!plain.isEmpty());
        rivals.setManaged(!plain.isEmpty());
        verdict.set(both ? answer.part().map(this::verdict).orElse("") : "");
        Cards.grade(bar, answer.part().map(Period::good).orElse(0));
    }

    private String verdict(Period part) {
        return Stream.concat(Stream.of(part.verdict()), part.remarks().stream())
                .map(texts::of)
                .collect(Collectors.joining(texts.chinese() ? "" : " "));
    }

    private void trouble() {
        Optional<Notice> problem = model.scores().get().problem();
        trouble.set(problem.or(model::note).map(texts::of).orElse(""));
    }

    private void remark() {
        WalkForward walk = model.walk().get();
        Optional<Notice> say = Optional.empty();
        if (walk != null && walk.study().isEmpty()) {
            say = Optional.of(Notice.of("walk.one"));
        } else if (walk != null && walk.runs().size() < walk.planned()) {
            say = Optional.of(Notice.of("walk.part", walk.runs().size(), Formats.number(walk.planned(), 0)));
        }
        remark.set(say.map(texts::of).orElse(""));
        trouble();
    }
}
