package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom inspect}: what the importer makes of a file. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Tells what the importer makes of a file and what is wrong with its data; nothing is changed.")
final class InspectCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "CSV files.")
    private List<Path> files = List.of();

    @Option(
            names = "--batch",
            paramLabel = "DIR",
            description = "Every file of a folder, one JSON object a line; a refused file is an object with its error.")
    private Path folder;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Mixin
    private ReadingOption readings;

    @Option(
            names = "--compare",
            paramLabel = "OTHER",
            description = "Add the population stability index of each column from FILE to this one.")
    private Path other;

    @Override
    public Integer call() throws Exception {
        Reading reading = readings.reading(common.usage());
        List<Path> all = files();
        if (other != null && (all.size() != 1 || folder != null)) {
            throw common.usage().wrong("cli.usage.compare");
        }
        boolean failed = false;
        for (Path file : all) {
            failed |= !show(FileFacts.of(file, reading));
        }
        return failed && folder == null ? 1 : 0;
    }

    /** Those named and those of the folder, not of folders inside it. */
    private List<Path> files() throws IOException, NoticeException {
        if (files.isEmpty() && folder == null) {
            throw common.usage().wrong("cli.usage.noFiles");
        }
        List<Path> all = new ArrayList<>(files);
        if (folder != null) {
            if (!Files.isDirectory(Common.existing(folder))) {
                throw new NoticeException(Notice.of("cli.error.notFolder", folder));
            }
            try (Stream<Path> inside = Files.list(folder)) {
                inside.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private boolean show(FileFacts facts) throws NoticeException, IOException {
        if (json || folder != null) {
            JsonObject object = InspectJson.of(facts, common.texts);
            if (other != null && facts.loaded().isPresent()) {
                InspectJson.addShifts(object, other, shifts(facts.loaded().get()));
            }
            Common.print(object);
        } else if (facts.loaded().isPresent()) {
            Loaded loaded = facts.loaded().get();
            List<String> lines = new ArrayList<>(InspectText.of(facts, loaded, common.texts));
            lines.add("");
            if (other != null) {
                lines.addAll(ShiftText.of(other, shifts(loaded), common.texts));
            }
            lines.forEach(System.out::println);
        }
        facts.inspection().error().filter(e -> folder == null).ifPresent(e -> Common.complain(common.texts, e));
        return facts.inspection().error().isEmpty();
    }

    private List<ColumnShift> shifts(Loaded loaded) throws NoticeException, IOException {
        return Shifts.between(loaded, Common.file(other));
    }
}
