package io.riskloom.app.forecast;

import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Forecasts as comma-separated text with the columns date, step, actual, forecast, lower, upper, last_value; with those of
 * several runs, run before them. The date is the origin, the last day that the forecast knew; step is the number of trading
 * days ahead; lower and upper are the 90 % band; what is not known yet is an empty cell.
 */
public final class ForecastCsv {

    private record Part(String run, Forecast forecast) {}

    private final List<Part> parts = new ArrayList<>();
    private final Optional<Function<LocalDate, String>> span;

    public ForecastCsv() {
        this.span = Optional.empty();
    }

    /** @param span what the run used a day for, in the column span */
    public ForecastCsv(Function<LocalDate, String> span) {
        this.span = Optional.of(span);
    }

    /** Forecasts of a run after those added before. */
    public ForecastCsv add(String run, Forecast... forecasts) {
        for (Forecast forecast : forecasts) {
            parts.add(new Part(run, forecast));
        }
        return this;
    }

    /** One run's forecasts one after another, each origin's steps in order; {@code #12} for a row of a file without dates. */
    public static void write(Writer out, Forecast... forecasts) throws IOException {
        new ForecastCsv().add("", forecasts).write(out);
    }

    /** The runs one after another. */
    public void write(Writer out) throws IOException {
        boolean several = parts.stream().map(Part::run).distinct().count() > 1;
        out.write((several ? "run," : "") + "date,step,actual,forecast,lower,upper,last_value"
                + (span.isPresent() ? ",span\n" : "\n"));
        for (Part part : parts) {
            rows(out, several ? Csv.text(part.run()) + "," : "", part.forecast());
        }
    }

    private void rows(Writer out, String start, Forecast f) throws IOException {
        int[] steps = f.steps();
        double[] last = f.lastValue();
        double[][] actual = f.actual();
        double[][] middle = f.forecast();
        double[][] lower = f.lower90();
        double[][] upper = f.upper90();
        for (int i = 0; i < f.size(); i++) {
            LocalDate day = f.origins().get(i);
            String end = span.map(of -> "," + of.apply(day)).orElse("") + "\n";
            for (int s = 0; s < steps.length; s++) {
                out.write(start + Formats.day(day) + "," + steps[s]);
                for (double cell : new double[] {actual[i][s], middle[i][s], lower[i][s], upper[i][s], last[i]}) {
                    out.write("," + Csv.number(cell));
                }
                out.write(end);
            }
        }
    }

    /**
     * Forecasts of the direction: date, probability of each class (down, flat where there are three, up), class that came,
     * log return over the horizon.
     */
    static void write(Writer out, Details.OfClassify d) throws IOException {
        boolean three = ForecastCharts.classes(d) == 3;
        List<String> names = three ? List.of("down", "flat", "up") : List.of("down", "up");
        double[][] probability = d.probability();
        int[] outcome = d.outcome();
        double[] move = d.move();
        out.write("date," + String.join(",", names) + ",outcome,move\n");
        for (int i = 0; i < outcome.length; i++) {
            out.write(Formats.day(d.origins().get(i)));
            for (double share : probability[i]) {
                out.write("," + Csv.number(share));
            }
            out.write("," + names.get(outcome[i]) + "," + Csv.number(i < move.length ? move[i] : Double.NaN) + "\n");
        }
    }
}
