package io.riskloom.app.cli;

import io.riskloom.app.chart.ChartExport;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.Palette;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Run;
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

/** {@code riskloom features}: what every stage of a network makes of one window. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description =
                "Writes the feature maps of every stage and the class-activation map of one window, as PNG and CSV.")
final class FeaturesCommand implements Callable<Integer> {

    private static final String ROW = "-?\\d{1,9}";

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "A classify run's id or the start of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "Price file.")
    private Path data;

    @Option(
            names = "--at",
            paramLabel = "DATE|ROW",
            required = true,
            description = "The window's last day: an ISO date or a row from 1; negative rows count from the end.")
    private String at;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (!at.matches(ROW)) {
            day();
        }
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            ClassifySpec spec = Common.spec(run, ClassifySpec.class);
            Path file = Common.file(data);
            int origin = origin(file, spec);
            Requests.ModelRef model = ProjectOption.model(project, run);
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

    private int origin(Path file, ClassifySpec spec) throws IOException, NoticeException {
        if (!(DataFile.read(file, spec.readingOf(file)) instanceof Imported.Prices prices)) {
            throw new NoticeException(Notice.of("cli.error.noPrices", file.getFileName()));
        }
        PriceHistory history = prices.seriesNamed(spec.series());
        if (at.matches(ROW)) {
            int row = Integer.parseInt(at);
            int origin = row > 0 ? row - 1 : history.size() + row;
            if (row == 0 || origin < 0 || origin >= history.size()) {
                throw new NoticeException(Notice.of("cli.error.noRow", at, history.size()));
            }
            return origin;
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
        tiles("image", List.of(new HeatTiles.Tile("", maps.image())), HeatTiles.Scale.DIVERGING_EACH);
        tiles("activation-map", List.of(new HeatTiles.Tile("", maps.activation())), HeatTiles.Scale.SEQUENTIAL_EACH);
        for (FeatureMaps.Layer layer : maps.layers()) {
            List<HeatTiles.Tile> tiles = new ArrayList<>();
            for (int c = 0; c < layer.channels(); c++) {
                tiles.add(new HeatTiles.Tile(Integer.toString(c), layer.map(c)));
            }
            tiles(layer.name(), tiles, HeatTiles.Scale.SEQUENTIAL_SHARED);
        }
    }

    private void tiles(String name, List<HeatTiles.Tile> tiles, HeatTiles.Scale scale) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(tiles.size() * 2.0));
        int rows = (tiles.size() + columns - 1) / columns;
        ChartModel model = new HeatTiles(tiles, columns, scale, -1);
        int side = tiles.size() == 1 ? 512 : 56;
        ChartExport.png(model, Palette.LIGHT, columns * side + 32, rows * side + 32, out.resolve(name + ".png"));
        ChartExport.csv(model, out.resolve(name + ".csv"));
    }
}
