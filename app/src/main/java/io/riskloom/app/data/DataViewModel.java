package io.riskloom.app.data;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.Figure;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Says what the loaded file holds, in the reader's language. */
public final class DataViewModel {

    private static final String NONE = "–";

    private final Session session;
    private final Texts texts;
    private final List<Path> samples;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<String> choices = FXCollections.observableArrayList();
    private final ObjectProperty<String> choice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel> chart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> header = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<List<String>> preview = FXCollections.observableArrayList();
    private final ObservableList<ColumnRow> columns = FXCollections.observableArrayList();
    private final ObservableList<WarningRow> warnings = FXCollections.observableArrayList();
    private boolean choosing;

    /** @param samples files that come with the product */
    public DataViewModel(Session session, Texts texts, List<Path> samples) {
        this.session = session;
        this.texts = texts;
        this.samples = List.copyOf(samples);
        session.dataset().subscribe(this::loaded);
        choice.subscribe(() -> {
            if (!choosing) {
                refresh();
            }
        });
        texts.locale().subscribe(this::refresh);
    }

    BooleanBinding empty() {
        return session.dataset().isNull();
    }

    /** Whether the file holds prices; if not, it holds applicants. */
    BooleanBinding prices() {
        return Bindings.createBooleanBinding(
                () -> session.dataset().get() != null && session.dataset().get().imported() instanceof Imported.Prices,
                session.dataset());
    }

    /** Null before a file is loaded. */
    ReadOnlyObjectProperty<Summary> summary() {
        return summary.getReadOnlyProperty();
    }

    /** Key figure 0 to 3. */
    ObjectBinding<Figure> figure(int index) {
        return Bindings.createObjectBinding(
                () -> summary.get() == null
                        ? Figure.NONE
                        : summary.get().figures().get(index),
                summary);
    }

    /** Series of a price file, feature columns of a credit table. */
    ObservableList<String> choices() {
        return choices;
    }

    /** The series or column on the chart. */
    ObjectProperty<String> choice() {
        return choice;
    }

    /** Null before a file is loaded. */
    ReadOnlyObjectProperty<ChartModel> chart() {
        return chart.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> header() {
        return header.getReadOnlyProperty();
    }

    /** The first rows, cells as they stand in the file. */
    ObservableList<List<String>> preview() {
        return preview;
    }

    ObservableList<ColumnRow> columns() {
        return columns;
    }

    ObservableList<WarningRow> warnings() {
        return warnings;
    }

    /** Files opened in this session, newest first. */
    ObservableList<Path> recent() {
        return recent;
    }

    List<Path> samples() {
        return samples;
    }

    /** Usable rows of the loaded file. */
    int rows() {
        return session.dataset().get() == null
                ? 0
                : session.dataset().get().imported().report().rows();
    }

    /** What the chart of a credit column leaves out: missing cells and rare levels; else empty. */
    StringBinding remark() {
        return Bindings.createStringBinding(
                () -> column().map(column -> Distribution.remark(column, texts)).orElse(""), chart, texts.locale());
    }

    void open(Path file) {
        session.load(file);
    }

    void train() {
        session.page().set("train");
    }

    private void loaded(Dataset dataset) {
        if (dataset == null) {
            return;
        }
        recent.remove(dataset.file());
        recent.addFirst(dataset.file());
        List<String> names =
                switch (dataset.imported()) {
                    case Imported.Prices prices ->
                        prices.series().stream().map(PriceHistory::symbol).toList();
                    case Imported.Credit credit ->
                        credit.book().features().stream()
                                .map(CreditColumn::name)
                                .toList();
                };
        choosing = true;
        choices.setAll(names);
        choice.set(names.isEmpty() ? null : names.getFirst());
        choosing = false;
        header.set(dataset.imported().report().columns().stream()
                .map(ImportReport.Column::name)
                .toList());
        preview.setAll(dataset.imported().report().preview());
        refresh();
    }

    private void refresh() {
        Dataset dataset = session.dataset().get();
        if (dataset == null) {
            return;
        }
        ImportReport report = dataset.imported().report();
        summary.set(Summary.of(dataset, choice.get() == null ? "" : choice.get(), texts));
        chart.set(chartOf(dataset.imported()));
        columns.setAll(report.columns().stream().map(c -> row(c, report.rows())).toList());
        warnings.setAll(report.warnings().stream().map(this::row).toList());
    }

    private ChartModel chartOf(Imported imported) {
        return switch (imported) {
            case Imported.Prices prices ->
                new ChartModel.PriceChart(
                        prices.seriesNamed(choice.get()),
                        texts.get("data.chart.price"),
                        texts.get("data.chart.volume"));
            case Imported.Credit credit ->
                column().map(column -> Distribution.of(credit.book(), column, texts))
                        .orElse(null);
        };
    }

    private Optional<CreditColumn> column() {
        return session.dataset().get() != null && session.dataset().get().imported() instanceof Imported.Credit credit
                ? credit.book().features().stream()
                        .filter(column -> column.name().equals(choice.get()))
                        .findFirst()
                : Optional.empty();
    }

    private ColumnRow row(ImportReport.Column column, int rows) {
        return new ColumnRow(
                column.name(),
                texts.get("data.type." + column.type()),
                texts.get("data.role." + column.role()),
                column.missing(),
                rows == 0 ? 0 : (double) column.missing() / rows);
    }

    private WarningRow row(ImportReport.Warning warning) {
        return new WarningRow(
                warning.line() == 0 ? NONE : Formats.number(warning.line(), 0),
                warning.column().isEmpty() ? NONE : warning.column(),
                texts.of(warning.notice()));
    }
}
