package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.PathSight;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Returns of the paths on show beside those of the test span and of the plain simulators. */
final class DistributionModel {

    static final List<Integer> DAYS = List.of(1, 5, 20, 100);

    private record Question(double[] real, Shown shown, Rivals rivals, int days) {

        boolean same(Question other) {
            return other != null && shown == other.shown && rivals == other.rivals && days == other.days;
        }
    }

    private final GenerateViewModel page;
    private final Texts texts;
    private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(1);
    private final LastAsked<Question, ReturnShapes> shapes;
    private Question last;
    private final ReadOnlyObjectWrapper<ChartModel.HistogramChart> histogram = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel.LineChart> quantiles = new ReadOnlyObjectWrapper<>();

    DistributionModel(GenerateViewModel page, Texts texts) {
        this.page = page;
        this.texts = texts;
        this.shapes = new LastAsked<Question, ReturnShapes>(page.session().tasks(), DistributionModel::shapes)
                .telling(page.session()::report);
        shapes.latest().addListener((value, before, now) -> draw());
        texts.locale().addListener((locale, before, now) -> draw());
        page.plain().addListener((value, before, now) -> ask());
        page.shown().addListener((value, before, now) -> ask());
        page.tab().addListener((value, before, now) -> ask());
        days.addListener((value, before, now) -> ask());
        ask();
    }

    ChosenRun chosen() {
        return page.chosen();
    }

    /** Days over which the returns go. */
    ObjectProperty<Integer> days() {
        return days;
    }

    ReadOnlyObjectProperty<ChartModel.HistogramChart> histogram() {
        return histogram.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartModel.LineChart> quantiles() {
        return quantiles.getReadOnlyProperty();
    }

    /** Nothing is counted while another tab is on show. */
    private void ask() {
        Shown shown = page.shown().get();
        if (shown == null) {
            last = null;
            shapes.clear();
            return;
        }
        if (page.tab().get() != GenerateTab.DISTRIBUTION) {
            return;
        }
        page.simulate();
        Rivals rivals = page.plain().get().answer();
        double[] real = page.details().map(Details.OfGenerate::real).orElse(new double[0]);
        Question next = new Question(real, shown, rivals == null ? Rivals.NONE : rivals, days.get());
        if (!next.same(last)) {
            last = next;
            shapes.ask(next);
        }
    }

    private static ReturnShapes shapes(Question question) {
        return ReturnShapes.of(
                question.real(),
                List.of(
                        new ReturnShapes.Drawn(
                                PathSight.GENERATED, question.shown().returns()),
                        new ReturnShapes.Drawn(
                                PathSight.BOOTSTRAP, question.rivals().bootstrap()),
                        new ReturnShapes.Drawn(
                                PathSight.GARCH, question.rivals().garch())),
                question.days());
    }

    private void draw() {
        ReturnShapes found = shapes.latest().get().answer();
        histogram.set(found == null ? null : GenerateCharts.distribution(found, page.unit(), texts));
        quantiles.set(found == null ? null : GenerateCharts.quantiles(found, page.unit(), texts));
    }
}
