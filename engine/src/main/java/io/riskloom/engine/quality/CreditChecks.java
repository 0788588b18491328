package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Finding.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be found in a credit table as a whole; each column has {@link ColumnChecks}. */
final class CreditChecks {

    private static final double MANY = 0.01;
    private static final double BY_CHANCE = 0.1;
    private static final double RARE = 0.02;
    private static final double FEW = 0.1;
    private static final int FEWEST = 50;

    private final Imported.Credit read;
    private final CreditBook book;
    private final boolean[] bad;
    private final List<Finding> findings = new ArrayList<>();

    private CreditChecks(Imported.Credit read) {
        this.read = read;
        this.book = read.book();
        this.bad = book.bad();
    }

    static List<Finding> of(Imported.Credit read) {
        CreditChecks checks = new CreditChecks(read);
        checks.duplicates();
        checks.balance();
        for (CreditColumn column : checks.book.features()) {
            checks.findings.addAll(ColumnChecks.of(column, checks.bad, read.lines()));
        }
        return checks.findings;
    }

    private void duplicates() {
        BitSet repeats = Duplicates.rows(book.features(), bad, book.size());
        int count = repeats.cardinality();
        if (count == 0 || Duplicates.expected(book.features(), bad, book.size()) > BY_CHANCE * count) {
            return;
        }
        double share = (double) count / book.size();
        Notice notice =
                Notice.of("quality.duplicate", count, Plain.percent(share), read.lines()[repeats.nextSetBit(0)]);
        findings.add(new Finding(
                Check.DUPLICATE,
                share > MANY ? Severity.WARNING : Severity.NOTE,
                "",
                "",
                count,
                lines(read.lines(), repeats::get),
                notice,
                List.of(new Step(Check.DUPLICATE, Fix.LEAVE_OUT, "", "", ""))));
    }

    private void balance() {
        int bads = (int) IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        int fewer = Math.min(bads, bad.length - bads);
        double share = (double) fewer / bad.length;
        if (bad.length == 0 || (share >= FEW && fewer >= FEWEST)) {
            return;
        }
        boolean badIsRare = bads <= bad.length - bads;
        Notice notice = Notice.of(
                fewer < FEWEST ? "quality.balance.few" : "quality.balance",
                badIsRare ? book.badLabel() : book.goodLabel(),
                fewer,
                bad.length,
                Plain.percent(share));
        Severity severity = share < RARE || fewer < FEWEST ? Severity.WARNING : Severity.NOTE;
        findings.add(new Finding(Check.BALANCE, severity, "", book.target(), fewer, List.of(), notice, List.of()));
    }

    /** The first lines of the rows that are meant. */
    static List<Integer> lines(int[] lines, IntPredicate rows) {
        return IntStream.range(0, lines.length)
                .filter(rows)
                .limit(Finding.LINES)
                .mapToObj(row -> lines[row])
                .collect(Collectors.toList());
    }
}
