package io.riskloom.app.runs;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of runs as comma-separated text. A text cell that a spreadsheet would run as a formula (it starts with
 * {@code = + - @}, a tab or a carriage return) gets a leading apostrophe; numbers stay numbers, NaN is an empty cell.
 */
final class RunsCsv {

    private static final String HEADER =
            "started,run,task,model,outcome,epochs,epochs_planned,seconds,data,series,data_sha256,seed,metric,value,challenger_value";

    private RunsCsv() {}

    static String of(List<RunRow> rows) {
        return rows.stream().map(RunsCsv::line).collect(Collectors.joining("\n", HEADER + "\n", rows.isEmpty() ? "" : "\n"));
    }

    private static String line(RunRow row) {
        return Stream.of(
                        row.started().toString(),
                        text(row.id()),
                        row.task(),
                        row.model(),
                        row.outcome(),
                        number(row.epochs()),
                        number(row.run().spec().epochs()),
                        number(row.seconds()),
                        text(row.run().spec().data()),
                        text(row.run().spec().series()),
                        row.run().provenance().dataSha256(),
                        number(row.seed()),
                        row.metric(),
                        number(row.value()),
                        number(row.challenger()))
                .collect(Collectors.joining(","));
    }

    static String text(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
