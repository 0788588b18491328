package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.GroupRates;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.ProportionDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Groups of a column at a cut-off, in words: their rates, their gaps to the group of the highest approval rate. */
final class FairnessModel {

    /** The four-fifths rule (EEOC 1978): a ratio of approval rates below it counts as adverse impact. */
    static final double FOUR_FIFTHS = 0.8;

    private final GroupCut cut;
    private final GroupRates rates;
    private final Texts texts;

    FairnessModel(GroupCut cut, Details.OfCredit details, double cutOff, Texts texts) {
        this.cut = cut;
        this.texts = texts;
        this.rates = GroupRates.of(cut.group(), cut.names().size(), details.probabilityBad(), details.bad(), cutOff);
    }

    /**
     * A group's line.
     *
     * @param cells name, applicants, approval rate, bad rate, bad refused, good refused, bad among approved
     * @param gaps  name, then approval, impact ratio, bad refused, good refused, each less the reference; dashes for that itself
     */
    record Line(List<String> cells, List<String> gaps) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int g = 0; g < cut.names().size(); g++) {
            GroupRates.Rates of = rates.groups().get(g);
            lines.add(new Line(
                    List.of(
                            cut.names().get(g),
                            Formats.number(of.n(), 0),
                            words(of.approval()),
                            words(of.badRate()),
                            words(of.badRefused()),
                            words(of.goodRefused()),
                            words(of.badApproved())),
                    gaps(g)));
        }
        return lines;
    }

    private List<String> gaps(int g) {
        if (g == rates.reference()) {
            return List.of(cut.names().get(g), texts.get("credit.fairness.reference"), "", "", "");
        }
        GroupRates.Gap gap = rates.gap(g, rates.reference());
        return List.of(
                cut.names().get(g),
                words(gap.approval()),
                ratio(gap.impact()),
                words(gap.badRefused()),
                words(gap.goodRefused()));
    }

    private static String words(Proportion of) {
        return Double.isNaN(of.value())
                ? Formats.percent(Double.NaN, 1)
                : Formats.percent(of.value(), 1) + " (" + Formats.number(100 * of.low(), 0) + " – "
                        + Formats.percent(of.high(), 0) + ")";
    }

    /** In percentage points. */
    private String words(ProportionDifference of) {
        return Double.isNaN(of.value())
                ? Formats.percent(Double.NaN, 1)
                : texts.get(
                        "credit.interval.around",
                        MetricWords.signed(100 * of.value(), 1),
                        texts.get(
                                "credit.interval",
                                MetricWords.signed(100 * of.low(), 1),
                                MetricWords.signed(100 * of.high(), 1)));
    }

    private static String ratio(GroupRates.Ratio of) {
        return Double.isNaN(of.value())
                ? Formats.percent(Double.NaN, 1)
                : Formats.number(of.value(), 2) + " (" + Formats.number(of.low(), 2) + " – "
                        + Formats.number(of.high(), 2) + ")";
    }

    /** −1 where any group surely fails the four-fifths rule, 1 where surely none does, 0 where it is open. */
    int grade() {
        if (impact(least(others(), GroupRates.Ratio::high)).high() < FOUR_FIFTHS) {
            return -1;
        }
        return impact(least(others(), GroupRates.Ratio::low)).low() >= FOUR_FIFTHS ? 1 : 0;
    }

    /** What the table says, in a sentence. */
    String sentence() {
        if (cut.names().size() < 2) {
            return texts.get("credit.fairness.one");
        }
        int named = named();
        GroupRates.Ratio ratio = impact(named);
        if (Double.isNaN(ratio.value())) {
            return texts.get("credit.fairness.noneApproved");
        }
        String key =
                switch (grade()) {
                    case 1 -> "credit.fairness.sentence.holds";
                    case 0 ->
                        ratio.value() >= FOUR_FIFTHS
                                ? "credit.fairness.sentence.likely"
                                : "credit.fairness.sentence.open";
                    default -> "credit.fairness.sentence.fails";
                };
        return texts.get(
                key,
                cut.names().get(named),
                cut.names().get(rates.reference()),
                Formats.number(ratio.value(), 2),
                Formats.number(ratio.low(), 2),
                Formats.number(ratio.high(), 2));
    }

    /**
     * Of the groups that miss the rule the surest, whose interval ends lowest, so that a tiny one hides no larger one; where none
     * misses it, the one of the lowest rate if the rule surely holds, else the one that leaves it most open.
     */
    private int named() {
        List<Integer> missed =
                others().stream().filter(g -> impact(g).value() < FOUR_FIFTHS).toList();
        if (!missed.isEmpty()) {
            return least(missed, GroupRates.Ratio::high);
        }
        return least(others(), grade() == 1 ? GroupRates.Ratio::value : GroupRates.Ratio::low);
    }

    private List<Integer> others() {
        return IntStream.range(0, cut.names().size())
                .filter(g -> g != rates.reference())
                .boxed()
                .toList();
    }

    private int least(List<Integer> groups, ToDoubleFunction<GroupRates.Ratio> figure) {
        return groups.stream()
                .min(Comparator.comparingDouble(g -> figure.applyAsDouble(impact(g))))
                .orElse(rates.reference());
    }

    private GroupRates.Ratio impact(int g) {
        return rates.gap(g, rates.reference()).impact();
    }

    /** Approval rates group by group with the ends of their intervals. */
    DotChart chart() {
        return new DotChart(
                cut.names(),
                List.of(
                        dots("credit.fairness.column.2", GroupRates.Rates::approval, Tone.ACCENT, false),
                        dots("credit.fairness.column.4", GroupRates.Rates::badRefused, Tone.GOOD, true),
                        dots("credit.fairness.column.5", GroupRates.Rates::goodRefused, Tone.BAD, true)),
                texts.get("credit.fairness.axis"),
                false);
    }

    private DotChart.Dots dots(String key, Function<GroupRates.Rates, Proportion> rate, Tone tone, boolean hollow) {
        double[][] values = rates.groups().stream()
                .map(of -> new double[] {100 * rate.apply(of).value()})
                .toArray(double[][]::new);
        return new DotChart.Dots(texts.get(key), values, tone, hollow);
    }
}
