package io.riskloom.app.result;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A run and its parts in few words. */
public final class RunWords {

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private RunWords() {}

    /** The series, or the file's name without its ending where the spec names none. */
    public static String data(RunSpec spec) {
        if (!spec.series().isEmpty()) {
            return spec.series();
        }
        String file = Path.of(spec.data()).getFileName().toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** {@code LSTM 2×64}, {@code MLP 64-32}. */
    public static String model(Texts texts, RunSpec spec) {
        String name = texts.get("common.model." + spec.model());
        return switch (spec) {
            case ForecastSpec s -> name + " " + s.layers() + "×" + s.units();
            case ClassifySpec s -> name + " " + s.imageSize() + "×" + s.imageSize();
            case CreditSpec s -> name + " " + s.units() + "-" + s.units2();
            case GenerateSpec s when s.model().equals("tcn-gan") -> name + " " + s.blocks() + "×" + s.channels();
            case GenerateSpec s -> name + " " + s.units() + "-" + s.units();
        };
    }

    /** A setting's number without an exponent: {@code 0.0001}. */
    public static String setting(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }

    /** Whether a remark of an evaluation only informs; the others are warnings. */
    public static boolean isNote(Notice remark) {
        return remark.key().startsWith("run.note.");
    }

    /** The last part of the id: its number in the project. */
    public static String number(Run run) {
        return number(run.id());
    }

    /** As above, of a run or a study. */
    public static String number(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }

    /** A line of a run chooser, short enough for the panel: {@code 0001 · LSTM 2×64 · 11-21 05:08}. */
    public static String line(Texts texts, Run run) {
        return number(run) + " · " + model(texts, run.spec()) + " · "
                + STARTED.format(run.started().atZone(ZoneId.systemDefault()));
    }
}
