package io.riskloom.app.runs;

import io.riskloom.app.text.Csv;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of runs as comma-separated text. A text cell that a spreadsheet would run as a formula (it starts with
 * {@code = + - @}, a tab or a carriage return) gets a leading apostrophe; numbers stay numbers, NaN is an empty cell.
 */
final class RunsCsv {

    private static final String HEADER =
            "started,run,task,model,outcome,epochs,epochs_planned,seconds,data,series,data_sha256,seed,metric,value,"
                    + "challenger_value,study,fold";

    private RunsCsv() {}

    static String of(List<RunRow> rows) {
        return rows.stream()
                .map(RunsCsv::line)
                .collect(Collectors.joining("\n", HEADER + "\n", rows.isEmpty() ? "" : "\n"));
    }

    private static String line(RunRow row) {
        return Stream.of(
                        row.started().toString(),
                        Csv.text(row.id()),
                        row.task(),
                        row.model(),
                        row.outcome(),
                        Csv.number(row.epochs()),
                        Csv.number(row.run().spec().epochs()),
                        Csv.number(row.seconds()),
                        Csv.text(row.run().spec().data()),
                        Csv.text(row.run().spec().series()),
                        row.run().provenance().dataSha256(),
                        Csv.number(row.seed()),
                        row.metric(),
                        Csv.number(row.value()),
                        Csv.number(row.challenger()),
                        Csv.text(row.study()),
                        row.fold() == 0 ? "" : Csv.number(row.fold()))
                .collect(Collectors.joining(","));
    }
}
