package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Inspection;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
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
        description = "Tells what the importer makes of a file; nothing is changed.")
final class InspectCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "CSV files.")
    private List<Path> files = List.of();

    @Option(names = "--batch", paramLabel = "DIR", description = "Every file of a folder, one JSON object a line.")
    private Path folder;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Path> all = new ArrayList<>(files);
        if (folder != null) {
            if (!Files.isDirectory(Common.existing(folder))) {
                throw new NoticeException(Notice.of("cli.error.notFolder", folder));
            }
            try (Stream<Path> inside = Files.list(folder)) {
                inside.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        if (files.isEmpty() && folder == null) {
            throw common.usage().wrong("cli.usage.noFiles");
        }
        boolean failed = false;
        for (Path file : all) {
            failed |= !show(Common.existing(file));
        }
        return failed && folder == null ? 1 : 0;
    }

    private boolean show(Path file) throws IOException {
        Inspection inspection = Inspection.of(file);
        if (json || folder != null) {
            System.out.println(inspection.toJson(common.texts::of));
        } else {
            print(file, inspection);
        }
        if (inspection.error().isPresent()) {
            if (folder == null) {
                Common.complain(common.texts, inspection.error().get());
            }
            return false;
        }
        return true;
    }

    private void print(Path file, Inspection inspection) {
        JsonObject o = inspection.toJson(common.texts::of);
        for (String key : List.of(
                "file",
                "kind",
                "encoding",
                "delimiter",
                "rows",
                "firstDate",
                "lastDate",
                "closeColumn",
                "firstClose",
                "lastClose",
                "target",
                "eventRate")) {
            JsonElement value = o.get(key);
            if (value != null && !value.isJsonNull()) {
                System.out.printf("%-12s %s%n", key, value.getAsString());
            }
        }
        JsonArray columns = o.getAsJsonArray("columns");
        for (JsonElement element : columns == null ? new JsonArray() : columns) {
            JsonObject c = element.getAsJsonObject();
            System.out.printf(
                    "  %-24s %-10s %-10s %s%n",
                    c.get("name").getAsString(),
                    c.get("type").getAsString(),
                    c.get("role").getAsString(),
                    c.get("missing").getAsInt() == 0
                            ? ""
                            : Formats.number(c.get("missing").getAsInt(), 0));
        }
        inspection.warnings().forEach(w -> System.out.println("! " + common.texts.of(w.notice())));
    }
}
