package io.riskloom.app.train;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A study in progress or of the store: what it says, its scores in a picture and as means, its runs. */
final class StudyPane extends VBox {

    /** Of cards side by side, with a button or without. */
    static final double HEAD = 52;

    private static final double CHART = 192;

    private final StudyModel model;
    private final Texts texts;

    StudyPane(StudyModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        ObservableValue<Boolean> trains =
                model.progress().map(now -> !now.figures().isEmpty()).orElse(false);
        ObservableValue<Boolean> scored = model.progress()
                .map(now -> now.figures().isEmpty() && !now.scores().metrics().isEmpty())
                .orElse(false);
        HBox scores = Cards.row(picture(), new StudyScoreCard(model, texts));
        scores.setMinHeight(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        new StudyBanner(model, texts),
                        Panels.showWhen(figures(), trains),
                        Panels.showWhen(scores, scored),
                        Cards.grow(runs()));
    }

    private Node figures() {
        return Cards.row(IntStream.range(0, StudyProgress.FIGURES)
                .mapToObj(index -> Panels.kpi(model.progress()
                        .map(now -> now.figures().isEmpty()
                                ? Figure.NONE
                                : now.figures().get(index))
                        .orElse(Figure.NONE)))
                .toArray(Node[]::new));
    }

    private Region picture() {
        ChartView chart = new ChartView(texts);
        chart.setId("study-chart");
        chart.setPrefHeight(CHART);
        Runnable draw = () -> {
            StudyProgress now = model.progress().get();
            if (now != null) {
                DotChart dots = now.scores().chart(model.rival().stream().toList());
                if (!same(dots, chart.getModel())) {
                    chart.setModel(dots);
                }
            }
        };
        model.progress().subscribe(draw);
        model.challenger().subscribe(draw);
        HBox head = new HBox(
                Cards.label(texts.bind("train.study.picture"), "section-title"), Panels.gap(), chart.exportMenu());
        head.getStyleClass().add("card-head");
        head.setMinHeight(HEAD);
        VBox card = new VBox(head, Cards.grow(chart));
        card.getStyleClass().addAll("card", "flush");
        return card;
    }

    /** Arrays are compared by what they hold, so that a chart under the mouse stays while nothing changes. */
    private static boolean same(DotChart dots, Object before) {
        return before instanceof DotChart other
                && other.rows().equals(dots.rows())
                && other.xLabel().equals(dots.xLabel())
                && other.groups().size() == dots.groups().size()
                && IntStream.range(0, dots.groups().size())
                        .allMatch(i -> other.groups()
                                        .get(i)
                                        .name()
                                        .equals(dots.groups().get(i).name())
                                && Arrays.deepEquals(
                                        other.groups().get(i).values(),
                                        dots.groups().get(i).values()));
    }

    private Region runs() {
        VBox export = Panels.export(
                model.export(), texts, "train.study.export", "study-export", model::fileName, model::export);
        HBox head = new HBox(
                Cards.label(texts.bind("train.study.runs"), "section-title"),
                Cards.label(texts.bind("train.study.runs.hint"), "caption"),
                Panels.gap(),
                export);
        head.getStyleClass().add("card-head");
        VBox card = new VBox(head, Cards.grow(new StudyTable(model, texts)), new StudyReasons(model, texts));
        card.getStyleClass().addAll("card", "flush");
        return card;
    }
}
