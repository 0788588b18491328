package io.riskloom.engine.data;

import java.io.IOException;

/**
 * How a text file separates its cells. The separator is the one of {@code , ; TAB |} that splits the first hundred lines most
 * evenly, quoted text left out; a first line {@code sep=;} decides at once.
 *
 * @param separator between cells
 * @param skipped   lines before the header (the {@code sep=} line)
 */
record Dialect(char separator, int skipped) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE = 1 << 16;
    private static final int LINES = 100;

    /** @throws DataException where no separator splits the first line */
    static Dialect of(TextFile file) throws DataException, IOException {
        String head = file.head(SAMPLE);
        if (head.regionMatches(true, 0, "sep=", 0, 4)
                && head.length() > 5
                && (head.charAt(5) == '\n' || head.charAt(5) == '\r')) {
            return new Dialect(head.charAt(4), 1);
        }
        int[][] counts = new int[CANDIDATES.length][LINES];
        int lines = count(head, head.length() == SAMPLE, counts);
        int best = -1;
        double bestScore = 0;
        for (int c = 0; c < CANDIDATES.length; c++) {
            int same = 0;
            for (int line = 0; line < lines; line++) {
                same += counts[c][line] == counts[c][0] ? 1 : 0;
            }
            double score = counts[c][0] == 0 ? 0 : (double) same / lines + Math.min(counts[c][0], 999) * 1e-6;
            if (score > bestScore) {
                best = c;
                bestScore = score;
            }
        }
        if (best < 0) {
            String first = head.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .findFirst()
                    .orElse("");
            throw first.isEmpty()
                    ? new DataException("data.error.empty", file.name(), 0, "", "", "")
                    : new DataException("data.error.oneColumn", file.name(), 1, "", ", ; TAB |", first);
        }
        return new Dialect(CANDIDATES[best], 0);
    }

    /** Fills the number of each candidate in each line that is not blank; gives the number of lines. */
    private static int count(String head, boolean truncated, int[][] counts) {
        int lines = 0;
        boolean quoted = false;
        boolean blank = true;
        int i = 0;
        for (; i < head.length() && lines < LINES; i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                blank = false;
            } else if (c == '\n' && !quoted) {
                lines += blank ? 0 : 1;
                blank = true;
            } else if (!quoted) {
                blank &= Cells.blank(c) && c != '\t';
                for (int k = 0; k < CANDIDATES.length; k++) {
                    counts[k][lines] += c == CANDIDATES[k] ? 1 : 0;
                }
            }
        }
        boolean rest = i == head.length() && !blank && (!truncated || lines == 0);
        return rest && lines < LINES ? lines + 1 : lines;
    }
}
