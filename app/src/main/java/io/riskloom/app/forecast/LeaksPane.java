package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.run.Lineage;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which rows made a forecast, and what the audits found. */
final class LeaksPane extends VBox {

    private static final double HIGH = 380;

    private final ForecastViewModel model;
    private final Texts texts;
    private final Lineages lineages;
    private final VBox audits = Cards.card();
    private final Label title = Panels.wrapped("", "section-title");
    private final Label trouble = Panels.wrapped("", "amber-text");
    private final Label others;
    private final Label reading;
    private final ChartView chart;
    private final GridPane table = new GridPane(16, 6);
    private final VBox lines;

    LeaksPane(Session session, ForecastViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.lineages = new Lineages(session, model);
        audits.setId("leaks-audits");
        title.setId("leaks-title");
        trouble.setId("leaks-trouble");
        table.setId("leaks-rows");
        chart = new ChartView(texts);
        chart.setId("leaks-chart");
        chart.setPrefHeight(HIGH);
        chart.setMinHeight(HIGH);
        chart.selectedIndexProperty().subscribe(index -> choose(index.intValue()));
        others = Panels.wrapped("", "caption");
        others.textProperty().bind(texts.bind("forecast.leaks.others"));
        for (int c = 0; c < 4; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(c == 3 ? 0 : Region.USE_PREF_SIZE);
            column.setHgrow(c == 3 ? Priority.ALWAYS : Priority.NEVER);
            table.getColumnConstraints().add(column);
        }
        lines = Cards.card(table, others);
        reading = Panels.wrapped("", "caption");
        reading.textProperty().bind(texts.bind("forecast.leaks.reading"));
        getChildren().addAll(audits, new VBox(2, title, reading), trouble, chart.framed(), lines);
        setMinHeight(Region.USE_PREF_SIZE);
        model.chosen().run().subscribe(run -> showAudits());
        lineages.lineage().subscribe(found -> show());
        lineages.trouble().subscribe(reason -> show());
        texts.locale().subscribe(locale -> {
            showAudits();
            show();
        });
    }

    /** A click on a day looks at the forecast made then; a day that had none is not chosen. */
    private void choose(int index) {
        Lineage shown = lineages.lineage().get();
        if (shown != null && index >= 0 && index != shown.origin()) {
            model.origin().choose(model.prices().prices().getValue().dates().get(index));
            chart.selectedIndexProperty()
                    .set(
                            lineages.lineage().get() == null
                                    ? -1
                                    : lineages.lineage().get().origin());
        }
    }

    private void showAudits() {
        audits.getChildren().clear();
        for (Audit audit : model.audits()) {
            audits.getChildren().add(Audits.line(audit, texts));
        }
        for (Notice note : model.auditNotes()) {
            audits.getChildren().add(Panels.wrapped(texts.of(note), "amber-text"));
        }
        if (audits.getChildren().isEmpty()) {
            audits.getChildren().add(Panels.wrapped(texts.get("forecast.leaks.noAudit"), "muted"));
        }
    }

    private void show() {
        table.getChildren().clear();
        Lineage found = lineages.lineage().get();
        boolean failed = lineages.trouble().get() != null;
        shown(trouble, failed);
        trouble.setText(failed ? texts.of(lineages.trouble().get()) : "");
        shown(title, found != null);
        shown(reading, found != null);
        shown(lines, found != null);
        shown(chart.getParent(), found != null);
        if (found == null) {
            chart.setModel(null);
            return;
        }
        LeaksModel leaks = new LeaksModel(found, model.prices().prices().getValue(), texts);
        title.setText(texts.get("forecast.leaks.title", leaks.day()));
        shown(others, leaks.otherSeries());
        chart.setModel(leaks.chart());
        chart.selectedIndexProperty().set(leaks.origin());
        int r = 0;
        for (LeaksModel.Line line : leaks.lines()) {
            Label days = new Label(line.days());
            days.getStyleClass().add("muted");
            Label what = Panels.wrapped(line.what(), "muted");
            table.addRow(r++, new Label(line.name()), new Label(line.dates()), days, what);
        }
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
