package io.riskloom.engine.quality;

import java.util.Arrays;

/** Order statistics of numbers without NaN. */
final class Order {

    private Order() {}

    /** The numbers that are no NaN, ascending. */
    static double[] sorted(double[] values) {
        double[] numbers = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                numbers[count++] = value;
            }
        }
        double[] sorted = count == values.length ? numbers : Arrays.copyOf(numbers, count);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /** Quantile of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan 1996); NaN where there are none. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The lower median, found in linear time (Hoare 1961); reorders the array. NaN where it is empty. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        int wanted = (values.length - 1) / 2;
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[wanted];
    }

    /** Numbers beyond so many interquartile ranges from the nearer quartile; none where the range is zero. */
    static int beyond(double[] sorted, double ranges) {
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double reach = ranges * (third - first);
        if (!(reach > 0)) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < sorted.length && sorted[i] < first - reach; i++) {
            count++;
        }
        for (int i = sorted.length - 1; i >= 0 && sorted[i] > third + reach; i--) {
            count++;
        }
        return count;
    }

    static int distinct(double[] sorted) {
        int count = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return count;
    }

    /** Mean; NaN where there is no number. */
    static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
