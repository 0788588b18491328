package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.stats.Classification;
import io.riskloom.engine.stats.Classification.Confusion;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankedTest {

    @Test
    void countsEqualThoseOfCountingOneByOneAtEveryCutOff() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            int n = 1 + random.nextInt(200);
            boolean ties = round % 2 == 1;
            double[] scores = random.doubles(n)
                    .map(s -> ties ? Math.round(s * 10) / 10.0 : s)
                    .toArray();
            boolean[] bad = new boolean[n];
            for (int i = 0; i < n; i++) {
                bad[i] = random.nextDouble() < scores[i];
            }
            Ranked ranked = new Ranked(scores, bad);
            for (int k = 0; k < 50; k++) {
                double cutOff = k < 40 ? random.nextDouble() : scores[random.nextInt(n)];
                assertEquals(Classification.confusion(scores, bad, cutOff), ranked.at(cutOff));
            }
            assertEquals(n, ranked.size());
        }
    }

    @Test
    void theEndsApproveNobodyAndEverybody() {
        Ranked ranked = new Ranked(new double[] {0, 0.5, 1}, new boolean[] {false, true, true});
        assertEquals(new Confusion(2, 1, 0, 0), ranked.at(0));
        assertEquals(new Confusion(1, 0, 1, 1), ranked.at(1));
        assertEquals(new Confusion(0, 0, 1, 2), ranked.at(Double.POSITIVE_INFINITY));
        assertEquals(2, ranked.bad());
    }

    @Test
    void aThousandCutOffsOfThirtyThousandApplicantsAreCountedWithinOneFrame() {
        Random random = new Random(11);
        int n = 30_000;
        double[] scores = random.doubles(n).toArray();
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            bad[i] = random.nextDouble() < scores[i];
        }
        Ranked ranked = new Ranked(scores, bad);
        long approved = 0;
        long before = System.nanoTime();
        for (int k = 0; k <= 1000; k++) {
            approved += ranked.at(k / 1000.0).tn();
        }
        long nanos = System.nanoTime() - before;
        assertTrue(approved > 0);
        assertTrue(nanos < 16_000_000, nanos + " ns");
    }
}
