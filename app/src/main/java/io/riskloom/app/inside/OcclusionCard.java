package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartMark;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The input with a part covered: under the mouse or moved by arrow keys, and all parts in turn. */
final class OcclusionCard extends VBox {

    private static final double HEIGHT = 320;

    private final OcclusionModel model;
    private final ActivationViewModel maps;
    private final SightCharts charts;
    private final OcclusionWords words;
    private final Texts texts;
    private final ChartView chart;
    private final ChartView columns;
    private final Segments<Integer> sizes;
    private final SimpleBooleanProperty cells = new SimpleBooleanProperty(true);

    OcclusionCard(OcclusionModel model, ActivationViewModel maps, SightCharts charts, Texts texts) {
        this.model = model;
        this.maps = maps;
        this.charts = charts;
        this.words = new OcclusionWords(texts);
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        chart = chart("inside-occlusion");
        columns = chart("inside-occlusion-columns");
        sizes = new Segments<>(model.size());
        sizes.accessibleTextProperty().bind(texts.bind("inside.occlusion.size"));
        sizes.setStyle("-fx-padding: 8 16 0 12;");
        HeadedCard head = new HeadedCard(texts.bind("inside.occlusion"), chart.exportMenu());
        head.getStyleClass().removeAll("card", "flush");
        Label live = HeadedCard.note(
                Bindings.createStringBinding(
                        () -> model.live().get() == null || !cells.get()
                                ? ""
                                : words.live(model.live().get()),
                        model.live(),
                        cells,
                        texts.locale()),
                "inside-covered");
        live.getStyleClass().remove("caption");
        live.setStyle("-fx-padding: 4 16 0 16;");
        Label part = HeadedCard.note(
                Bindings.createStringBinding(this::part, model.live(), cells, texts.locale()), "inside-covered-part");
        Label trouble = Panels.wrapped("", "amber-text");
        trouble.setId("inside-covered-trouble");
        trouble.setStyle("-fx-padding: 4 16 0 16;");
        trouble.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.problem().get() == null
                                ? ""
                                : texts.of(model.problem().get()),
                        model.problem(),
                        texts.locale()));
        HBox work = new WorkLine(model.map(), texts, "inside.occlusion.all", "inside-occlude", model::askAll);
        work.setStyle("-fx-padding: 0 16 12 16;");
        getChildren()
                .addAll(
                        head,
                        Panels.showWhen(sizes, cells),
                        Panels.showWhen(chart, cells),
                        Panels.showWhen(live, cells.and(model.problem().isNull())),
                        Panels.showWhen(trouble, model.problem().isNotNull()),
                        part,
                        work,
                        Panels.showWhen(columns, columns.modelProperty().isNotNull()));
        chart.hoveredProperty().addListener((o, was, is) -> follow(is));
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        model.patch().addListener((o, was, is) -> mark(is));
        model.live().addListener((o, was, is) -> {
            if (was == null || is == null || was.seen() != is.seen()) {
                show();
            }
        });
        model.whole().addListener((o, was, is) -> show());
        maps.evidence().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    private ChartView chart(String id) {
        ChartView view = ChartView.onPage(texts);
        view.setId(id);
        view.setPrefHeight(HEIGHT);
        view.setMinHeight(HEIGHT);
        return view;
    }

    private String part() {
        OcclusionModel.Live live = model.live().get();
        if (live == null || live.patch() == null || !cells.get()) {
            return texts.get(cells.get() ? "inside.occlusion.hint" : "inside.occlusion.hint.columns");
        }
        return words.part(maps.looked().subject().get(), live);
    }

    private void show() {
        OcclusionModel.Live live = model.live().get();
        if (live == null || maps.looked().subject().get() == null) { // another run is being opened
            chart.setModel(null);
            return;
        }
        boolean applicant = model.kind() == Evidence.Kind.APPLICANT;
        cells.set(model.covers());
        name();
        OcclusionModel.Whole whole = model.whole().get();
        boolean bare = whole == null || applicant;
        if (cells.get()) {
            double[][] effect = bare ? new double[0][] : OcclusionModel.effect(whole);
            chart.setModel(charts.input(maps.looked().subject().get(), live.seen(), effect));
            mark(model.patch().get());
        }
        Evidence evidence = maps.evidence().get();
        columns.setModel(
                whole == null || evidence == null || !applicant
                        ? null
                        : charts.covered(
                                evidence.attribution().names(),
                                points(whole),
                                texts.get("inside.occlusion.column.effect")));
    }

    /** By how many percentage points the probability is higher than with each column covered. */
    private static double[] points(OcclusionModel.Whole whole) {
        return Arrays.stream(whole.occlusion().answers()[0])
                .map(answer -> 100 * (whole.occlusion().answer() - answer))
                .toArray();
    }

    /** The sizes' buttons, made anew where others are possible. */
    private void name() {
        List<Integer> possible = model.sizes();
        List<String> ids = possible.stream().map(size -> "inside-patch-" + size).toList();
        if (!sizes.getChildren().stream().map(button -> button.getId()).toList().equals(ids)) {
            sizes.getChildren().clear();
            for (int size : possible) {
                String key = model.kind() == Evidence.Kind.DAYS ? "inside.occlusion.days" : "inside.occlusion.cells";
                sizes.add(
                        size,
                        Bindings.createStringBinding(() -> texts.get(key, size), texts.locale()),
                        "inside-patch-" + size);
            }
        }
    }

    private void follow(double[] at) {
        if (at != null && model.covers()) {
            boolean days = model.kind() == Evidence.Kind.DAYS;
            model.point(days ? at[0] : at[1], days ? at[1] : at[0]);
        }
    }

    private void mark(Patch patch) {
        boolean none = patch == null || !model.covers();
        boolean days = !none && model.kind() == Evidence.Kind.DAYS;
        chart.markedProperty()
                .set(
                        none
                                ? null
                                : days
                                        ? box(patch.column(), patch.row(), patch.wide(), patch.high())
                                        : box(patch.row(), patch.column(), patch.high(), patch.wide()));
    }

    private static ChartMark box(int row, int column, int high, int wide) {
        return new ChartMark(column, row, column + wide, row + high);
    }

    /** Arrow keys move what is covered, with Shift by its size; Delete covers nothing. */
    private void move(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || !cells.get()) {
            return;
        }
        int by = e.isShiftDown() ? model.size().get() : 1;
        boolean days = model.live().get() != null && model.kind() == Evidence.Kind.DAYS;
        switch (e.getCode()) {
            case UP -> model.move(days ? 0 : -by, days ? -1 : 0);
            case DOWN -> model.move(days ? 0 : by, days ? 1 : 0);
            case LEFT -> model.move(days ? -by : 0, days ? 0 : -by);
            case RIGHT -> model.move(days ? by : 0, days ? 0 : by);
            case DELETE, BACK_SPACE -> model.lift();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
