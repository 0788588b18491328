package io.riskloom.engine.quality;

import io.riskloom.engine.data.ImportReport;
import java.util.List;

/** An importer's report after corrections. */
final class Reports {

    private Reports() {}

    static ImportReport with(ImportReport report, int rows, List<ImportReport.Column> columns) {
        return new ImportReport(
                report.encoding(),
                report.delimiter(),
                rows,
                columns,
                report.preview(),
                report.previewLines(),
                report.used(),
                report.warnings());
    }
}
