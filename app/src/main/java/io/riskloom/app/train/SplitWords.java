package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.engine.model.RunSpec;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * How the data is cut, in words.
 *
 * @param unit what a row of a price series spans
 */
record SplitWords(SplitPlan plan, BarUnit unit, Texts texts) {

    /** How often what is trained: {@code 5 folds × 3 seeds = 15 runs}; empty for a single run on a hold-out. */
    String runs() {
        int folds = plan.lines().size();
        if (plan.chosen() >= 0) {
            return texts.get("train.split.single", plan.chosen() + 1, folds);
        }
        if (!plan.inFolds()) {
            return plan.seeds() == 1 ? "" : texts.get("train.split.seeds", plan.seeds());
        }
        return plan.seeds() == 1
                ? texts.get("train.split.folds", folds)
                : texts.get("train.split.foldsAndSeeds", folds, plan.seeds(), plan.runs());
    }

    /** What the scheme means. */
    String note() {
        boolean days = plan.lines().getFirst().parts().getFirst().ofDays();
        if (days && !gaps()) {
            return texts.get("train.split.note." + plan.scheme() + ".whole");
        }
        return texts.get("train.split.note." + plan.scheme() + (plan.inFolds() ? "" : days ? ".dates" : ".applicants"));
    }

    private boolean gaps() {
        return plan.largest().count(Use.PURGED) + plan.largest().count(Use.EMBARGO) > 0;
    }

    /** How several networks divide training and validation among them; empty where one learns. */
    String shared(RunSpec spec) {
        if (MemoryPlan.networks(spec) == 1) {
            return "";
        }
        int all = plan.count(Use.TRAINING) + plan.count(Use.VALIDATION);
        int out = SampleRows.validation(spec, plan);
        return texts.get(
                "train.split.shared", Formats.number(all, 0), Formats.number(all - out, 0), Formats.number(out, 0));
    }

    /** What of a line stands beside it: the days of its test, or how many of the tested are bad. */
    String test(Line line) {
        Part test = line.part(Use.TEST);
        return test.ofDays()
                ? texts.get("train.split.tested", test.from(), test.to())
                : texts.get("train.split.badRate", Formats.percent(test.badRate(), 1));
    }

    /** All that is known of a part, over two lines. */
    String whole(Line line, Part part) {
        String name = texts.get("train.split." + part.use()) + " · " + size(part.ofDays(), part.count());
        String about = below(part);
        String fold =
                plan.inFolds() ? texts.get("train.split.fold", plan.lines().indexOf(line) + 1) + " · " : "";
        return fold + name + "\n" + about;
    }

    /** Span or bad rate. */
    String below(Part part) {
        return switch (part.bad()) {
            case Part.DAYS -> texts.get("train.split.span", part.from(), part.to());
            case Part.UNTOLD -> texts.get("train.split.untold");
            default -> texts.get("train.split.bad", Formats.number(part.bad(), 0), Formats.percent(part.badRate(), 1));
        };
    }

    /** How many there are of a use in a line, from the least to the most; of gaps, how many times how many. */
    String size(Use use) {
        if (use == Use.PURGED || use == Use.EMBARGO) {
            List<Part> gaps = plan.largest().parts().stream()
                    .filter(part -> part.use() == use)
                    .toList();
            int widest = gaps.stream().mapToInt(Part::count).max().orElse(0);
            return gaps.size() == 1
                    ? size(true, widest)
                    : texts.get("train.split.times", gaps.size(), size(true, widest));
        }
        IntSummaryStatistics counts = plan.lines().stream()
                .mapToInt(line -> line.count(use))
                .filter(count -> count > 0)
                .summaryStatistics();
        boolean days = plan.lines().getFirst().parts().getFirst().ofDays();
        String most = size(days, counts.getMax());
        return counts.getMin() == counts.getMax()
                ? most
                : texts.get("train.split.range", Formats.number(counts.getMin(), 0), most);
    }

    /** How many applicants a line stands for. */
    String all() {
        return size(false, plan.total());
    }

    private String size(boolean days, int count) {
        String number = Formats.number(count, 0);
        if (!days) {
            return texts.get("train.split.applicantCount", number);
        }
        return unit == BarUnit.DAY
                ? texts.get("train.split.days", number)
                : texts.get("train.split.bars", number, unit.many(texts));
    }
}
