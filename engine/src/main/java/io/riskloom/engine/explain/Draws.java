package io.riskloom.engine.explain;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows and orders dealt by a seed. */
final class Draws {

    private Draws() {}

    /** 0 … n − 1 in an order in which each is as likely. */
    static int[] shuffled(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** All of the rows where they are few, else so many of them, in their order. */
    static int[] some(int[] rows, int most, SplittableRandom random) {
        if (rows.length <= most) {
            return rows.clone();
        }
        int[] order = shuffled(rows.length, random);
        return IntStream.range(0, most)
                .map(i -> order[i])
                .sorted()
                .map(i -> rows[i])
                .toArray();
    }

    /** As {@link #some}, with the bad among them in the same share, one at least of each class that the rows have. */
    static int[] some(int[] rows, boolean[] bad, int most, SplittableRandom random) {
        if (rows.length <= most) {
            return rows.clone();
        }
        int[] bads = Arrays.stream(rows).filter(row -> bad[row]).toArray();
        int[] goods = Arrays.stream(rows).filter(row -> !bad[row]).toArray();
        int share = (int) Math.round((double) most * bads.length / rows.length);
        int ofBad = Math.clamp(share, bads.length == 0 ? 0 : 1, goods.length == 0 ? most : most - 1);
        return IntStream.concat(
                        Arrays.stream(some(bads, ofBad, random)), Arrays.stream(some(goods, most - ofBad, random)))
                .sorted()
                .toArray();
    }
}
