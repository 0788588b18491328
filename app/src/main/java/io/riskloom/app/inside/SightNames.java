package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.inside.Inputs;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What the rows and columns of a window's picture stand for, in words. */
final class SightNames {

    private final Texts texts;

    SightNames(Texts texts) {
        this.texts = texts;
    }

    /** A day, or the first and the last of several. */
    static String span(List<LocalDate> dates, int first, int last) {
        String from = Formats.day(dates.get(first));
        return last <= first ? from : from + " – " + Formats.day(dates.get(last));
    }

    /** Days; none for other inputs. */
    List<String> columns(Seen seen) {
        Inputs inputs = seen.inputs();
        if (Evidence.kind(inputs) != Evidence.Kind.PICTURE) {
            return List.of();
        }
        PixelDays pixels = Evidence.pixels(seen);
        return IntStream.range(0, inputs.cells()[0].length)
                .mapToObj(i -> span(inputs.dates(), pixels.first(i), pixels.last(i)))
                .toList();
    }

    /** Prices and volume of a chart of bars, days of other pictures; none for other inputs. */
    List<String> rows(Subject subject, Seen seen) {
        Inputs inputs = seen.inputs();
        if (Evidence.kind(inputs) != Evidence.Kind.PICTURE) {
            return List.of();
        }
        WindowImages.PriceRows rows = Evidence.priceRows(subject, seen);
        if (rows == null) {
            return columns(seen);
        }
        double step = (rows.high() - rows.low()) / rows.prices();
        return IntStream.range(0, inputs.cells().length)
                .mapToObj(r -> r < rows.prices()
                        ? Formats.compact(rows.high() - (r + 0.5) * step)
                        : texts.get("inside.occlusion.volume"))
                .toList();
    }
}
