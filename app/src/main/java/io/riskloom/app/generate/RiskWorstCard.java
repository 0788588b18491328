package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The worst scenarios of the source on show; one that is chosen opens beside the real days that it is nearest to. */
final class RiskWorstCard extends VBox {

    private static final int LINES = 10;
    private static final double CHART = 280;

    /** @param rank from 1, the worst first */
    private record Line(RiskReport report, RiskReport.Of of, int rank, int scenario) {

        double profit() {
            return of.risk().profits()[scenario];
        }
    }

    private final RiskModel model;
    private final Texts texts;
    private final FigureTable<Line> table = new FigureTable<>("risk-worst", LINES);

    RiskWorstCard(RiskModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(Region.USE_PREF_SIZE);
        columns();
        ObservableValue<ChartModel> course =
                chart(opened -> Optional.of(RiskCharts.course(opened, Units.of(model.chosen()), texts)));
        ObservableValue<ChartModel> nearest = chart(opened -> opened.nearest()
                .map(near -> RiskCharts.nearest(near, opened.question().source(), Units.of(model.chosen()), texts)));
        HBox charts = Cards.row(
                Panels.showWhen(Charts.of(course, CHART, texts, "risk-course").framed(), shown(course)),
                Panels.showWhen(Charts.of(nearest, CHART, texts, "risk-nearest").framed(), shown(nearest)));
        getChildren()
                .addAll(
                        Cards.label(texts.bind("generate.risk.worst"), "section-title"),
                        table,
                        Words.note(words(), "risk-nearest-words"),
                        charts);
        model.report().subscribe(latest -> fill());
        model.source().subscribe(source -> fill());
        texts.locale().subscribe(locale -> fill());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.look(line.scenario());
            }
        });
    }

    private static ObservableValue<Boolean> shown(ObservableValue<ChartModel> chart) {
        return chart.map(is -> true).orElse(false);
    }

    private void columns() {
        table.accessibleTextProperty().bind(texts.bind("generate.risk.worst"));
        table.column("generate.risk.worst.rank", 64, false, texts, line -> Formats.number(line.rank(), 0))
                .column("generate.risk.worst.scenario", 240, false, texts, this::scenario)
                .column(
                        "generate.risk.worst.profit",
                        140,
                        true,
                        texts,
                        line -> RiskWords.money(line.profit(), line.report()))
                .column(
                        "generate.risk.worst.share",
                        140,
                        true,
                        texts,
                        line -> Formats.percent(
                                line.profit()
                                        / line.report().question().holding().gross(),
                                1));
    }

    /** The dates of real days, else the number of the path. */
    private String scenario(Line line) {
        Optional<LocalDate[]> dates = line.report()
                .question()
                .desk()
                .dates(
                        line.of().source(),
                        line.scenario(),
                        line.report().question().days());
        return dates.map(d -> texts.get("generate.risk.dates", Formats.day(d[0]), Formats.day(d[1])))
                .orElseGet(() -> texts.get("generate.risk.path", Formats.number(line.scenario() + 1, 0)));
    }

    private void fill() {
        table.getSelectionModel().clearSelection();
        RiskReport report = model.report().get().answer();
        table.show(model.shownSource()
                .map(of -> IntStream.range(0, of.worst().size())
                        .mapToObj(k -> new Line(report, of, k + 1, of.worst().get(k)))
                        .toList())
                .orElse(List.of()));
    }

    private ObservableValue<ChartModel> chart(Function<RiskPaths.Opened, Optional<? extends ChartModel>> make) {
        return Bindings.createObjectBinding(
                () -> {
                    RiskPaths.Opened opened = model.opened().latest().get().answer();
                    return opened == null ? null : make.apply(opened).orElse(null);
                },
                model.opened().latest(),
                texts.locale());
    }

    private ObservableValue<String> words() {
        return Bindings.createStringBinding(
                () -> {
                    RiskPaths.Opened opened = model.opened().latest().get().answer();
                    return opened == null
                            ? texts.get("generate.risk.worst.choose")
                            : opened.nearest()
                                    .map(near -> nearest(
                                            near, opened.question().position().days()))
                                    .orElse("");
                },
                model.opened().latest(),
                texts.locale());
    }

    private String nearest(RiskPaths.Nearest near, int held) {
        int window = near.made().length - 1;
        List<LocalDate> dates = near.dates();
        String when = dates.isEmpty()
                ? texts.get("generate.risk.nearest.days")
                : texts.get("generate.risk.dates", Formats.day(dates.getFirst()), Formats.day(dates.getLast()));
        return texts.get(
                held < window ? "generate.risk.nearest.longer" : "generate.risk.nearest",
                near.at(),
                near.at() + window - 1,
                when,
                Formats.compact(near.distance()),
                Formats.percent(near.rank(), 1),
                Units.of(model.chosen()).count(window, texts));
    }
}
