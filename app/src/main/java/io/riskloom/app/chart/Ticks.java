package io.riskloom.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where an axis has its labels: round values, 1, 2 or 5 times a power of ten apart. */
record Ticks(List<Tick> list) {

    private static final int NARROW = 5;

    record Tick(double at, String label) {}

    Ticks {
        list = List.copyOf(list);
    }

    /** At most {@code most} (at least 2) round values inside [low, high]. */
    static Ticks linear(double low, double high, int most) {
        double step = step((high - low) / Math.max(2, most));
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        while (last - first + 1 > Math.max(2, most)) {
            step = step(step * 1.01);
            first = (long) Math.ceil(low / step - 1e-9);
            last = (long) Math.floor(high / step + 1e-9);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        List<Tick> ticks = new ArrayList<>();
        for (long k = first; k <= last; k++) {
            ticks.add(new Tick(k * step, label(k * step, step, size)));
        }
        return new Ticks(ticks);
    }

    /** 1, 2 and 5 times powers of ten, over many of them every n-th from the top, else at most {@value #NARROW} as on a linear axis: a range with room for few of them. */
    static Ticks log(double low, double high, int most) {
        if (high / low < 4) {
            return linear(low, high, Math.min(most, NARROW));
        }
        for (int[] steps : new int[][] {{1, 2, 5}, {1, 5}}) {
            List<Tick> ticks = powers(low, high, steps);
            if (ticks.size() <= most) {
                return new Ticks(ticks);
            }
        }
        List<Tick> ticks = powers(low, high, 1);
        int every = Math.ceilDiv(ticks.size(), Math.max(2, most));
        int last = ticks.size() - 1;
        return new Ticks(IntStream.rangeClosed(0, last)
                .filter(i -> (last - i) % every == 0)
                .mapToObj(ticks::get)
                .toList());
    }

    private static List<Tick> powers(double low, double high, int... steps) {
        List<Tick> ticks = new ArrayList<>();
        for (int e = (int) Math.floor(Math.log10(low)); e <= Math.log10(high); e++) {
            for (int m : steps) {
                double value = m * Math.pow(10, e);
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, label(value, value, value)));
                }
            }
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below {@code least}. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int m : new int[] {1, 2, 5}) {
            if (m * power >= least * (1 - 1e-9)) {
                return m * power;
            }
        }
        return 10 * power;
    }

    /** As many decimals as the step needs; thousands separated; M, B or T from ten millions on. */
    private static String label(double value, double step, double size) {
        if (size < 1e-5) {
            return value == 0 ? "0" : minus(String.format(Locale.ROOT, "%.0e", value));
        }
        if (size >= 1e16) {
            return minus(String.format(Locale.ROOT, "%.1e", value));
        }
        double unit = size >= 1e12 ? 1e12 : size >= 1e9 ? 1e9 : size >= 1e7 ? 1e6 : 1;
        String suffix = unit == 1e12 ? "T" : unit == 1e9 ? "B" : unit == 1e6 ? "M" : "";
        int digits = Math.clamp((int) -Math.floor(Math.log10(step / unit) + 1e-9), 0, 9);
        double shown = value / unit + 0.0;
        return minus(String.format(Locale.ROOT, "%,." + digits + "f", shown)) + (value == 0 ? "" : suffix);
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
