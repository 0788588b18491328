package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.model.Run;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attributions and their controls in words. */
final class ActivationWords {

    /** Days that a sentence names. */
    private static final int NAMED = 3;

    private static final double ALIKE = 0.7;
    private static final double APART = 0.3;

    private final Texts texts;

    ActivationWords(Texts texts) {
        this.texts = texts;
    }

    /** What is explained, such as the log-odds of up. */
    String explained(Run run) {
        return texts.get("inside.activation.explained." + run.spec().task());
    }

    /** What values of the heat are. */
    String heat(Evidence evidence) {
        return evidence.signed()
                ? texts.get(
                        "inside.activation.contribution",
                        explained(evidence.seen().run()))
                : texts.get("inside.activation.share");
    }

    /** What was weighed and how it adds up. */
    String about(Evidence evidence) {
        Attribution a = evidence.attribution();
        String what = explained(evidence.seen().run());
        if (!evidence.signed()) {
            return texts.get("inside.activation.about.cam", a.layer(), what, Formats.compact(a.logit()));
        }
        double way = a.logit() - a.baseline();
        String gap = way == 0 ? Formats.compact(a.gap()) : Formats.percent(a.gap() / Math.abs(way), 2);
        return texts.get(
                "inside.activation.about.gradients",
                what,
                Formats.compact(a.baseline()),
                Formats.compact(a.logit()),
                Formats.compact(sum(a.cells())),
                Formats.compact(way),
                gap);
    }

    private static double sum(double[][] cells) {
        return Arrays.stream(cells).flatMapToDouble(Arrays::stream).sum();
    }

    /** The days that bear most. */
    String strongest(Evidence evidence) {
        double[] days = evidence.days();
        List<LocalDate> dates = evidence.seen().inputs().dates();
        String named = IntStream.range(0, days.length)
                .filter(day -> days[day] != 0)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(days[b]), Math.abs(days[a])))
                .limit(NAMED)
                .map(day -> Formats.day(dates.get(day)) + " ("
                        + (evidence.signed() ? Formats.compact(days[day]) : Formats.percent(days[day] / 100, 1)) + ")")
                .collect(Collectors.joining(texts.get("inside.activation.and")));
        return named.isEmpty()
                ? texts.get("inside.activation.nothing")
                : texts.get("inside.activation.strongest", named);
    }

    /** Whether the map would have been the same without learning. */
    String control(double likeness) {
        if (Double.isNaN(likeness)) {
            return texts.get("inside.activation.control.none");
        }
        String key = likeness >= ALIKE ? "alike" : likeness >= APART ? "between" : "apart";
        return texts.get("inside.activation.control." + key, Formats.number(likeness, 2));
    }

    /** What deletion and insertion say, in one sentence with its figures. */
    String verdict(Run run, Faithfulness f) {
        Trial.Verdict verdict = Trial.verdict(f);
        String key = verdict == Trial.Verdict.HOLDS && f.likeness() >= ALIKE
                ? "alike"
                : verdict.name().toLowerCase(Locale.ROOT).replace("_only", "");
        double[] range = Trial.range(f);
        return texts.get(
                "inside.activation.trial." + key,
                answer(run, f.deletionArea()),
                answer(run, f.insertionArea()),
                answer(run, f.randomDeletionArea()),
                Formats.number(f.likeness(), 2),
                answer(run, range[0]),
                answer(run, range[1]));
    }

    /** A probability in percent, or a forecast. */
    static String answer(Run run, double value) {
        return probability(run) ? Formats.percent(value, 1) : Formats.compact(value);
    }

    static boolean probability(Run run) {
        return !run.spec().task().equals("forecast");
    }

    /** A layer that can be weighed. */
    String layer(String name) {
        return name.isEmpty() ? texts.get("inside.activation.deepest") : name;
    }
}
