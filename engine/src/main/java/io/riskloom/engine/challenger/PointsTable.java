package io.riskloom.engine.challenger;

import io.riskloom.engine.feature.WoeBins;
import io.riskloom.engine.model.Scorecard;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scorecard's regression as points (Siddiqi 2006): score = offset + factor · ln(odds good : bad) with factor = PDO / ln 2 and
 * offset = base score − factor · ln(base odds). The regression's constant and the offset are spread evenly over the columns
 * used: a bin earns offset / n − factor · (constant / n + weight · WoE). Points are not rounded, so that an applicant's sum
 * gives back the regression's probability exactly.
 */
final class PointsTable {

    private final double factor;
    private final double offset;
    private final WoeScorecard card;

    private PointsTable(WoeScorecard card, double pointsToDouble, double baseScore, double baseOdds) {
        this.card = card;
        this.factor = pointsToDouble / Math.log(2);
        this.offset = baseScore - factor * Math.log(baseOdds);
    }

    static Scorecard of(WoeScorecard card, double pointsToDouble, double baseScore, double baseOdds) {
        PointsTable table = new PointsTable(card, pointsToDouble, baseScore, baseOdds);
        double constant = card.used().length == 0 ? table.share(1) : 0;
        return new Scorecard(pointsToDouble, baseScore, baseOdds, constant, table.characteristics());
    }

    /** Points of an applicant of WoE 0 throughout, over {@code columns} columns. */
    private double share(int columns) {
        return (offset - factor * card.regression().constant()) / columns;
    }

    private List<Scorecard.Characteristic> characteristics() {
        int[] used = card.used();
        return IntStream.range(0, card.columns().size())
                .mapToObj(i -> {
                    int place = IntStream.range(0, used.length)
                            .filter(j -> used[j] == i)
                            .findFirst()
                            .orElse(-1);
                    return characteristic(card.columns().get(i), place, used.length);
                })
                .toList();
    }

    private Scorecard.Characteristic characteristic(WoeBins column, int place, int columns) {
        boolean used = place >= 0;
        double weight = used ? card.regression().weights()[place] : 0;
        double error = used ? card.regression().standardErrors()[place] : Double.NaN;
        List<Scorecard.Bin> bins = column.bins().stream()
                .map(bin -> bin(bin, used ? share(columns) - factor * weight * bin.woe() : 0))
                .toList();
        return new Scorecard.Characteristic(column.column(), column.informationValue(), weight, error, bins);
    }

    private static Scorecard.Bin bin(WoeBins.Bin bin, double points) {
        return new Scorecard.Bin(
                bin.kind(), bin.low(), bin.high(), bin.levels(), bin.good(), bin.bad(), bin.woe(), points);
    }
}
