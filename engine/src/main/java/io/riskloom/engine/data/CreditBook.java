package io.riskloom.engine.data;

import java.time.LocalDate;
import java.util.List;

/**
 * A table of applicants: typed feature columns, the target, and what was set aside. Arrays are copied in and out.
 *
 * @param features  feature columns, all of the same length, in file order
 * @param target    name of the target column, empty for a file to be scored
 * @param goodLabel the target's text for an applicant who paid
 * @param badLabel  the target's text for one who did not; the class whose probability models give
 * @param bad       one a row, empty for a file to be scored
 * @param setAside  names of identifier, date and free-text columns that no model sees
 * @param dateColumn name of the column that holds the days of application, empty where there is none
 * @param dates     day of application of each row, empty where there is no such column or any row lacks its day
 */
public record CreditBook(
        String name,
        List<CreditColumn> features,
        String target,
        String goodLabel,
        String badLabel,
        boolean[] bad,
        List<String> setAside,
        Source source,
        String dateColumn,
        List<LocalDate> dates) {

    /** Without days of application. */
    public CreditBook(
            String name,
            List<CreditColumn> features,
            String target,
            String goodLabel,
            String badLabel,
            boolean[] bad,
            List<String> setAside,
            Source source) {
        this(name, features, target, goodLabel, badLabel, bad, setAside, source, "", List.of());
    }

    public CreditBook {
        features = List.copyOf(features);
        setAside = List.copyOf(setAside);
        bad = bad.clone();
        dates = List.copyOf(dates);
        for (CreditColumn column : features) {
            if (column.size() != source.rows()) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.size() + " rows, the file " + source.rows());
            }
        }
        if (bad.length != 0 && bad.length != source.rows()) {
            throw new IllegalArgumentException("target has " + bad.length + " rows, the file " + source.rows());
        }
        if (!dates.isEmpty() && dates.size() != source.rows()) {
            throw new IllegalArgumentException(dates.size() + " dates for " + source.rows() + " rows");
        }
    }

    public int size() {
        return source.rows();
    }

    @Override
    public boolean[] bad() {
        return bad.clone();
    }

    /** Share of bad applicants, in [0, 1]; NaN without a target. */
    public double eventRate() {
        int count = 0;
        for (boolean b : bad) {
            count += b ? 1 : 0;
        }
        return bad.length == 0 ? Double.NaN : (double) count / bad.length;
    }
}
