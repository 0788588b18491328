package io.riskloom.engine.data;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One of the ways in which a program may write a table as text, drawn at random. */
final class RandomDialect {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<String> MISSING =
            List.of("", "NA", "N/A", "#N/A", "null", "None", "nan", "-", "--", ".", "?", "#NV", "\\N");
    private static final List<String> DATES = List.of(
            "uuuu-MM-dd",
            "uuuu/M/d",
            "uuuu-MM-dd'T'00:00:00'+08:00'",
            "uuuu-MM-dd 00:00:00",
            "uuuuMMdd",
            "dd.MM.uuuu",
            "d.M.uu",
            "M/d/uuuu",
            "M/d/uu",
            "d/M/uuuu",
            "dd/MM/uu",
            "MM-dd-uuuu",
            "MMM d, uuuu",
            "MMMM d uuuu",
            "dd-MMM-uu",
            "d MMM uuuu",
            "EEE, d MMM uuuu",
            "uuuu年M月d日",
            "epoch s",
            "epoch ms",
            "excel");

    private final Random random;
    final Charset charset;
    private final boolean marked;
    private final String lineEnd;
    private final char separator;
    private final char decimal;
    private final String group;
    private final int quotes;
    private final String dates;
    private final String missing;
    private final List<String> preamble;
    private final boolean trailing;

    RandomDialect(Random random) {
        this.random = random;
        this.charset = one(List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                GB18030,
                BIG5,
                WINDOWS));
        this.marked =
                charset.name().startsWith("UTF-16") || (charset == StandardCharsets.UTF_8 && random.nextBoolean());
        this.lineEnd = one(List.of("\n", "\r\n", "\r"));
        this.separator = one(List.of(',', ',', ';', ';', '\t', '|', ' '));
        boolean gaps = separator != ' ';
        this.decimal = one(List.of('.', '.', ','));
        this.group = one(groups(gaps));
        this.quotes = random.nextInt(3);
        this.dates = one(DATES.stream()
                .filter(d -> charset.newEncoder().canEncode(d) && (gaps || d.indexOf(' ') < 0 || d.startsWith("epoch")))
                .toList());
        this.missing = one(MISSING.subList(gaps ? 0 : 1, MISSING.size()));
        this.preamble = gaps && random.nextInt(3) == 0
                ? one(List.of(
                        List.of("# exported by a terminal", "# all rows"),
                        List.of("Monthly report"),
                        List.of("Report of the desk", ""),
                        List.of("sep=" + separator)))
                : List.of();
        this.trailing = gaps && random.nextInt(6) == 0;
    }

    private List<String> groups(boolean gaps) {
        List<String> groups = new ArrayList<>(List.of("", "", decimal == '.' ? "," : ".", "'"));
        if (gaps) {
            groups.add(" ");
        }
        if (gaps && charset != GB18030 && charset.newEncoder().canEncode('\u00A0')) { // GBK has no such blank
            groups.add("\u00A0");
        }
        return groups;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean gaps() {
        return separator != ' ';
    }

    /** In which the encoding is used, so that its words tell it from others. */
    String language() {
        return charset == GB18030 ? "zh" : charset == BIG5 ? "zh-TW" : charset == WINDOWS ? "de" : "en";
    }

    String missing() {
        return missing;
    }

    String number(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int dot = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
        for (int i = 0; i < dot; i++) {
            boolean mark = i > 0 && (dot - i) % 3 == 0;
            text.append(mark ? group : "").append(plain.charAt(i));
        }
        return dot < plain.length()
                ? text.append(decimal).append(plain.substring(dot + 1)).toString()
                : text.toString();
    }

    String date(LocalDate day) {
        long midnight = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return switch (dates) {
            case "epoch s" -> String.valueOf(midnight);
            case "epoch ms" -> midnight + "000";
            case "excel" -> String.valueOf(day.toEpochDay() + 25_569);
            default -> DateTimeFormatter.ofPattern(dates, Locale.ENGLISH).format(day);
        };
    }

    byte[] bytes(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(marked ? "\uFEFF" : "");
        preamble.forEach(line -> text.append(line).append(lineEnd));
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i > 0 ? String.valueOf(separator) : "").append(cell(row.get(i)));
            }
            text.append(trailing ? String.valueOf(separator) : "").append(lineEnd);
        }
        return text.toString().getBytes(charset);
    }

    /** Quoted where it must be, where it is a text, or always. */
    private String cell(String text) {
        boolean must = text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        boolean letters = !text.isEmpty() && Character.isLetter(text.charAt(0)) && !text.equals(missing);
        return must || quotes == 2 || (quotes == 1 && letters) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public String toString() {
        return charset + (marked ? " marked" : "") + ", separator " + (int) separator + ", decimal " + decimal
                + ", group '"
                + group + "', quotes " + quotes + ", dates " + dates + ", missing '" + missing + "', preamble "
                + preamble
                + (trailing ? ", trailing" : "");
    }
}
