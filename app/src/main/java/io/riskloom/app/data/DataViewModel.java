package io.riskloom.app.data;

import io.riskloom.app.result.Figure;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Refusal;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Shift;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Says what the loaded file holds, in the reader's language. */
public final class DataViewModel {

    private final Session session;
    private final Texts texts;
    private final List<Path> samples;
    private final FilesModel files;
    private final CorrectionsModel corrections;
    private final CompareModel compare;
    private final ChartChoice charts;
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Grid> grid = new ReadOnlyObjectWrapper<>(Grid.EMPTY);
    private final ReadOnlyObjectWrapper<List<Chip>> chips = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<ColumnRow> columns = FXCollections.observableArrayList();
    private final ObservableList<FindingRow> findings = FXCollections.observableArrayList();
    private final Drafts drafts;

    /** @param samples files that come with the product */
    public DataViewModel(Session session, Texts texts, List<Path> samples) {
        this.session = session;
        this.texts = texts;
        this.samples = List.copyOf(samples);
        this.files = new FilesModel(session.data());
        this.corrections = new CorrectionsModel(session, texts);
        this.compare = new CompareModel(session);
        this.charts = new ChartChoice(session, texts, this::refreshSummary);
        this.drafts = new Drafts(session, texts);
        session.dataset().subscribe(this::loaded);
        texts.locale().subscribe(this::refresh);
        compare.compared().addListener((compared, before, now) -> refreshQuality());
    }

    FilesModel files() {
        return files;
    }

    CorrectionsModel corrections() {
        return corrections;
    }

    CompareModel compare() {
        return compare;
    }

    /** The file whose settings are being looked for, null where none. */
    ReadOnlyObjectProperty<DraftModel> draft() {
        return drafts.shown();
    }

    /** Looks for other settings for the active file. */
    void check() {
        drafts.check();
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

    /** The series or column on the chart, and its charts. */
    ChartChoice charts() {
        return charts;
    }

    /** The first rows as they stand in the file, with what is said about them. */
    ReadOnlyObjectProperty<Grid> grid() {
        return grid.getReadOnlyProperty();
    }

    /** How the file was read. */
    ReadOnlyObjectProperty<List<Chip>> chips() {
        return chips.getReadOnlyProperty();
    }

    ObservableList<ColumnRow> columns() {
        return columns;
    }

    /** What a column of the file can be. */
    List<String> roles() {
        return session.dataset().get() == null
                ? List.of()
                : Roles.of(session.dataset().get().imported());
    }

    /** What is wrong with the data or should be known about it, the gravest first. */
    ObservableList<FindingRow> findings() {
        return findings;
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

    void open(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            drafts.leave();
            files.open(chosen);
        }
    }

    void show(Dataset dataset) {
        drafts.leave();
        files.show(dataset);
    }

    /** Looks for settings for a file that was refused. */
    void show(Refusal refusal) {
        drafts.show(refusal);
    }

    void train() {
        session.page().set("train");
    }

    private void loaded(Dataset dataset) {
        drafts.activeChanged(dataset);
        charts.load(dataset);
        if (dataset == null) {
            summary.set(null);
            findings.clear();
            columns.clear();
            chips.set(List.of());
            grid.set(Grid.EMPTY);
        }
        refresh();
    }

    private void refresh() {
        Dataset dataset = session.dataset().get();
        if (dataset == null) {
            return;
        }
        refreshQuality();
        Loaded loaded = dataset.loaded();
        grid.set(Grid.of(dataset.imported().report(), FindingRows.marks(loaded, texts)));
        chips.set(Chips.of(dataset.reading().settings(), ReadFacts.of(dataset.imported()), texts));
        refreshSummary();
        charts.refresh();
    }

    private void refreshQuality() {
        Dataset dataset = session.dataset().get();
        if (dataset == null) {
            return;
        }
        List<ColumnShift> shifts = compare.compared()
                .get()
                .filter(compared -> compared.active() == dataset)
                .map(CompareModel.Compared::shifts)
                .orElse(List.of());
        findings.setAll(FindingRows.of(dataset.loaded(), Shift.findings(shifts), texts));
        columns.setAll(ColumnRows.of(dataset.loaded(), shifts, texts));
    }

    private void refreshSummary() {
        Dataset dataset = session.dataset().get();
        if (dataset != null) {
            String series = charts.chosen().get() == null ? "" : charts.chosen().get();
            summary.set(Summary.of(dataset, series, findings, texts));
        }
    }
}
