package io.riskloom.app.playground.cell;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.IconButton;
import io.riskloom.app.control.SliderField;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gates and states of one unit over the last days of the series, and the day that is looked at. */
final class CellDays extends VBox {

    private static final double BEAT_MILLIS = 300;
    private static final List<Tone> TONES = List.of(Tone.ACCENT, Tone.AMBER, Tone.SECOND, Tone.THIRD);

    private final CellViewModel model;
    private final Texts texts;

    CellDays(CellViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        HBox charts = Cards.row(chart("cell-chart-gates", this::gates), chart("cell-chart-states", this::states));
        VBox.setVgrow(charts, Priority.ALWAYS);
        charts.setMinHeight(200);
        getChildren().addAll(transport(), charts);
    }

    private HBox transport() {
        Timeline beats = new Timeline(new KeyFrame(Duration.millis(BEAT_MILLIS), e -> model.beat()));
        beats.setCycleCount(Animation.INDEFINITE);
        Button back = IconButton.of(
                texts,
                Feather.CHEVRON_LEFT,
                "cell.day.back",
                () -> model.day(model.day().get() - 1));
        Button play = IconButton.of(texts, Feather.PLAY, "cell.play", model::togglePlay);
        Button on = IconButton.of(
                texts,
                Feather.CHEVRON_RIGHT,
                "cell.day.on",
                () -> model.day(model.day().get() + 1));
        model.playing().subscribe(is -> {
            ((FontIcon) play.getGraphic()).setIconCode(is ? Feather.PAUSE : Feather.PLAY);
            if (is) {
                beats.playFromStart();
            } else {
                beats.stop();
            }
        });
        Slider slider = SliderField.slider("cell-day", texts.bind("cell.day"), 0, DayInputs.DAYS - 1, 1);
        slider.valueProperty().subscribe((was, is) -> model.day((int) Math.round(is.doubleValue())));
        model.day().subscribe(is -> slider.setValue(is.doubleValue()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox.setMargin(slider, new Insets(0, 12, 0, 12));
        Label place = Cards.label(Bindings.createStringBinding(this::place, model.step(), texts.locale()), "muted");
        place.setId("cell-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(4, back, play, on, slider, place);
        box.getStyleClass().addAll("card", "transport");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return Panels.showWhen(box, model.step().map(step -> model.overDays()));
    }

    private String place() {
        return model.overDays()
                ? texts.get(
                        "cell.place",
                        Formats.day(dates().get(model.day().get())),
                        model.day().get() + 1,
                        model.run().get().size(),
                        model.days().orElseThrow().series())
                : "";
    }

    private List<LocalDate> dates() {
        return model.days().orElseThrow().dates();
    }

    private Region chart(String id, Supplier<DateChart> made) {
        ChartView view = new ChartView(texts);
        view.setId(id);
        view.emptyTextProperty().bind(texts.bind("cell.needsPrices"));
        Runnable mark = () ->
                view.crosshairProperty().set(model.overDays() ? model.day().get() : Double.NaN);
        Runnable show = () -> {
            view.setModel(model.overDays() ? made.get() : null);
            mark.run();
        };
        model.run().subscribe(run -> show.run());
        model.unit().subscribe((was, is) -> show.run());
        texts.locale().subscribe((was, is) -> show.run());
        model.step().subscribe(step -> mark.run());
        view.clickedProperty().subscribe(at -> {
            if (at != null) {
                model.day((int) Math.round(at[0]));
            }
        });
        Region card = view.framed();
        card.setMinSize(0, 0);
        card.setPrefSize(0, 0);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return card;
    }

    private DateChart gates() {
        RecurrentCell.Kind kind = model.setup().get().cell().kind();
        List<DateLine> lines = new ArrayList<>();
        for (String gate : kind.gates()) {
            lines.add(line(
                    CellWords.letter(kind, gate), step -> step.gate(gate).after()[unit()], TONES.get(lines.size())));
        }
        return new DateChart(dates(), lines, null, List.of());
    }

    private DateChart states() {
        List<DateLine> lines = new ArrayList<>();
        if (model.setup().get().cell().kind() == RecurrentCell.Kind.LSTM) {
            lines.add(line(CellWords.indexed("c", unit()), step -> step.cell()[unit()], Tone.ACCENT));
        }
        lines.add(line(CellWords.indexed("h", unit()), step -> step.hidden()[unit()], Tone.AMBER));
        lines.add(line(CellWords.indexed("x", 0), step -> step.x()[0], Tone.MUTED));
        return new DateChart(dates(), lines, null, List.of());
    }

    private int unit() {
        return model.unit().get();
    }

    private DateLine line(String name, ToDoubleFunction<CellStep> value, Tone tone) {
        return new DateLine(name, model.run().get().stream().mapToDouble(value).toArray(), tone, false);
    }
}
