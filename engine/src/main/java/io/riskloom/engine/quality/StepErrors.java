package io.riskloom.engine.quality;

import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Source;
import java.nio.file.Path;

/** Corrections that cannot be made; a project or a specification written by hand may hold them. */
final class StepErrors {

    private StepErrors() {}

    /** The step's value is none that its fix understands. */
    static DataException value(Source source, Step step, RuntimeException cause) {
        DataException error = new DataException(
                "quality.error.value",
                file(source),
                0,
                step.column(),
                step.fix().name(),
                step.value());
        error.addSuppressed(cause);
        return error;
    }

    static DataException series(Source source, Step step) {
        return new DataException(
                "quality.error.series", file(source), 0, "", step.fix().name(), step.series());
    }

    static DataException column(Source source, Step step) {
        return new DataException(
                "quality.error.column",
                file(source),
                0,
                step.column(),
                step.fix().name(),
                "");
    }

    /** The step's day is outside of the series. */
    static DataException day(Source source, Step step, String first, String last) {
        return new DataException("quality.error.day", file(source), 0, "", first + " – " + last, step.value());
    }

    static DataException nothingLeft(Source source) {
        return new DataException("quality.error.nothingLeft", file(source), 0, "", "", "");
    }

    static DataException oneClass(Source source, String target, String left) {
        return new DataException("quality.error.oneClass", file(source), 0, target, "", left);
    }

    private static String file(Source source) {
        return String.valueOf(Path.of(source.path()).getFileName());
    }
}
