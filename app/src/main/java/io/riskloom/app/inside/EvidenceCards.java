package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartBrush;
import io.riskloom.app.chart.ChartMark;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Inputs;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The picture that the network reads with what bore the answer on it, and the same drawn back over candles or columns. */
final class EvidenceCards extends HBox {

    private static final double PICTURE = 300;
    /** As wide, with its name and its colour scale. */
    private static final double SQUARE = 350;

    private static final double HEIGHT = 380;

    private final ActivationViewModel model;
    private final Texts texts;
    private final SightCharts charts;
    private final ChartView picture;
    private final ChartView back;
    private final SimpleBooleanProperty seesPicture = new SimpleBooleanProperty();
    private final SimpleBooleanProperty applicant = new SimpleBooleanProperty();

    EvidenceCards(ActivationViewModel model, SightCharts charts, ActivationWords words, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.charts = charts;
        picture = chart("inside-sight", SQUARE);
        back = chart("inside-evidence", HEIGHT);
        HeadedCard sight = new HeadedCard(texts.bind("inside.activation.sight"), picture.exportMenu());
        sight.getChildren().addAll(picture, HeadedCard.note(text(words::about), "inside-about"));
        sight.setMinWidth(PICTURE);
        sight.setMaxWidth(PICTURE);
        HeadedCard evidence = new HeadedCard(
                Bindings.createStringBinding(
                        () -> texts.get("inside.activation.back" + (applicant.get() ? ".columns" : "")),
                        applicant,
                        texts.locale()),
                back.exportMenu());
        evidence.getChildren()
                .addAll(
                        back,
                        HeadedCard.note(
                                text(e -> e.kind() == Evidence.Kind.APPLICANT ? "" : words.strongest(e)),
                                "inside-strongest"),
                        Panels.showWhen(HeadedCard.note(text(words::about), "inside-about-wide"), seesPicture.not()));
        VBox.setVgrow(back, Priority.ALWAYS);
        getChildren().addAll(Panels.showWhen(sight, seesPicture), Cards.grow(evidence));
        setMinHeight(USE_PREF_SIZE);
        picture.hoveredProperty().addListener((o, was, is) -> link(is));
        back.crosshairProperty().addListener((o, was, is) -> mark(is.doubleValue()));
        model.evidence().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    private ChartView chart(String id, double height) {
        ChartView chart = ChartView.onPage(texts);
        chart.setId(id);
        chart.setPrefHeight(height);
        chart.setMinHeight(height);
        return chart;
    }

    private ObservableValue<String> text(Function<Evidence, String> words) {
        Callable<String> now = () -> model.evidence().get() == null
                ? ""
                : words.apply(model.evidence().get());
        return Bindings.createStringBinding(now, model.evidence(), texts.locale());
    }

    private void show() {
        Evidence evidence = model.evidence().get();
        if (evidence == null) {
            return;
        }
        applicant.set(evidence.kind() == Evidence.Kind.APPLICANT);
        seesPicture.set(evidence.kind() == Evidence.Kind.PICTURE
                || evidence.attribution().picture().length > 0);
        picture.setModel(seesPicture.get() ? charts.sight(evidence) : null);
        back.setModel(applicant.get() ? charts.columns(evidence) : charts.prices(evidence));
    }

    /** The days under the mouse on the picture are veiled on the candles. */
    private void link(double[] at) {
        Evidence evidence = model.evidence().get();
        if (evidence == null || evidence.kind() != Evidence.Kind.PICTURE) {
            return;
        }
        PixelDays pixels = Evidence.pixels(evidence.seen());
        int column = at == null ? -1 : (int) at[0];
        back.brushProperty()
                .set(
                        column < 0 || column >= pixels.pixels()
                                ? null
                                : new ChartBrush(pixels.first(column), pixels.last(column)));
    }

    /** The day under the crosshair of the candles is framed on the picture. */
    private void mark(double day) {
        Evidence evidence = model.evidence().get();
        if (evidence == null || evidence.kind() != Evidence.Kind.PICTURE) {
            return;
        }
        Inputs inputs = evidence.seen().inputs();
        int rows = inputs.cells().length;
        int columns = inputs.cells()[0].length;
        double each = (double) columns / inputs.dates().size();
        double at = Math.rint(day);
        picture.markedProperty()
                .set(
                        Double.isNaN(day) || at < 0 || at >= inputs.dates().size()
                                ? null
                                : new ChartMark(at * each, 0, (at + 1) * each, rows));
    }
}
