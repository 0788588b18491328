package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Scorecard.Bin;
import io.riskloom.engine.model.Scorecard.Characteristic;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The points table that stands beside every network: its columns by information value, their bins, an applicant's points. */
final class ScorecardPane extends VBox {

    private static final int COLUMNS = 14;
    private static final int BINS = 10;
    private static final double CHART = 240;
    private static final double[] COLUMN_WIDTHS = {172, 52, 80, 106};
    private static final double[] BIN_WIDTHS = {140, 78, 62, 70, 62, 58};
    /** The columns and their scroll bar; what is wider than the bins' table goes to both. */
    private static final double LEFT = 428;

    private static final double RIGHT = 470;

    private final CreditViewModel model;
    private final Texts texts;
    private final CsvExport export;
    private final ReadOnlyObjectWrapper<ScorecardModel> card = new ReadOnlyObjectWrapper<>();
    private final Label statement = Panels.wrapped("", "muted");
    private final Label title = new Label();
    private final FigureTable<Characteristic> columns = new FigureTable<>("scorecard-columns", COLUMNS);
    private final FigureTable<Bin> bins = new FigureTable<>("scorecard-bins", BINS);
    private final ChartView evidence;

    ScorecardPane(Session session, CreditViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.export = new CsvExport(session);
        this.evidence = ChartView.onPage(texts);
        setMinHeight(Region.USE_PREF_SIZE);
        statement.setId("scorecard-statement");
        title.setId("scorecard-title");
        title.getStyleClass().add("section-title");
        columns.accessibleTextProperty().bind(texts.bind("credit.scorecard.columns"));
        bins.accessibleTextProperty().bind(title.textProperty());
        evidence.setId("scorecard-evidence");
        evidence.setMinHeight(CHART);
        Label none = Panels.wrapped("", "muted");
        none.setId("scorecard-none");
        none.textProperty().bind(texts.bind("credit.scorecard.none"));
        build();
        VBox left = new VBox(8, Cards.label(texts.bind("credit.scorecard.columns"), "section-title"), columns);
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        VBox right = new VBox(8, title, bins, evidence.framed());
        right.setPrefWidth(RIGHT);
        HBox tables = new HBox(12, Cards.grow(left), Cards.grow(right));
        getChildren()
                .addAll(
                        Panels.showWhen(head(), card.isNotNull()),
                        Panels.showWhen(tables, card.isNotNull()),
                        Panels.showWhen(new PointsCard(model, card, texts), card.isNotNull()),
                        Panels.showWhen(none, card.isNull()));
        model.chosen().run().subscribe(run -> open());
        texts.locale().subscribe(locale -> open());
        columns.getSelectionModel().selectedItemProperty().subscribe(chosen -> showBins());
    }

    private HBox head() {
        VBox save = Panels.export(export, texts, "credit.scorecard.export", "scorecard-export", this::name, this::save);
        save.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(16, Cards.grow(new VBox(2, statement)), save);
    }

    private void build() {
        for (int c = 0; c < COLUMN_WIDTHS.length; c++) {
            int at = c;
            columns.column(
                    "credit.scorecard.column." + at, COLUMN_WIDTHS[at], at == 1 || at == 3, texts, item -> card.get()
                            .line(item)
                            .get(at));
        }
        // a table that shrinks takes the room from the first and the last, though information values need little
        columns.getColumns().get(0).setMinWidth(COLUMN_WIDTHS[0]);
        columns.getColumns().get(1).setMaxWidth(COLUMN_WIDTHS[1]);
        columns.getColumns().get(3).setMinWidth(COLUMN_WIDTHS[3]);
        for (int c = 0; c < BIN_WIDTHS.length; c++) {
            int at = c;
            bins.column("credit.scorecard.bin.column." + at, BIN_WIDTHS[at], at > 0, texts, bin -> card.get()
                    .line(chosen(), bin)
                    .get(at));
        }
    }

    private Characteristic chosen() {
        return columns.getSelectionModel().getSelectedItem();
    }

    private void open() {
        Scorecard found = model.chosen()
                .evaluation()
                .filter(e -> e.details() instanceof Details.OfCredit)
                .map(e -> ((Details.OfCredit) e.details()).scorecard())
                .orElse(null);
        boolean other = card.get() == null || card.get().card() != found;
        card.set(found == null ? null : new ScorecardModel(found, texts));
        if (found == null) {
            return;
        }
        if (other) {
            export.forget();
        }
        statement.setText(card.get().statement());
        columns.show(found.characteristics());
        if (chosen() == null) {
            columns.getSelectionModel().selectFirst();
        }
        showBins();
    }

    private void showBins() {
        Characteristic now = chosen();
        if (card.get() != null && now != null) {
            title.setText(texts.get("credit.scorecard.bins", now.column()));
            bins.show(now.bins());
            evidence.setModel(card.get().evidence(now));
        }
    }

    private String name() {
        Run run = model.chosen().run().get();
        return "scorecard-" + (run == null ? "" : run.id()) + ".csv";
    }

    void save(Path file) {
        ScorecardModel now = card.get();
        export.save(file, now::csv);
    }
}
