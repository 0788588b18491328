package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.FeatureMaps;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The window as the network sees it, where its evidence lies, and the same drawn back over the days. */
final class AnswerCards extends HBox {

    private final InsideViewModel model;
    private final Texts texts;
    private final ChartView image;
    private final ChartView activation;
    private final ChartView prices;
    private final ChartView importance;

    AnswerCards(InsideViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        image = chart("inside-image", 200, 200);
        activation = chart("inside-activation", 200, 200);
        prices = chart("inside-window-prices", 320, 200);
        importance = chart("inside-importance", 320, 172);
        Region pictures =
                card(texts.bind("inside.pictures"), note("inside.pictures.note"), activation, image, activation);
        Region days =
                Cards.grow(card(texts.bind("inside.days"), note("inside.days.note"), importance, prices, importance));
        VBox.setVgrow(prices, Priority.ALWAYS);
        pictures.setMinWidth(232);
        pictures.setMaxWidth(232);
        getChildren().addAll(pictures, days);
        setMinHeight(USE_PREF_SIZE);
        model.answer().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    /** A chart of bars is read in another way than the other pictures. */
    private ObservableValue<String> note(String key) {
        return Bindings.createStringBinding(
                () -> texts.get(model.answer().get() != null && bars() ? key + ".bars" : key),
                model.answer(),
                texts.locale());
    }

    private boolean bars() {
        return model.answered().encoding().equals(WindowImages.BARS);
    }

    private ChartView chart(String id, double width, double height) {
        ChartView chart = new ChartView(texts);
        chart.setId(id);
        chart.setPrefSize(width, height);
        chart.setMinHeight(height);
        return chart;
    }

    private Region card(
            ObservableValue<String> title, ObservableValue<String> note, ChartView exported, ChartView... charts) {
        HBox head = new HBox(Cards.label(title, "section-title"), Panels.gap(), exported.exportMenu());
        head.getStyleClass().add("card-head");
        Label words = Cards.label(note, "caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setStyle("-fx-padding: 4 16 12 16;");
        VBox card = new VBox(head);
        card.getChildren().addAll(charts);
        card.getChildren().add(words);
        card.getStyleClass().addAll("card", "flush");
        return card;
    }

    private void show() {
        InsideViewModel.Answer answer = model.answer().get();
        if (answer == null) {
            return;
        }
        FeatureMaps maps = answer.maps();
        String encoding = model.answered().encoding();
        HeatTiles.Scale scale =
                switch (encoding) {
                    case "gadf", "gasf" -> HeatTiles.Scale.DIVERGING_EACH;
                    case WindowImages.BARS -> HeatTiles.Scale.GREY;
                    default -> HeatTiles.Scale.SEQUENTIAL_EACH;
                };
        image.setModel(
                tile(texts.get("inside.image", RunWords.choice(texts, "encoding", encoding)), maps.image(), scale));
        activation.setModel(tile(texts.get("inside.activation"), maps.activation(), HeatTiles.Scale.SEQUENTIAL_EACH));
        double[] none = {};
        prices.setModel(new ChartModel.PriceChart(
                new PriceHistory(
                        model.series().get().history().symbol(),
                        maps.windowDates(),
                        none,
                        none,
                        none,
                        maps.closes(),
                        none,
                        model.series().get().history().source()),
                texts.get("inside.closes"),
                ""));
        importance.setModel(importance(maps));
    }

    private static ChartModel tile(String name, double[][] values, HeatTiles.Scale scale) {
        return new HeatTiles(List.of(new HeatTiles.Tile(name, values)), 1, scale, -1);
    }

    private ChartModel importance(FeatureMaps maps) {
        double[] percent =
                Arrays.stream(model.importance()).map(share -> 100 * share).toArray();
        double[] edges = new double[percent.length + 1];
        int strongest = 0;
        for (int day = 0; day < percent.length; day++) {
            edges[day + 1] = day + 1;
            strongest = percent[day] > percent[strongest] ? day : strongest;
        }
        List<ChartModel.Mark> marks = percent[strongest] == 0
                ? List.of()
                : List.of(new ChartModel.Mark(
                        strongest + 0.5, Formats.day(maps.windowDates().get(strongest))));
        return new ChartModel.HistogramChart(
                edges,
                List.of(new ChartModel.HistogramChart.Bars(
                        texts.get("inside.importance"), percent, ChartModel.Tone.ACCENT)),
                texts.get("inside.importance.x"),
                texts.get("inside.importance.y"),
                marks);
    }
}
