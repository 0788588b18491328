package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Scorecard.Bin;
import io.riskloom.engine.model.Scorecard.Characteristic;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A scorecard as tables, in the reader's language. */
final class ScorecardModel {

    /** Information values from which a column is weak, medium, strong and suspicious (Siddiqi 2006). */
    private static final double[] STRENGTHS = {0.02, 0.1, 0.3, 0.5};

    private static final List<String> NAMES = List.of("none", "weak", "medium", "strong", "suspicious");

    private final Scorecard card;
    private final Texts texts;

    ScorecardModel(Scorecard card, Texts texts) {
        this.card = card;
        this.texts = texts;
    }

    Scorecard card() {
        return card;
    }

    /** How much a column tells by its information value: none, weak, medium, strong or suspicious. */
    static String strength(double informationValue) {
        int at = 0;
        while (at < STRENGTHS.length && informationValue >= STRENGTHS[at]) {
            at++;
        }
        return NAMES.get(at);
    }

    /** What the points mean. */
    String statement() {
        return texts.get(
                card.constant() == 0 ? "credit.scorecard.statement" : "credit.scorecard.statement.constant",
                Value.number(card.baseScore()),
                Value.number(card.baseOdds()),
                Value.number(card.pointsToDouble()),
                Formats.number(card.constant(), 1));
    }

    /** Column, information value, its words, coefficient. */
    List<String> line(Characteristic c) {
        return List.of(
                c.column(),
                Formats.number(c.informationValue(), 3),
                texts.get("credit.scorecard.strength." + strength(c.informationValue())),
                c.coefficient() == 0 ? texts.get("credit.scorecard.leftOut") : coefficient(c));
    }

    private static String coefficient(Characteristic c) {
        String words = MetricWords.number(c.coefficient(), 2);
        return Double.isNaN(c.standardError()) ? words : words + " ± " + Formats.number(c.standardError(), 2);
    }

    /** Bin, applicants with their share, bad rate, WoE, points. */
    List<String> line(Characteristic of, Bin bin) {
        int all = of.bins().stream().mapToInt(b -> b.good() + b.bad()).sum();
        int size = bin.good() + bin.bad();
        return List.of(
                BinWords.of(bin, texts),
                Formats.number(size, 0),
                Formats.percent(all == 0 ? Double.NaN : (double) size / all, 1),
                Formats.percent(size == 0 ? Double.NaN : (double) bin.bad() / size, 1),
                MetricWords.signed(bin.woe(), 3),
                MetricWords.number(bin.points(), 1));
    }

    /** Weight of evidence bin by bin: right of zero the bin has more good applicants than the whole. */
    BarChart evidence(Characteristic c) {
        return new BarChart(
                c.bins().stream()
                        .map(b -> new BarChart.Bar(BinWords.of(b, texts), b.woe(), b.woe() < 0 ? Tone.BAD : Tone.GOOD))
                        .toList(),
                texts.get("credit.scorecard.woe.axis"));
    }

    /**
     * A line a bin: column, information_value, coefficient, kind, low, high, levels, good, bad, bad_rate, woe, points; then, the
     * same on each, what turns points into odds: constant, base_score, base_odds, points_to_double.
     */
    void csv(Writer out) throws IOException {
        out.write("column,information_value,coefficient,kind,low,high,levels,good,bad,bad_rate,woe,points,"
                + "constant,base_score,base_odds,points_to_double\n");
        for (Characteristic c : card.characteristics()) {
            for (Bin b : c.bins()) {
                out.write(String.join(
                                ",",
                                Csv.text(c.column()),
                                Csv.number(c.informationValue()),
                                Csv.number(c.coefficient()),
                                b.kind(),
                                Csv.number(b.low()),
                                Csv.number(b.high()),
                                Csv.text(String.join(" | ", b.levels())),
                                String.valueOf(b.good()),
                                String.valueOf(b.bad()),
                                Csv.number((double) b.bad() / (b.good() + b.bad())),
                                Csv.number(b.woe()),
                                Csv.number(b.points()),
                                Csv.number(card.constant()),
                                Csv.number(card.baseScore()),
                                Csv.number(card.baseOdds()),
                                Csv.number(card.pointsToDouble()))
                        + "\n");
            }
        }
    }
}
