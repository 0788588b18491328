package io.riskloom.app.session;

import io.riskloom.engine.data.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sample files of the installation, copied to a folder of the user's, since models are trained from files. */
public final class Samples {

    /** In the order in which they are offered; the first is open at the first start. */
    public static final List<String> NAMES = List.of(
            "prices/SP500.csv",
            "prices/VIX.csv",
            "prices/tech_monthly_long.csv",
            "credit/german_credit.csv",
            "credit/barcelona_credit.csv");

    private Samples() {}

    /** Where the samples stand once unpacked. */
    public static List<Path> paths(Path folder) {
        return NAMES.stream()
                .map(name -> folder.resolve(name.substring(name.indexOf('/') + 1)))
                .toList();
    }

    /** Copies what is missing or differs; gives the files in the order of {@link #NAMES}. */
    public static List<Path> unpack(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name.substring(name.indexOf('/') + 1));
            try (InputStream in = Samples.class.getResourceAsStream("/io/riskloom/samples/" + name)) {
                if (in == null) {
                    throw new IOException("the sample " + name + " is missing from the installation");
                }
                byte[] content = in.readAllBytes();
                if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                    Files.createDirectories(folder);
                    AtomicFiles.write(file, content);
                }
            }
            files.add(file);
        }
        return files;
    }
}
