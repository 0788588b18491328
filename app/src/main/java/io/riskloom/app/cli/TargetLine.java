package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.run.TakenTarget;
import java.util.ArrayList;
import java.util.List;

/** What a credit model will predict: target, bad class and its share, and what of that was guessed. */
final class TargetLine {

    private TargetLine() {}

    static void tell(Imported.Credit data, Texts texts) {
        of(data, texts).forEach(System.err::println);
    }

    static List<String> of(Imported.Credit data, Texts texts) {
        CreditBook book = data.book();
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "cli.train.target",
                book.target(),
                book.badLabel(),
                Formats.percent(book.eventRate(), 1),
                Formats.number(book.size(), 0)));
        TakenTarget.remarks(data).forEach(remark -> lines.add(texts.of(remark)));
        return lines;
    }
}
