package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A native library that the environment names.
 *
 * @param folder  as named
 * @param present whether a library lies there
 * @param build   such as {@code 2.7.1+cu128}, as the files beside it say; empty where they do not
 * @param version that the environment says; empty for none
 * @param flavour that the environment says; empty for none
 */
record LocalTorch(Path folder, boolean present, String build, String version, String flavour) {

    private static final Logger LOG = Logger.getLogger(LocalTorch.class.getName());
    private static final Pattern PYTHON = Pattern.compile("__version__\\s*=\\s*['\"]([^'\"]+)['\"]");

    static Optional<LocalTorch> find(Surroundings here) {
        return here.variable(Cuda.LIBRARY_PATH).map(path -> {
            Path folder = Path.of(path);
            boolean present = List.of("libtorch.so", "torch.dll", "libtorch.dylib").stream()
                    .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
            String version = here.variable(Cuda.LIBRARY_VERSION).orElse("");
            String flavour = here.variable(Cuda.LIBRARY_FLAVOUR).orElse("");
            return new LocalTorch(folder, present, build(folder), version, flavour);
        });
    }

    /** Of a Python's PyTorch {@code version.py}, of LibTorch {@code build-version}, both beside the folder {@code lib}. */
    private static String build(Path folder) {
        try {
            Path python = folder.resolveSibling("version.py");
            if (Files.isReadable(python)) {
                Matcher matcher = PYTHON.matcher(Files.readString(python));
                return matcher.find() ? matcher.group(1) : "";
            }
            Path library = folder.resolveSibling("build-version");
            return Files.isReadable(library) ? Files.readString(library).strip() : "";
        } catch (IOException e) {
            LOG.log(Level.FINE, "no version beside " + folder, e);
            return "";
        }
    }

    /** Whether it is of the version that our bridge to Java was made for. */
    boolean fits() {
        return present && (build.isEmpty() || build.split("\\+")[0].equals(Cuda.VERSION));
    }

    /** Whether the environment's other variables say what the library is; DJL guesses wrongly without them. */
    boolean described() {
        boolean flavourFits = build.contains("+") ? build.endsWith("+" + flavour) : !flavour.isEmpty();
        return version.equals(Cuda.VERSION) && flavourFits;
    }

    boolean cuda() {
        return flavour.equals(Cuda.FLAVOUR);
    }
}
