package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.chart.Viewport;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.ClassifySpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The run's prices, on which the user points at the window's last day; above them the answer in words. */
final class WindowCard extends VBox {

    /** A shorter wait is not worth a sign. */
    private static final Duration SLOW = Duration.millis(300);

    private final InsideViewModel model;
    private final Texts texts;
    private final ChartView chart;

    WindowCard(InsideViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        chart = new ChartView(texts);
        chart.setId("inside-chart");
        chart.setPrefHeight(240);
        chart.setMinHeight(240);
        Label window = Cards.label(words(this::windowWords));
        window.setId("inside-window");
        Label answer = Cards.label(words(this::answerWords), "muted");
        answer.setId("inside-answer");
        answer.setWrapText(true);
        answer.setMinHeight(USE_PREF_SIZE);
        answer.setStyle("-fx-padding: 8 16 0 16;");
        HBox head = new HBox(window, Panels.gap(), progress(), chart.rangeButtons(), chart.exportMenu());
        head.getStyleClass().add("card-head");
        getChildren().addAll(head, answer, chart);
        model.series().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        model.origin().addListener((o, was, is) -> point());
        chart.selectedIndexProperty().addListener((o, was, is) -> {
            if (is.intValue() >= 0 && is.intValue() != model.origin().get()) {
                model.moveTo(is.intValue());
                chart.selectedIndexProperty().set(model.origin().get());
            }
        });
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        show();
    }

    private StringBinding words(Callable<String> words) {
        return Bindings.createStringBinding(words, model.origin(), model.answer(), model.series(), texts.locale());
    }

    private String windowWords() {
        if (model.series().get() == null || model.origin().get() < 0) {
            return "";
        }
        List<LocalDate> dates = model.series().get().history().dates();
        int last = model.origin().get();
        int window = ((ClassifySpec) model.chosen().run().get().spec()).window();
        String words = texts.get(
                "inside.window", Formats.day(dates.get(last - window + 1)), Formats.day(dates.get(last)), window);
        return model.series().get().changed() ? words + " · " + texts.get("inside.changed") : words;
    }

    private String answerWords() {
        InsideViewModel.Answer answer = model.answer().get();
        if (answer == null) {
            return texts.get("inside.answer.none");
        }
        String came = texts.get("inside.came." + model.came().orElse("open"));
        String span = texts.get("inside.span." + model.span().name().toLowerCase(Locale.ROOT));
        int horizon = ((ClassifySpec) answer.run().spec()).horizon();
        return texts.get(
                "inside.answer",
                Formats.percent(answer.maps().probabilityUp(), 1),
                horizon,
                Formats.day(answer.maps().windowDates().getLast()),
                came,
                span);
    }

    private ProgressIndicator progress() {
        ProgressIndicator progress = new ProgressIndicator();
        progress.setId("inside-progress");
        progress.setPrefSize(16, 16);
        progress.setMaxSize(16, 16);
        progress.setVisible(false);
        PauseTransition slow = new PauseTransition(SLOW);
        slow.setOnFinished(e -> progress.setVisible(model.asking().get()));
        model.asking().addListener((o, was, is) -> {
            if (is) {
                slow.playFromStart();
            } else {
                slow.stop();
                progress.setVisible(false);
            }
        });
        return progress;
    }

    private void show() {
        if (model.series().get() == null) {
            chart.setModel(null);
            return;
        }
        PriceHistory history = model.series().get().history();
        chart.setModel(new ChartModel.PriceChart(
                history, texts.get("inside.price", history.symbol()), texts.get("inside.volume")));
        point();
    }

    private void point() {
        int day = model.origin().get();
        if (chart.getModel() == null || day < 0) {
            return;
        }
        chart.selectedIndexProperty().set(day);
        Viewport view = chart.viewportProperty().get();
        int window = ((ClassifySpec) model.chosen().run().get().spec()).window();
        double first = day - window + 0.5;
        if (view.showsAll()) {
            chart.viewportProperty().set(view.show(day - 4.0 * window, day + window));
        } else if (first < view.low() || day + 0.5 > view.high()) {
            double span = Math.max(view.span(), 1.25 * window);
            chart.viewportProperty().set(view.show(day + window / 4.0 - span, day + window / 4.0));
        }
    }

    /** Arrow keys move the day instead of the view. */
    private void step(KeyEvent e) {
        boolean plain = !e.isShiftDown() && !e.isShortcutDown() && !e.isAltDown();
        if (plain && (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT)) {
            model.step(e.getCode() == KeyCode.LEFT ? -1 : 1);
            e.consume();
        }
    }
}
