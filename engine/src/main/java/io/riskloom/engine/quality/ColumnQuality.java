package io.riskloom.engine.quality;

/**
 * One column of the quality report.
 *
 * @param type     {@code date}, {@code number}, {@code category} or {@code text}
 * @param role     as in the importer's report
 * @param rows     usable rows
 * @param missing  cells without a value
 * @param distinct different values; 0 where the reader keeps none of the column, such as an identifier
 * @param outliers numbers beyond {@value #FAR_OUT} interquartile ranges from the nearer quartile (Tukey's far-out values)
 * @param low      smallest number or first date, in ISO form; empty without one
 * @param high     largest number or last date
 * @param mean     of the numbers; NaN without one
 */
public record ColumnQuality(
        String name,
        String type,
        String role,
        int rows,
        int missing,
        int distinct,
        int outliers,
        String low,
        String high,
        double mean) {

    static final int FAR_OUT = 3;
}
