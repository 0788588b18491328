package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.NetworkGraph.Node;
import java.util.List;

/** What a cell of a layer sees of the input, in words. */
final class FieldWords {

    private static final int MOST = 6;

    private FieldWords() {}

    static String of(Texts texts, Sight sight, Inputs inputs, Node node, Trace at) {
        if (node.field() == null) {
            return texts.get("inside.field.all");
        }
        Sight.Field field = sight.field(node, at.row(), at.column());
        return switch (sight.kind()) {
            case BARS, DAYS -> texts.get("inside.field.days", days(sight, inputs, field.left(), field.right()));
            case PICTURE ->
                texts.get(
                        "inside.field.picture",
                        days(sight, inputs, field.top(), field.bottom()),
                        days(sight, inputs, field.left(), field.right()));
            case PIXELS -> texts.get("inside.field.columns", names(texts, sight.names(field)));
            case ROW ->
                texts.get(
                        "inside.field.steps",
                        node.field().first(at.column()) + 1,
                        node.field().end(at.column(), Integer.MAX_VALUE));
        };
    }

    private static String days(Sight sight, Inputs inputs, int from, int to) {
        int[] days = sight.days(from, to, inputs.dates().size());
        String first = Formats.day(inputs.dates().get(days[0]));
        return days[0] == days[1]
                ? first
                : first + " – " + Formats.day(inputs.dates().get(days[1]));
    }

    private static String names(Texts texts, List<String> names) {
        String shown = String.join(texts.chinese() ? "、" : ", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() <= MOST ? shown : texts.get("inside.field.more", shown, names.size() - MOST);
    }
}
