package io.riskloom.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of applicants of any length, read in portions, with the same result as {@link CsvReader#readForScoring} gives at once:
 * no row is left out but empty ones at the end. A first pass over the file tells how it is written, a second one reads it.
 */
public final class ApplicantStream implements AutoCloseable {

    /** Share of the work that is done when the second pass begins. */
    private static final double LOOKED_OVER = 0.2;

    private final TextBlocks blocks;
    private final Body body;
    private final ApplicantLayout layout;
    private final String file;
    private final List<ApplicantCells> cells = new ArrayList<>();
    private final int[] places;
    private final BadCells[] bad;
    private final Map<String, Integer> texts;
    private final Row row = new Row();
    private final EmptyRows empty = new EmptyRows();
    private boolean begun;

    private ApplicantStream(
            Path path, TextBlocks blocks, ApplicantLayout layout, Map<String, Boolean> numeric, Set<String> wanted)
            throws DataException {
        this.file = path.toString();
        this.blocks = blocks;
        this.layout = layout;
        this.body = new Body(blocks.first(), blocks);
        this.texts = new HashMap<>();
        wanted.stream().filter(name -> layout.place(name) >= 0).forEach(name -> texts.put(name, layout.place(name)));
        List<String> columns = List.copyOf(numeric.keySet());
        this.places = columns.stream().mapToInt(layout::place).toArray();
        this.bad = new BadCells[places.length];
        for (int i = 0; i < places.length; i++) {
            String name = columns.get(i);
            cells.add(ApplicantCells.of(name, numeric.get(name), layout.minusIsLevel(name), layout.style()));
            bad[i] = new BadCells();
        }
    }

    /**
     * @param numeric for each column that is wanted whether it holds numbers
     * @param outcomes whether the cells of the target column are wanted as they are written, beside those of the identifiers
     * @param progress hears what share of the work is done; may end it
     * @throws DataException as {@link CsvReader#readForScoring}, {@code data.error.cancelled}
     */
    public static ApplicantStream open(
            Path path, ReadSettings settings, Map<String, Boolean> numeric, boolean outcomes, Progress progress)
            throws DataException, IOException {
        return open(path, settings, numeric, outcomes, TextBlocks.BLOCK, progress);
    }

    static ApplicantStream open(
            Path path,
            ReadSettings settings,
            Map<String, Boolean> numeric,
            boolean outcomes,
            int block,
            Progress progress)
            throws DataException, IOException {
        try {
            ApplicantLayout layout =
                    ApplicantLayout.of(path, settings, numeric, block, share -> progress.on(LOOKED_OVER * share));
            Set<String> wanted = new HashSet<>(layout.identifiers());
            if (outcomes) {
                wanted.add(layout.target());
            }
            TextBlocks blocks = layout.blocks(share -> progress.on(LOOKED_OVER + (1 - LOOKED_OVER) * share));
            return new ApplicantStream(path, blocks, layout, numeric, wanted);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Names of all columns of the file. */
    public List<String> columns() {
        return layout.columns();
    }

    /** Names of the columns that tell applicants apart, in the file's order. */
    public List<String> identifiers() {
        return layout.identifiers();
    }

    /**
     * The next applicants, empty at the end.
     *
     * @throws DataException {@code data.error.headerOnly} where there is not one
     */
    public Optional<Applicants> next(int most) throws DataException, IOException {
        int[] lines = new int[most];
        Map<String, String[]> written = new HashMap<>();
        texts.keySet().forEach(name -> written.put(name, new String[most]));
        int size = 0;
        try {
            while (size < most && advance()) {
                lines[size] = empty.replays() ? empty.line() : row.line;
                add(size++, written);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!begun && size == 0) {
            throw new DataException("data.error.headerOnly", layout.name(), 0, "", "", "");
        }
        begun = true;
        return size == 0 ? Optional.empty() : Optional.of(portion(lines, size, written));
    }

    /** To the next row to be given: empty ones only once a filled one follows. */
    private boolean advance() throws DataException {
        if (empty.advance()) {
            return true;
        }
        while (body.next(row)) {
            if (filled()) {
                empty.filled();
                return true;
            }
            empty.add(row.line);
        }
        return false;
    }

    private boolean filled() {
        for (int i = 0; i < row.cells; i++) {
            if (!layout.missing(row, i)) {
                return true;
            }
        }
        return false;
    }

    private void add(int at, Map<String, String[]> written) {
        boolean blank = empty.replays();
        for (int i = 0; i < places.length; i++) {
            if (blank || places[i] < 0) {
                cells.get(i).addMissing();
            } else if (!cells.get(i).add(row, places[i])) {
                bad[i].add(row, places[i]);
            }
        }
        written.forEach((name, column) -> column[at] = blank ? "" : row.cell(texts.get(name)));
    }

    private Applicants portion(int[] lines, int size, Map<String, String[]> written) {
        List<CreditColumn> columns = cells.stream().map(ApplicantCells::take).toList();
        CreditBook book = new CreditBook(
                layout.name(), columns, "", "", "", new boolean[0], List.of(), new Source(file, "", size));
        written.replaceAll((name, column) -> Arrays.copyOf(column, size));
        return new Applicants(book, Arrays.copyOf(lines, size), written);
    }

    /** What a reader should know about the file as far as it is read: how it is written, cells taken as missing. */
    public List<ImportReport.Warning> warnings() {
        List<ImportReport.Warning> warnings = new ArrayList<>(layout.warnings());
        for (int i = 0; i < bad.length; i++) {
            bad[i].tell(ColumnPlan.of(cells.get(i).name, ColumnPlan.Type.NUMBER), warnings);
        }
        return warnings;
    }

    /** Name of the column that tells what became of the applicants, empty where the file has none. */
    public String target() {
        return layout.target();
    }

    /** Gathers what became of the applicants from the texts of {@link #target}. */
    public Outcomes outcomes() {
        return new Outcomes(layout.target(), layout.bad(), layout.style());
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
