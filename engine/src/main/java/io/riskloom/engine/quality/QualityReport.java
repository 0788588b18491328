package io.riskloom.engine.quality;

import java.util.List;

/**
 * What can be said about loaded data before a model sees it.
 *
 * @param columns  in file order
 * @param findings the gravest first
 */
public record QualityReport(List<ColumnQuality> columns, List<Finding> findings) {
    public QualityReport {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }
}
