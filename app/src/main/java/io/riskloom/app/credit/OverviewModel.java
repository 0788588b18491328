package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.Row;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Classification.Confusion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The network beside its plain models, and what the cut-off does. Charts are drawn only while they are looked at. */
final class OverviewModel {

    private final CreditViewModel model;
    private final Texts texts;
    private final Exhibits exhibits;
    private final ReadOnlyObjectWrapper<Sheet> comparison = new ReadOnlyObjectWrapper<>(Sheet.NONE);
    private final ReadOnlyObjectWrapper<ChartModel> roc = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel> profit = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Row> rates = FXCollections.observableArrayList();

    OverviewModel(CreditViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.exhibits = new Exhibits(model, texts);
        model.at().subscribe((before, now) -> {
            if (before == null || now == null) {
                compare();
            }
            draw();
        });
        model.view().subscribe((before, now) -> draw());
        model.costs().matrix().subscribe((before, now) -> draw());
        model.costs().unit().subscribe((before, now) -> draw());
        texts.locale().subscribe((before, now) -> compare());
        texts.locale().subscribe((before, now) -> draw());
        compare();
        draw();
    }

    /** Every model's scores, with what the network is ahead of each plain one. */
    ReadOnlyObjectProperty<Sheet> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** Null where nothing can be ranked. */
    ReadOnlyObjectProperty<ChartModel> roc() {
        return roc.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartModel> profit() {
        return profit.getReadOnlyProperty();
    }

    /** What the cut-off does: rates, scores and profit, in words. */
    ObservableList<Row> rates() {
        return rates;
    }

    /** A count of the confusion matrix with its share of all: {@code 112 · 37.3 %}. */
    String count(Function<Confusion, Integer> cell) {
        CutOff at = model.at().get();
        if (at == null) {
            return "";
        }
        int n = cell.apply(at.confusion());
        return Formats.number(n, 0) + " · " + Formats.percent((double) n / at.all(), 1);
    }

    private void compare() {
        comparison.set(exhibits.look(List.of()).map(exhibits::comparison).orElse(Sheet.NONE));
    }

    private void draw() {
        if (model.view().get() != View.OVERVIEW) {
            return;
        }
        Optional<Look> now = exhibits.look(List.of());
        Optional<Look> ranked = now.filter(look -> look.scores().ranks());
        roc.set(ranked.map(look -> RankingExhibits.roc(look, false)).orElse(null));
        profit.set(ranked.map(exhibits::profit).orElse(null));
        rates.setAll(now.map(this::rates).orElse(List.of()));
    }

    private List<Row> rates(Look look) {
        CutOff cut = look.at();
        Confusion counts = cut.confusion();
        return List.of(
                row("approval", "", Formats.percent(cut.approvalRate(), 1)),
                row("badRate", "", Formats.percent(cut.badRate(), 1)),
                metric(Metric.PRECISION, Formats.percent(counts.precision(), 1)),
                metric(Metric.RECALL, Formats.percent(counts.recall(), 1)),
                metric(Metric.F1, Formats.number(counts.f1(), 3)),
                metric(Metric.ACCURACY, Formats.percent(counts.accuracy(), 1)),
                row("profit", look.unitWords(), MetricWords.number(cut.profit(look.costs()), 1)),
                row("profitEach", look.unitWords(), MetricWords.number(cut.profitEach(look.costs()), 3)));
    }

    private Row row(String key, String unit, String value) {
        return new Row(key, texts.get("credit.rate." + key, unit), value, "");
    }

    private Row metric(String key, String value) {
        return new Row(key, texts.get("metric." + key), value, "");
    }
}
