package io.riskloom.app.data;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.result.Figure;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Refusal;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Shift;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
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

    private final Session session;
    private final Texts texts;
    private final List<Path> samples;
    private final FilesModel files;
    private final CorrectionsModel corrections;
    private final CompareModel compare;
    private final ObservableList<String> choices = FXCollections.observableArrayList();
    private final ObjectProperty<String> choice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel> chart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Grid> grid = new ReadOnlyObjectWrapper<>(Grid.EMPTY);
    private final ReadOnlyObjectWrapper<List<Chip>> chips = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<ColumnRow> columns = FXCollections.observableArrayList();
    private final ObservableList<FindingRow> findings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<DraftModel> draft = new ReadOnlyObjectWrapper<>();
    private boolean choosing;

    /** @param samples files that come with the product */
    public DataViewModel(Session session, Texts texts, List<Path> samples) {
        this.session = session;
        this.texts = texts;
        this.samples = List.copyOf(samples);
        this.files = new FilesModel(session.data());
        this.corrections = new CorrectionsModel(session, texts);
        this.compare = new CompareModel(session);
        session.dataset().subscribe(this::loaded);
        choice.subscribe(() -> {
            if (!choosing) {
                refreshChart();
            }
        });
        texts.locale().subscribe(this::refresh);
        compare.compared().addListener((compared, before, now) -> refreshQuality());
        session.data().refused().addListener((InvalidationListener) change -> nextRefused());
        nextRefused();
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
        return draft.getReadOnlyProperty();
    }

    /** Looks for other settings for the active file. */
    void check() {
        Dataset dataset = session.dataset().get();
        draft.set(new DraftModel(session, texts, dataset.file(), dataset.reading(), () -> {
            draft.set(null);
            nextRefused();
        }));
    }

    private void nextRefused() {
        if (draft.get() == null && !session.data().refused().isEmpty()) {
            Refusal refusal = session.data().refused().getFirst();
            draft.set(new DraftModel(session, texts, refusal.file(), refusal.reading(), () -> {
                draft.set(null);
                session.data().setAside(refusal);
                nextRefused();
            }));
        }
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

    /** What the chart of a credit column leaves out: missing cells and rare levels; else empty. */
    StringBinding remark() {
        return Bindings.createStringBinding(
                () -> column().map(column -> Distribution.remark(column, texts)).orElse(""), chart, texts.locale());
    }

    void open(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            leaveDraft();
            files.open(chosen);
        }
    }

    void show(Dataset dataset) {
        leaveDraft();
        files.show(dataset);
    }

    /** A check of a file that is active no longer ends; a refused file waits on. */
    private void endCheck(Dataset active) {
        DraftModel open = draft.get();
        boolean refused = open != null
                && session.data().refused().stream().anyMatch(r -> r.file().equals(open.file()));
        if (open != null && !refused && (active == null || !active.file().equals(open.file()))) {
            open.cancel();
        }
    }

    private void leaveDraft() {
        if (draft.get() != null) {
            draft.get().cancel();
        }
    }

    void train() {
        session.page().set("train");
    }

    private void loaded(Dataset dataset) {
        endCheck(dataset);
        if (dataset == null) {
            summary.set(null);
            return;
        }
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
        String before = choice.get();
        choices.setAll(names);
        choice.set(names.contains(before) ? before : names.isEmpty() ? null : names.getFirst());
        choosing = false;
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
        refreshChart();
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

    private void refreshChart() {
        Dataset dataset = session.dataset().get();
        if (dataset != null) {
            summary.set(Summary.of(dataset, choice.get() == null ? "" : choice.get(), findings, texts));
            chart.set(chartOf(dataset.imported()));
        }
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

    /** The spread of the chosen series' returns; none for a credit table. */
    Optional<ChartModel> returns() {
        return session.dataset().get() != null && session.dataset().get().imported() instanceof Imported.Prices prices
                ? Optional.of(Returns.of(prices.seriesNamed(choice.get()), texts))
                : Optional.empty();
    }

    private Optional<CreditColumn> column() {
        return session.dataset().get() != null && session.dataset().get().imported() instanceof Imported.Credit credit
                ? credit.book().features().stream()
                        .filter(column -> column.name().equals(choice.get()))
                        .findFirst()
                : Optional.empty();
    }
}
