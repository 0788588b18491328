package io.riskloom.engine.lesson;

import java.time.LocalDate;

/**
 * What both stacks learn: whether the realised volatility of the next {@code ahead} days is above {@code threshold}, the
 * median of the training windows, from the {@code days} days before.
 *
 * @param threshold standard deviation of daily log returns about zero
 * @param train     windows learnt from, all before the first that is checked
 * @param valid     windows checked
 * @param wild      share of them whose days ahead are wild
 * @param from      last day of the first window learnt from
 * @param cut       last day of the first window checked
 * @param to        last day of the last window checked
 */
public record RaceTask(
        String series,
        int days,
        int ahead,
        double threshold,
        int train,
        int valid,
        double wild,
        LocalDate from,
        LocalDate cut,
        LocalDate to) {}
