package io.riskloom.app.train;

import io.riskloom.app.result.DayPart;
import io.riskloom.app.text.Formats;
import io.riskloom.app.train.SplitPlan.Block;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.util.List;

/** The days of a series as the spans of one fold; every day is in exactly one part. */
final class SplitDays {

    private SplitDays() {}

    static List<Line> of(RunSpec spec, PriceHistory history) throws NoticeException {
        return Splits.dayFolds(spec, history.size()).stream()
                .map(split -> line(DayPart.of(spec, split, history.size()), history))
                .toList();
    }

    private static Line line(List<DayPart> days, PriceHistory history) {
        List<Block> blocks = days.stream()
                .map(part -> new Block(part(part, history), part.first(), part.size()))
                .toList();
        return new Line(blocks.stream().map(Block::part).toList(), blocks);
    }

    private static Part part(DayPart part, PriceHistory history) {
        return new Part(
                part.use(),
                part.size(),
                Formats.day(history.dates().get(part.first())),
                Formats.day(history.dates().get(part.last())),
                -1);
    }
}
