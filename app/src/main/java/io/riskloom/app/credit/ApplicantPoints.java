package io.riskloom.app.credit;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Scorecard.Bin;
import io.riskloom.engine.model.Scorecard.Characteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The points of one applicant: score = constant + Σ points of his bins.
 *
 * @param lines in the scorecard's order, characteristics that its regression left out not among them
 */
record ApplicantPoints(double constant, List<Line> lines, double score) {

    ApplicantPoints {
        lines = List.copyOf(lines);
    }

    /**
     * @param value the cell's text, empty where it is missing
     * @param bin   empty where no bin holds the value: it gives no points
     */
    record Line(String column, String value, Optional<Bin> bin) {
        double points() {
            return bin.map(Bin::points).orElse(0.0);
        }
    }

    /** A column that the table lacks counts as missing. */
    static ApplicantPoints of(Scorecard card, RunTable.Table table, int row) {
        List<Line> lines = new ArrayList<>();
        double score = card.constant();
        for (Characteristic c : card.characteristics()) {
            if (c.coefficient() != 0) {
                CreditColumn column = table.column(c.column());
                String value = column == null ? "" : Value.of(column, row);
                Line line = new Line(c.column(), value, bin(c, column, row));
                lines.add(line);
                score += line.points();
            }
        }
        return new ApplicantPoints(card.constant(), lines, score);
    }

    /** Odds of good to one bad that a score stands for. */
    static double odds(Scorecard card, double score) {
        return card.baseOdds() * Math.pow(2, (score - card.baseScore()) / card.pointsToDouble());
    }

    private static Optional<Bin> bin(Characteristic c, CreditColumn column, int row) {
        return switch (column) {
            case CreditColumn.Numeric n
            when !Double.isNaN(n.values()[row]) -> {
                double value = n.values()[row];
                yield first(c, b -> b.kind().equals("special") && b.low() == value)
                        .or(() -> first(c, b -> b.kind().equals("range") && b.low() <= value && value < b.high()));
            }
            case CreditColumn.Categorical k
            when k.codes()[row] >= 0 -> {
                String level = k.levels().get(k.codes()[row]);
                yield first(c, b -> b.kind().equals("levels") && b.levels().contains(level))
                        .or(() -> first(c, b -> b.kind().equals("other")));
            }
            case null, default -> first(c, b -> b.kind().equals("missing"));
        };
    }

    private static Optional<Bin> first(Characteristic c, Predicate<Bin> wanted) {
        return c.bins().stream().filter(wanted).findFirst();
    }
}
