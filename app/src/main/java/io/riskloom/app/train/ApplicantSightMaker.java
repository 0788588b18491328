package io.riskloom.app.train;

import io.riskloom.app.result.RunWords;
import io.riskloom.app.train.ApplicantSight.Cell;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditSight;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Splits;
import java.util.List;

/**
 * Makes the inputs of a network over applicants as training would: encoded by the rows of the fold that is trained, of several
 * the last. Keeps them while neither the table nor a setting that they depend on changes. For one thread at a time.
 */
final class ApplicantSightMaker {

    /** @param settings what they depend on */
    private record Kept(List<Object> settings, CreditBook book, CreditSight sight) {}

    private Kept kept;

    /** Whether a network of the specification sees an applicant as a picture or as months. */
    static boolean sees(CreditSpec spec) {
        return spec.seesImages() || spec.seesHistory() || spec.model().equals("ensemble");
    }

    /**
     * @param row of the table, from 0
     * @throws NoticeException where the table cannot be cut as the settings say, or has no months
     */
    ApplicantSight at(CreditSpec spec, CreditBook book, int row) throws NoticeException {
        List<Object> settings = settings(spec);
        if (kept == null || kept.book() != book || !kept.settings().equals(settings)) {
            kept = null;
            kept = new Kept(settings, book, CreditSight.of(spec, book, split(spec, book)));
        }
        CreditSight sight = kept.sight();
        float[] inputs = sight.encoder().encode(sight.book(), new int[] {row})[0];
        List<Cell> cells = sight.book().features().stream()
                .map(column -> new Cell(column.name(), value(column, row)))
                .toList();
        return sight.picture().isPresent()
                ? picture(cells, sight.picture().get(), inputs, spec)
                : months(cells, sight, inputs);
    }

    private static List<Object> settings(CreditSpec spec) {
        return List.of(
                spec.model(),
                spec.members() > 1,
                spec.codes(),
                spec.seed(),
                spec.scheme(),
                spec.folds(),
                spec.fold(),
                spec.groups(),
                spec.validationShare(),
                spec.testShare());
    }

    private static StratifiedSplit split(CreditSpec spec, CreditBook book) throws NoticeException {
        List<StratifiedSplit> folds = Splits.rowFolds(spec, book);
        return spec.inFolds() && spec.fold() > 0 ? folds.get(spec.fold() - 1) : folds.getLast();
    }

    private static ApplicantSight picture(List<Cell> cells, RowPicture place, float[] inputs, CreditSpec spec) {
        int[] at = place.input();
        double[][] pixels = new double[place.side()][place.side()];
        for (int i = 0; i < at.length; i++) {
            pixels[i / place.side()][i % place.side()] = at[i] < 0 ? Double.NaN : inputs[at[i]];
        }
        return new ApplicantSight.Picture(cells, place, pixels, CreditLayers.side(spec, inputs.length));
    }

    private static ApplicantSight months(List<Cell> cells, CreditSight sight, float[] inputs) {
        CreditHistory history = sight.history();
        int[][] at = history.values(sight.encoder());
        double[][] values = new double[history.features().size()][history.steps()];
        for (int step = 0; step < history.steps(); step++) {
            for (int feature = 0; feature < values.length; feature++) {
                values[feature][step] = inputs[at[step][feature]];
            }
        }
        List<String> named = history.columns().stream()
                .map(months -> months.getFirst() + " … " + months.getLast())
                .toList();
        return new ApplicantSight.Months(cells, named, values, history.fixed());
    }

    private static String value(CreditColumn column, int row) {
        return switch (column) {
            case CreditColumn.Numeric numbers -> {
                double value = numbers.values()[row];
                yield Double.isNaN(value) ? "" : RunWords.setting(value);
            }
            case CreditColumn.Categorical categories -> {
                int code = categories.codes()[row];
                yield code < 0 ? "" : categories.levels().get(code);
            }
        };
    }
}
