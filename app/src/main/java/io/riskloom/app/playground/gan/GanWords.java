package io.riskloom.app.playground.gan;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Coverage;
import io.riskloom.engine.lesson.ArenaFrame.Measures;
import io.riskloom.engine.lesson.ArenaPaths;
import java.util.stream.Collectors;

/** What a frame says, in words. */
final class GanWords {

    /** Of the parts that the data has, beyond which little is missing. */
    private static final double NEARLY_ALL = 0.85;

    private static final double MOSTLY_ON = 0.6;

    private GanWords() {}

    /** 1 where the generator makes nearly all of the data, −1 where it has collapsed. */
    static int grade(ArenaFrame frame) {
        Coverage coverage = frame.coverage();
        if (coverage.collapsed()) {
            return -1;
        }
        boolean all = coverage.parts() > 0 && coverage.covered() >= NEARLY_ALL * coverage.parts();
        return all && coverage.quality() >= MOSTLY_ON && frame.step() > 0 ? 1 : 0;
    }

    static String verdict(ArenaFrame frame, Texts texts) {
        if (frame.step() == 0) {
            return texts.get("arena.verdict.start");
        }
        return frame.paths() == null ? plane(frame, texts) : paths(frame, texts);
    }

    private static String plane(ArenaFrame frame, Texts texts) {
        Coverage coverage = frame.coverage();
        Measures measures = frame.measures();
        String key = coverage.collapsed() ? "collapsed" : grade(frame) > 0 ? "good" : "part";
        return texts.get(
                "arena.verdict." + key,
                coverage.covered(),
                coverage.parts(),
                Formats.percent(coverage.quality(), 0),
                Formats.number(coverage.diversity(), 2),
                Formats.number(measures.js(), 3),
                Formats.number(measures.floor().js(), 3));
    }

    private static String paths(ArenaFrame frame, Texts texts) {
        ArenaPaths paths = frame.paths();
        return texts.get(
                frame.coverage().collapsed() ? "arena.verdict.paths.collapsed" : "arena.verdict.paths",
                Formats.number(frame.coverage().diversity(), 2),
                Formats.number(paths.kurtosisReal(), 1),
                Formats.number(paths.kurtosisFake(), 1),
                Formats.number(paths.acfReal()[0], 2),
                Formats.number(paths.acfFake()[0], 2));
    }

    /** Which networks were begun anew; empty for none. */
    static String rebuilt(ArenaFrame frame, Texts texts) {
        return frame.rebuilt().isEmpty()
                ? ""
                : texts.get(
                        "arena.rebuilt",
                        frame.rebuilt().stream()
                                .map(side -> texts.get("arena." + side))
                                .collect(Collectors.joining(texts.get("arena.and"))));
    }
}
