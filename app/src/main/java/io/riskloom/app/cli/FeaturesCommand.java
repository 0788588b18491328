package io.riskloom.app.cli;

import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom features}: what every stage, or chosen layers, of a network make of one window or applicant. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the feature maps of every stage and the class-activation map of one window, as PNG and CSV.",
            "With --layer the maps of those layers alone, with --graph the table of all layers: also of networks over days"
                    + " and over applicants."
        })
final class FeaturesCommand implements Callable<Integer> {

    private static final String ROW = "-?\\d{1,9}";

    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "RUN",
            description =
                    "A run's id or the start of it: classify, or with --layer or --graph also forecast and credit.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "File of prices or applicants.")
    private Path data;

    @Option(
            names = "--at",
            paramLabel = "DATE|ROW",
            required = true,
            description =
                    "The window's last day, an ISO date or a row from 1, or an applicant's row; negative rows count from"
                            + " the end.")
    private String at;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Mixin
    private LayerOptions layers;

    @Override
    public Integer call() throws Exception {
        if (!at.matches(ROW)) {
            day();
        }
        layers.check(common.usage());
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            Path file = Common.file(data);
            Requests.ModelRef model = ProjectOption.model(project, run);
            if (layers.chosen()) {
                layers(layers.of(model, file, place(file, run.spec())));
                return 0;
            }
            int origin = origin(file, Common.spec(run, ClassifySpec.class));
            FeatureMaps maps =
                    common.ask(e -> e.features(new Requests.FeaturesRequest(model, file.toString(), origin)));
            write(maps);
            System.out.println(common.texts.get(
                    "cli.features.done",
                    Formats.day(maps.windowDates().getFirst()),
                    Formats.day(maps.windowDates().getLast()),
                    out.toAbsolutePath()));
        }
        return 0;
    }

    private void layers(LayerFiles.Asked asked) throws IOException {
        LayerFiles.Found found = common.ask(e -> LayerFiles.ask(e, asked));
        Files.createDirectories(out);
        if (layers.graph()) {
            LayerFiles.table(found.graph(), out.resolve("network.csv"));
        }
        for (LayerMaps maps : found.maps()) {
            LayerFiles.maps(maps, out);
        }
        System.out.println(common.texts.get(
                "cli.features.layers",
                found.graph().nodes().size(),
                found.maps().size(),
                out.toAbsolutePath()));
    }

    private int place(Path file, RunSpec spec) throws IOException, NoticeException {
        if (!(spec instanceof CreditSpec)) {
            return origin(file, spec);
        }
        if (!at.matches(ROW)) {
            throw common.usage().wrong("cli.usage.applicant", at);
        }
        return row(DataFile.readForScoring(file, spec.readingOf(file)).book().size());
    }

    private int row(int rows) throws NoticeException {
        int row = Integer.parseInt(at);
        int place = row > 0 ? row - 1 : rows + row;
        if (row == 0 || place < 0 || place >= rows) {
            throw new NoticeException(Notice.of("cli.error.noRow", at, rows));
        }
        return place;
    }

    private int origin(Path file, RunSpec spec) throws IOException, NoticeException {
        if (!(DataFile.read(file, spec.readingOf(file)) instanceof Imported.Prices prices)) {
            throw new NoticeException(Notice.of("cli.error.noPrices", file.getFileName()));
        }
        PriceHistory history = prices.seriesNamed(spec.series());
        if (at.matches(ROW)) {
            return row(history.size());
        }
        int origin = history.dates().indexOf(day());
        if (origin < 0) {
            throw new NoticeException(Notice.of(
                    "cli.error.noDate",
                    at,
                    Formats.day(history.dates().getFirst()),
                    Formats.day(history.dates().getLast())));
        }
        return origin;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(at);
        } catch (DateTimeParseException e) {
            throw common.usage().wrong("cli.usage.at", at);
        }
    }

    private void write(FeatureMaps maps) throws IOException {
        Files.createDirectories(out);
        LayerFiles.tiles("image", List.of(new HeatTiles.Tile("", maps.image())), HeatTiles.Scale.DIVERGING_EACH, out);
        LayerFiles.tiles(
                "activation-map",
                List.of(new HeatTiles.Tile("", maps.activation())),
                HeatTiles.Scale.SEQUENTIAL_EACH,
                out);
        for (FeatureMaps.Layer layer : maps.layers()) {
            List<HeatTiles.Tile> tiles = new ArrayList<>();
            for (int c = 0; c < layer.channels(); c++) {
                tiles.add(new HeatTiles.Tile(Integer.toString(c), layer.map(c)));
            }
            LayerFiles.tiles(layer.name(), tiles, HeatTiles.Scale.SEQUENTIAL_SHARED, out);
        }
    }
}
