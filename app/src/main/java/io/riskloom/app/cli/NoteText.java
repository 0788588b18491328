package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.QualityText;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings and the importer's notes as sentences with the lines that they speak of; each thing once. */
final class NoteText {

    private static final int LINES = 8;

    private final Texts texts;

    private NoteText(Texts texts) {
        this.texts = texts;
    }

    static List<String> of(FileFacts facts, Texts texts) {
        NoteText text = new NoteText(texts);
        List<ImportReport.Warning> warnings = facts.warningsAlone();
        boolean several = facts.loaded()
                .filter(l -> l.imported() instanceof Imported.Prices prices
                        && prices.series().size() > 1)
                .isPresent();
        List<String> lines = new ArrayList<>();
        if (!facts.findings().isEmpty()) {
            lines.add("");
            lines.add(texts.get("cli.inspect.findings", count(facts.findings().size())));
            facts.findings().forEach(finding -> lines.addAll(text.finding(finding, several)));
        }
        if (!warnings.isEmpty()) {
            lines.add("");
            lines.add(texts.get("cli.inspect.notes", count(warnings.size())));
            warnings.forEach(warning -> lines.add("  - " + text.note(warning)));
        }
        return lines;
    }

    private List<String> finding(Finding finding, boolean several) {
        String severity = texts.get("quality.severity." + lower(finding.severity()));
        String check = texts.get("quality.check." + lower(finding.check()));
        String words = sentence(QualityText.of(finding, several, texts), finding.lines(), finding.count());
        List<String> lines = new ArrayList<>();
        lines.add("  - " + severity + " · " + check + " · " + words);
        if (!finding.fixes().isEmpty()) {
            String fixes = finding.fixes().stream()
                    .map(step -> texts.get("quality.fix." + lower(step.fix())))
                    .distinct()
                    .collect(Collectors.joining(" · "));
            lines.add("      " + texts.get("cli.inspect.fixes", fixes));
        }
        return lines;
    }

    /** A note's sentence names its first line itself. */
    private String note(ImportReport.Warning warning) {
        List<Integer> lines = warning.lines().size() < 2 ? List.of() : warning.lines();
        return sentence(texts.of(warning.notice()), lines, warning.count());
    }

    private String sentence(String said, List<Integer> lines, int count) {
        String words = TextTable.printable(said);
        if (lines.isEmpty()) {
            return words;
        }
        String shown = lines.stream()
                .limit(LINES)
                .map(String::valueOf)
                .collect(Collectors.joining(texts.chinese() ? "、" : ", "));
        int rest = Math.max(count, lines.size()) - Math.min(LINES, lines.size());
        String key = lines.size() == 1 && rest == 0 ? "line" : rest == 0 ? "lines" : "moreLines";
        return texts.get("cli.inspect." + key, words, shown, count(rest));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String count(int number) {
        return Formats.number(number, 0);
    }
}
