package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Dates that do not change, four bytes each: as objects in a list, those of a million rows take as much room as its prices. */
final class Days extends AbstractList<LocalDate> implements RandomAccess {

    private final int[] epochDays;

    private Days(int[] epochDays) {
        this.epochDays = epochDays;
    }

    /** @param epochDays days since 1970-01-01; not copied */
    static List<LocalDate> of(int[] epochDays) {
        return new Days(epochDays);
    }

    static List<LocalDate> copyOf(List<LocalDate> dates) {
        return dates instanceof Days
                ? dates
                : new Days(dates.stream()
                        .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                        .toArray());
    }

    @Override
    public LocalDate get(int index) {
        return LocalDate.ofEpochDay(epochDays[index]);
    }

    @Override
    public int size() {
        return epochDays.length;
    }
}
