package io.riskloom.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in lines of a terminal's width, indented by as many blanks as the label before it takes. */
final class HangingText {

    /** After a blank, within lists of choices, and between Chinese characters, where no closing mark follows. */
    private static final Pattern BREAK = Pattern.compile("(?<=[ |])|(?<=,)(?=\\p{L})"
            + "|(?<=[\\p{IsHan}，。；：、）”])(?=[\\p{IsHan}（“])|(?<=[\\p{IsHan}，。；：、）”])(?=[\\p{Alnum}])");

    private final int width;
    private final int indent;

    HangingText(int width, int indent) {
        this.width = width;
        this.indent = indent;
    }

    int width() {
        return width;
    }

    /**
     * The label and the text from the indent on; a label that is too long has a line of its own.
     *
     * @param paragraphs each begins on a line of its own; empty ones are left out
     */
    List<String> lines(String label, String... paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            StringBuilder line = new StringBuilder();
            for (String word : BREAK.split(paragraph)) {
                if (TextTable.width(line + word.stripTrailing()) > width - indent && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(word);
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
        }
        lines.replaceAll(line -> " ".repeat(indent) + line.strip());
        if (lines.isEmpty() || TextTable.width(label) >= indent) {
            lines.addFirst(label);
        } else {
            lines.set(
                    0,
                    label
                            + " ".repeat(indent - TextTable.width(label))
                            + lines.getFirst().strip());
        }
        return lines;
    }
}
