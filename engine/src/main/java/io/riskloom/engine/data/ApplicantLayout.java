package io.riskloom.engine.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a long file of applicants is written: its encoding, columns and decimal mark, found by a pass over all of it. */
final class ApplicantLayout {

    private final Path path;
    private final String name;
    private final StreamEncoding encoding;
    private final ReadSettings settings;
    private final int block;
    private final ColumnPlans plans;
    private final List<String> columns;
    private final List<String> identifiers;
    private final String target;
    private final boolean[] minus;
    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    private ApplicantLayout(
            Path path,
            String name,
            StreamEncoding encoding,
            ReadSettings settings,
            int block,
            Profile profile,
            ColumnPlans plans,
            ApplicantNames names) {
        this.path = path;
        this.name = name;
        this.encoding = encoding;
        this.settings = settings;
        this.block = block;
        this.plans = plans;
        this.columns = plans.columns().stream().map(ColumnPlan::name).toList();
        this.identifiers = names.identifiers();
        this.target = names.target();
        this.minus = new boolean[profile.columns().size()];
        for (int i = 0; i < columns.size(); i++) {
            minus[plans.sources().get(i)] = plans.columns().get(i).minusIsLevel();
        }
        profile.body().tell(warnings);
        warnings.addAll(plans.warnings());
        if (encoding.guessed()) {
            String charset = encoding.charset().name();
            warnings.add(new ImportReport.Warning(0, "", Notice.of("data.warn.encoding", "", "", charset)));
        }
    }

    /** @param numeric for each column that is wanted whether it holds numbers */
    static ApplicantLayout of(
            Path path, ReadSettings settings, Map<String, Boolean> numeric, int block, Progress progress)
            throws DataException, IOException {
        String name = TextFile.nameOf(path);
        if (Files.isDirectory(path)) {
            throw new DataException("data.error.folder", name, 0, "", "", "");
        }
        try {
            StreamEncoding encoding = StreamEncoding.of(path, name, settings.encoding());
            Map<String, String> roles = new HashMap<>(settings.roles());
            numeric.forEach((column, numbers) -> roles.put(column, numbers ? Roles.NUMBER : Roles.CATEGORY));
            return read(path, name, encoding, settings.withRoles(roles), numeric.keySet(), block, progress);
        } catch (NoSuchFileException e) {
            throw new DataException("data.error.notFound", name, 0, "", "", path.toString());
        }
    }

    private static ApplicantLayout read(
            Path path,
            String name,
            StreamEncoding encoding,
            ReadSettings settings,
            Set<String> known,
            int block,
            Progress progress)
            throws DataException, IOException {
        try (TextBlocks blocks = TextBlocks.open(path, name, encoding, settings, block, progress)) {
            Opened first = blocks.first();
            ApplicantNames names = ApplicantNames.of(first, settings, known);
            Profile profile = Profile.of(first, settings, new Body(first, blocks), Integer.MAX_VALUE, known);
            profile.body().refuseRagged();
            ColumnPlans plans = ColumnPlans.of(profile, first, settings);
            plans.refuseMixedMarks(profile, first.text(), settings);
            ApplicantLayout layout = new ApplicantLayout(path, name, encoding, settings, block, profile, plans, names);
            layout.warnings.addAll(0, blocks.warnings());
            return layout;
        }
    }

    TextBlocks blocks(Progress progress) throws DataException, IOException {
        return TextBlocks.open(path, name, encoding, settings, block, progress);
    }

    String name() {
        return name;
    }

    /** Names of all columns. */
    List<String> columns() {
        return columns;
    }

    /** Names of the columns that tell applicants apart. */
    List<String> identifiers() {
        return identifiers;
    }

    /** Name of the column that tells what became of the applicants, empty where there is none. */
    String target() {
        return target;
    }

    /** Position of a column in the file, −1 where it has none of that name. */
    int place(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? -1 : plans.sources().get(at);
    }

    Numbers.Style style() {
        return plans.style();
    }

    boolean minusIsLevel(String column) {
        int at = columns.indexOf(column);
        return at >= 0 && plans.columns().get(at).minusIsLevel();
    }

    /** Whether a cell is missing, by its place in the file. */
    boolean missing(Row row, int cell) {
        return Cells.missing(row.text, row.start(cell), row.length(cell))
                && !(row.length(cell) == 1 && row.text[row.start(cell)] == '-' && minus[cell]);
    }

    /** The target's texts of bad applicants where the reader names them. */
    List<String> bad() {
        return settings.bad();
    }

    List<ImportReport.Warning> warnings() {
        return warnings;
    }
}
