package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom bench csv}: how fast a price file is read. */
@Command(
        name = "csv",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a generated file of daily prices (date, open, high, low, close, volume) from opening it to typed and "
                    + "checked series, in fresh processes with 5 readings each; beside it pandas.read_csv with parse_dates, "
                    + "in turns, on the same file.",
            "JSON: ours and peer are the median seconds of the later readings, ratio is peer over ours (2 is twice as fast); "
                    + "cold, coldPeer and coldRatio are the same of each process's first reading. The start of Java and "
                    + "Python and the import of pandas are not counted. peakMb is the largest resident memory of our "
                    + "processes in 10^6 bytes (null where the system does not tell), peakOverFile that over the file's size; "
                    + "they run with the serial collector and a heap of heapMb, which is raised where it is too small. The "
                    + "window has the whole machine's default heap and takes more."
        })
final class BenchCsvCommand implements Callable<Integer> {

    private static final int FEWEST_ROWS = 100;
    private static final int MOST_PROCESSORS = 1024;

    @Mixin
    private Common common;

    @Mixin
    private BenchOptions options;

    @Option(names = "--threads", paramLabel = "N", description = "Processors that our program sees; all if not given.")
    private Integer processors;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Rows of the file.")
    private int rows;

    @Override
    public Integer call() throws Exception {
        options.check(common.usage());
        int threads = processors != null ? processors : Runtime.getRuntime().availableProcessors();
        common.usage().range("--threads", threads, 1, MOST_PROCESSORS);
        common.usage().range("--rows", rows, FEWEST_ROWS, OhlcvFile.MOST_ROWS);
        BenchCase result = TrialFolder.with(folder -> new CsvBench(folder, rows)
                .run(
                        options.runs,
                        threads,
                        options.peer,
                        this::tell,
                        reason -> BenchOptions.missed(common.texts, reason)));
        if (options.json) {
            Common.print(BenchCase.json(threads, List.of(result)));
        } else {
            print(result, threads);
        }
        return 0;
    }

    private void tell(Trial trial) {
        System.err.println(common.texts.get(
                "cli.bench.trial",
                trial.name(),
                Formats.number(trial.cold(), 2),
                Formats.number(Trial.median(trial.warm()), 2)));
    }

    private void print(BenchCase result, int threads) {
        System.out.println(common.texts.get("cli.bench.machine", Machine.describe(), threads));
        System.out.println(common.texts.get(
                "cli.bench.file", Formats.number(rows, 0), Formats.number(figure(result, "fileMb"), 1)));
        TextTable table = new TextTable("<>><");
        table.row("", "Riskloom", result.peerName() == null ? "" : result.peerName(), "");
        reading(table, "later", result.ours(), result.peer(), result.ratio());
        reading(table, "first", figure(result, "cold"), figure(result, "coldPeer"), figure(result, "coldRatio"));
        table.row(
                common.texts.get("cli.bench.peak"),
                number(result.peakMb()),
                number(figure(result, "peerPeakMb")),
                words("times", figure(result, "peakOverFile"), 1));
        table.lines().forEach(System.out::println);
    }

    private void reading(TextTable table, String name, double ours, double peer, double ratio) {
        table.row(
                common.texts.get("cli.bench." + name),
                words("seconds", ours, 3),
                words("seconds", peer, 3),
                words("ratio", ratio, 2));
    }

    /** Nothing where the figure is not known. */
    private String words(String key, double figure, int digits) {
        return Double.isNaN(figure) ? "" : common.texts.get("cli.bench." + key, Formats.number(figure, digits));
    }

    private static String number(double figure) {
        return Double.isNaN(figure) ? "" : Formats.number(figure, 0);
    }

    private static double figure(BenchCase result, String name) {
        return result.more().get(name);
    }
}
