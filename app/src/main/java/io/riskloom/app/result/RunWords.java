package io.riskloom.app.result;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.AnomalySpec;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run and its parts in few words. */
public final class RunWords {

    /** What the panel has room for. */
    private static final int LINE = 31;

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** Of the simple RNN, each with half the units of the one before. */
    private static final int SIMPLE_LAYERS = 3;

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
            case ForecastSpec s when s.seesImages() -> name + " " + picture(s.window(), s.imageSize(), s.encoding());
            case ForecastSpec s -> name + " " + depth(s.model(), s.layers(), s.blocks()) + "×" + s.units();
            case ClassifySpec s when s.seesImages() -> name + " " + picture(s.window(), s.imageSize(), s.encoding());
            case ClassifySpec s -> name + " " + depth(s.model(), s.layers(), s.blocks()) + "×" + s.units();
            case AnomalySpec s -> name + " " + s.latent();
            case CreditSpec s -> name + network(s) + (s.members() > 1 ? " ×" + s.members() : "");
            case GenerateSpec s when s.model().equals("tcn-gan") -> name + " " + s.blocks() + "×" + s.channels();
            case GenerateSpec s -> name + " " + s.units() + "-" + s.units();
        };
    }

    private static String network(CreditSpec s) {
        return switch (s.model()) {
            case "mlp" -> " " + s.units() + "-" + s.units2();
            case "resnet" -> " " + s.stages() + "×" + s.width();
            case "resnet50" -> s.pixels() == 0 ? "" : " " + s.pixels() + "×" + s.pixels();
            case "cnn" -> " " + s.filters();
            case "lstm", "gru" -> " " + s.units();
            default -> "";
        };
    }

    private static String picture(int window, int size, String encoding) {
        int[] sides = WindowImages.sides(window, size, encoding);
        return sides[0] + "×" + sides[1];
    }

    private static int depth(String model, int layers, int blocks) {
        return switch (model) {
            case "tcn" -> blocks;
            case "rnn" -> SIMPLE_LAYERS;
            default -> layers;
        };
    }

    /** What a choice of a setting is called; of several that are joined by commas each. */
    public static String choice(Texts texts, String setting, String value) {
        String prefix =
                switch (setting) {
                    case "model" -> "common.model.";
                    case "inputs" -> "train.choice.inputs.";
                    default -> "train.choice.";
                };
        return Stream.of(value.split(","))
                .map(word -> texts.get(prefix + word))
                .collect(Collectors.joining(texts.chinese() ? "、" : ", "));
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

    /** As {@link #told}, and of what it began when. */
    public static String fullLine(Texts texts, Run run) {
        return told(texts, run) + " · " + origin(run);
    }

    /** Its number and model: {@code 0001 · MLP 64-32 ×5}. */
    public static String name(Texts texts, Run run) {
        return number(run) + " · " + model(texts, run.spec());
    }

    /** Its data and when it began: {@code german_credit · 11-21 20:53}. */
    public static String origin(Run run) {
        return data(run.spec()) + " · " + started(run);
    }

    /** What tells runs of one series apart: {@code 0010 · LSTM 1×16 · path 20 ahead · fold 3/3 · split bands}. */
    public static String told(Texts texts, Run run) {
        List<String> words = new ArrayList<>(List.of(number(run), model(texts, run.spec())));
        switch (run.spec()) {
            case ForecastSpec s -> words.add(texts.get("result.line." + s.target(), s.horizon()));
            case ClassifySpec s -> words.add(texts.get("result.line.direction." + s.directions(), s.horizon()));
            default -> {}
        }
        if (run.spec().inFolds()) {
            words.add(
                    texts.get("result.line.fold", run.spec().fold(), run.spec().folds()));
        }
        if (run.spec() instanceof ForecastSpec s) {
            words.add(texts.get("result.line.bands." + s.bands()));
        }
        return String.join(" · ", words);
    }

    /**
     * A line of a run chooser, short enough for the panel: {@code 0001 · LSTM 2×64 · 11-21 05:08}, of a longer name the day alone
     * or nothing.
     */
    public static String line(Texts texts, Run run) {
        String name = name(texts, run);
        String started = started(run);
        return Stream.of(" · " + started, " · " + started.substring(0, started.indexOf(' ')))
                .map(name::concat)
                .filter(line -> width(line) <= LINE)
                .findFirst()
                .orElse(name);
    }

    /** In letters of Latin; a character of Chinese takes two. */
    private static int width(String words) {
        return words.length()
                + (int) words.chars().filter(Character::isIdeographic).count();
    }

    private static String started(Run run) {
        return STARTED.format(run.started().atZone(ZoneId.systemDefault()));
    }
}
