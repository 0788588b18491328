package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.WoeBins;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Scorecard;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointsTableTest {

    private static final double OPEN = Double.POSITIVE_INFINITY;

    /**
     * PDO 20 at 600 and 50 : 1: factor 28.8539, offset 600 − 28.8539 · ln 50 = 487.1229. With constant −1 and two columns of
     * weights −0.9 and −0.5, WoE 0.4 earns (487.1229 + 28.8539) / 2 + 28.8539 · 0.9 · 0.4 = 257.9884 + 10.3874.
     */
    @Test
    void pointsAreThoseByHand() {
        WoeBins age = new WoeBins(
                "age",
                true,
                List.of(
                        new WoeBins.Bin("range", -OPEN, 30, List.of(), 40, 30, -0.6),
                        new WoeBins.Bin("range", 30, OPEN, List.of(), 60, 20, 0.4)));
        WoeBins noise =
                new WoeBins("noise", true, List.of(new WoeBins.Bin("range", -OPEN, OPEN, List.of(), 100, 50, 0)));
        WoeBins home = new WoeBins("home", false, List.of(new WoeBins.Bin("levels", 0, 0, List.of("own"), 1, 1, 1.2)));
        LogisticRegression regression =
                new LogisticRegression(-1, new double[] {-0.9, -0.5}, 0.1, new double[] {0.2, 0.3}, 5, true);
        WoeScorecard card = new WoeScorecard(List.of(age, noise, home), new int[] {0, 2}, regression);
        Scorecard points = PointsTable.of(card, 20, 600, 50);
        assertEquals(
                List.of(20.0, 600.0, 50.0, 0.0),
                List.of(points.pointsToDouble(), points.baseScore(), points.baseOdds(), points.constant()));
        assertEquals(
                257.9884 - 15.5811,
                points.characteristics().get(0).bins().get(0).points(),
                1e-3);
        assertEquals(
                257.9884 + 10.3874,
                points.characteristics().get(0).bins().get(1).points(),
                1e-3);
        assertEquals(
                257.9884 + 17.3123,
                points.characteristics().get(2).bins().get(0).points(),
                1e-3);
        assertEquals(-0.9, points.characteristics().get(0).coefficient());
        assertEquals(0.3, points.characteristics().get(2).standardError());
        Scorecard.Characteristic left = points.characteristics().get(1);
        assertEquals(
                List.of(0.0, 0.0),
                List.of(left.coefficient(), left.bins().getFirst().points()));
        assertTrue(Double.isNaN(left.standardError()));
    }

    /** odds good : bad = baseOdds · 2^((score − baseScore) / PDO). */
    @Test
    void summedPointsGiveTheProbability() throws NoticeException {
        CreditBook book = Loans.of(600, 5);
        int[] rows = Loans.rows(0, 600);
        WoeScorecard card = WoeScorecard.fit(book, Loans.rows(0, 400), 6);
        Scorecard points = PointsTable.of(card, 15, 500, 20);
        double[] score = new double[600];
        Arrays.fill(score, points.constant());
        for (int c = 0; c < points.characteristics().size(); c++) {
            int[] bins = card.columns().get(c).bins(book, rows);
            for (int i = 0; i < 600; i++) {
                score[i] += points.characteristics().get(c).bins().get(bins[i]).points();
            }
        }
        double[] p = card.probability(book, rows);
        for (int i = 0; i < 600; i++) {
            double odds = 20 * Math.pow(2, (score[i] - 500) / 15);
            assertEquals(1 / (1 + odds), p[i], 1e-12);
        }
    }

    @Test
    void withoutColumnsAllPointsAreTheConstant() throws NoticeException {
        boolean[] bad = new boolean[102];
        Arrays.fill(bad, 0, 2, true);
        CreditBook book = Loans.book(bad, new CreditColumn.Numeric("x", new double[102]));
        Scorecard points = PointsTable.of(WoeScorecard.fit(book, Loans.rows(0, 102), 6), 20, 600, 50);
        assertEquals(600, points.constant(), 1e-3, "50 good to one bad");
        assertEquals(0, points.characteristics().getFirst().bins().getFirst().points());
    }

    @Test
    void comesBackFromJsonAsItWas() throws NoticeException {
        WoeScorecard card = WoeScorecard.fit(Loans.of(400, 6), Loans.rows(0, 400), 6);
        Scorecard points = PointsTable.of(card, 20, 600, 50);
        assertEquals(points, Json.gson().fromJson(Json.gson().toJson(points), Scorecard.class));
    }
}
