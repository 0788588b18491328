package io.riskloom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Files with the faults that real ones have, the same every time. */
public final class MessyFiles {

    private MessyFiles() {}

    /**
     * Daily prices in order, one weekday a row from 2018-01-02 on; line 2 is the first. Lines 22 and 23 have high below low, from
     * line 302 on a 4:1 split is not adjusted, and lines 402 to 413 were lost.
     */
    public static Path prices(Path folder) throws IOException {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
        LocalDate day = LocalDate.of(2018, 1, 2);
        double close = 100;
        for (int row = 0; row < 700; day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            close *= Math.exp(0.012 * random.nextGaussian()) / (row == 300 ? 4 : 1);
            double open = close * Math.exp(0.003 * random.nextGaussian());
            double high = Math.max(open, close) * 1.004;
            double low = Math.min(open, close) * 0.996;
            boolean swapped = row == 20 || row == 21;
            if (row < 400 || row > 411) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f,%d",
                        day,
                        open,
                        swapped ? low : high,
                        swapped ? high : low,
                        close,
                        1_000_000 + random.nextInt(9_000_000)));
            }
            row++;
        }
        return Files.write(folder.resolve("messy_prices.csv"), lines);
    }

    /**
     * Applicants with special codes in {@code age}, gaps in {@code income}, a column {@code score_after} that gives the target
     * away, one value only in {@code flag}, and two rows that stand twice (lines 402 and 502).
     */
    public static Path credit(Path folder) throws IOException {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>(List.of("id,age,income,debt,months,job,score_after,flag,default"));
        List<String> jobs = List.of("clerk", "nurse", "driver");
        for (int i = 1; i <= 1200; i++) {
            boolean bad = random.nextDouble() < 0.12;
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%d,%s,%d,%d,%s,%.2f,1,%s",
                    i,
                    random.nextDouble() < 0.04 ? -9999 : 20 + random.nextInt(50),
                    random.nextDouble() < 0.3 ? "" : Integer.toString(1500 + random.nextInt(4000)),
                    random.nextInt(9000),
                    1 + random.nextInt(60),
                    jobs.get(random.nextInt(3)),
                    random.nextGaussian() + (bad ? 3 : 0),
                    bad ? "yes" : "no"));
        }
        lines.add(401, lines.get(200));
        lines.add(501, lines.get(300));
        return Files.write(folder.resolve("messy_credit.csv"), lines);
    }

    /** Prices with a word in place of a date (line 4, column Date). */
    public static Path refused(Path folder) throws IOException {
        return Files.write(
                folder.resolve("refused.csv"),
                List.of(
                        "Date;Open;Close",
                        "02.01.2020;10,1;10,2",
                        "03.01.2020;10,4;10,3",
                        "soon;10,3;10,5",
                        "07.01.2020;10,6;10,7",
                        "08.01.2020;10,7;10,8"));
    }
}
