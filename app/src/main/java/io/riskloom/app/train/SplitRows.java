package io.riskloom.app.train;

import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.train.SplitPlan.Block;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The applicants of a table as the parts of one fold. They are drawn by lot, so only how many there are means something: in
 * the picture each fold's test block begins where the one of the fold before ends, so that a reader sees that everybody is
 * tested once.
 */
final class SplitRows {

    private final Part training;
    private final Part validation;
    private final Part test;

    private SplitRows(StratifiedSplit split, boolean[] bad) {
        this.training = part(Use.TRAINING, split.train(), bad);
        this.validation = part(Use.VALIDATION, split.validation(), bad);
        this.test = part(Use.TEST, split.test(), bad);
    }

    static List<Line> of(CreditSpec spec, CreditBook book) throws NoticeException {
        boolean[] bad = book.bad();
        List<Line> lines = new ArrayList<>();
        int tested = 0;
        for (StratifiedSplit split : Splits.rowFolds(spec, book)) {
            SplitRows rows = new SplitRows(split, bad);
            lines.add(spec.inFolds() ? rows.line(tested) : rows.line(bad.length - rows.test.count()));
            tested += rows.test.count();
        }
        return lines;
    }

    /** Drawn without regard to a label, which the table may lack. */
    static List<Line> unusual(AnomalySpec spec, CreditBook book) throws NoticeException {
        SplitRows rows = new SplitRows(Splits.rows(Specs.with(spec, "repeats", 1), book), book.bad());
        return List.of(rows.line(book.size() - rows.test.count()));
    }

    private static Part part(Use use, int[] rows, boolean[] bad) {
        if (bad.length == 0) {
            return new Part(use, rows.length, "", "", Part.UNTOLD);
        }
        int count = 0;
        for (int row : rows) {
            count += bad[row] ? 1 : 0;
        }
        return new Part(use, rows.length, "", "", count);
    }

    /** Validation stands before the test block, or after it where there is no room; training takes the rest. */
    private Line line(int testFrom) {
        boolean before = testFrom >= validation.count();
        int validationFrom = before ? testFrom - validation.count() : testFrom + test.count();
        int from = Math.min(testFrom, validationFrom);
        int to = from + validation.count() + test.count();
        List<Block> blocks = Stream.of(
                        new Block(training, 0, from),
                        new Block(validation, validationFrom, validation.count()),
                        new Block(test, testFrom, test.count()),
                        new Block(training, to, training.count() - from))
                .filter(block -> block.count() > 0)
                .sorted(Comparator.comparingInt(Block::first))
                .toList();
        return new Line(List.of(training, validation, test), blocks);
    }
}
