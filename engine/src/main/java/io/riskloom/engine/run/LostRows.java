package io.riskloom.engine.run;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of a file was left out or taken as missing because it could not be read: who trains or forecasts on the rest must know. */
public final class LostRows {

    private static final int MOST = 5;

    private static final Set<String> LOST = Set.of(
            "data.warn.badCell",
            "data.warn.badDate",
            "data.warn.conflict",
            "data.warn.conflictFirst",
            "data.warn.conflictNone",
            "data.warn.longRows",
            "data.warn.missingPrice",
            "data.warn.noDateRow",
            "data.warn.noSymbolRow",
            "data.warn.notPositive",
            "data.warn.shortRows");

    private LostRows() {}

    /** The importer's own words on the first {@value #MOST} things, then {@code run.warning.moreLost} (how many more there are). */
    public static List<Notice> of(Imported data) {
        List<Notice> all = data.report().warnings().stream()
                .map(ImportReport.Warning::notice)
                .filter(notice -> LOST.contains(notice.key()))
                .toList();
        List<Notice> told = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            told.add(Notice.of("run.warning.moreLost", all.size() - MOST));
        }
        return told;
    }
}
