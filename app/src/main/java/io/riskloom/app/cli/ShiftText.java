package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.quality.ColumnShift;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Population stability indices as lines for people. */
final class ShiftText {

    private static final double NOTABLE = 0.1;
    private static final double LARGE = 0.25;

    private ShiftText() {}

    static List<String> of(Path other, List<ColumnShift> shifts, Texts texts) {
        TextTable table =
                new TextTable("<><>").row(texts.get("cli.inspect.name"), "PSI", "", texts.get("cli.inspect.unseen"));
        for (ColumnShift shift : shifts) {
            table.row(
                    shift.name(),
                    Formats.number(shift.psi(), 3),
                    texts.get("cli.inspect." + size(shift.psi())),
                    shift.unseenLevels() == 0 ? "" : Formats.number(shift.unseenLevels(), 0));
        }
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("cli.inspect.shifts", TextTable.printable(other.toString())));
        lines.addAll(table.lines());
        return lines;
    }

    private static String size(double psi) {
        if (Double.isNaN(psi)) {
            return "notCompared";
        }
        return psi < NOTABLE ? "stable" : psi < LARGE ? "moved" : "shifted";
    }
}
