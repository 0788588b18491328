package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {

    @TempDir
    Path folder;

    private Preview preview(String text, ReadSettings settings) throws Exception {
        return Sheet.preview(Sheets.file(folder, text.getBytes(StandardCharsets.UTF_8)), settings);
    }

    @Test
    void goodFilesShowWhatReadingWillUse() throws Exception {
        Preview preview =
                preview("made by a robot\nDatum;Kurs\n02.01.2020;1,5\n03.01.2020;2,5\n", ReadSettings.DETECTED);
        assertEquals(List.of("Datum", "Kurs"), preview.header());
        assertEquals(List.of(List.of("02.01.2020", "1,5"), List.of("03.01.2020", "2,5")), preview.rows());
        assertEquals(List.of(3, 4), preview.lines());
        ReadSettings used = preview.used();
        assertEquals(
                "UTF-8 ; , 2 dd.MM.yyyy",
                String.join(" ", used.encoding(), used.separator(), used.decimal(), "" + used.header(), used.dates()));
    }

    @Test
    void raggedFilesAreShown() throws Exception {
        Preview preview = preview("date,close\n2020-01-02,1\n2020-01-03,2,5\n2020-01-06\n", ReadSettings.DETECTED);
        assertEquals(List.of("date", "close"), preview.header());
        assertEquals(
                List.of(List.of("2020-01-02", "1"), List.of("2020-01-03", "2", "5"), List.of("2020-01-06")),
                preview.rows());
    }

    @Test
    void oneColumnAndOnlyAHeaderAreShown() throws Exception {
        Preview one = preview("ann\nbob\n", ReadSettings.DETECTED);
        assertEquals(List.of("#1"), one.header());
        assertEquals(List.of(List.of("ann"), List.of("bob")), one.rows());
        assertEquals(List.of(1, 2), one.lines());
        Preview header = preview("date,close\n", ReadSettings.DETECTED);
        assertEquals(List.of("#1", "#2"), header.header());
        assertEquals(List.of(List.of("date", "close")), header.rows());
    }

    @Test
    void openQuotesShowTheRowsBeforeThem() throws Exception {
        Preview preview = preview("date,close\n2020-01-02,1\n2020-01-03,\"2\n", ReadSettings.DETECTED);
        assertEquals(List.of(List.of("date", "close"), List.of("2020-01-02", "1")), preview.rows());
    }

    @Test
    void settingsCutTheRows() throws Exception {
        String text = "a;b,c\n1;2,3\n";
        assertEquals(
                List.of("a;b", "c"),
                preview(text, ReadSettings.DETECTED.withSeparator(",")).header());
        Preview raw = preview(text, ReadSettings.DETECTED.withSeparator(";").withHeader(ReadSettings.NO_HEADER));
        assertEquals(List.of(List.of("a", "b,c"), List.of("1", "2,3")), raw.rows());
        assertEquals(List.of("#1", "#2"), raw.header());
        byte[] chinese = "日期,收盘价\n2020-01-02,1\n".getBytes(Charset.forName("GB18030"));
        Preview latin = Sheet.preview(Sheets.file(folder, chinese), ReadSettings.DETECTED.withEncoding("ISO-8859-1"));
        assertEquals("ÈÕÆÚ", latin.header().getFirst());
    }

    @Test
    void onlyWhatIsNoTextIsRefused() {
        assertEquals("data.error.empty", refusal(""));
        assertEquals("data.error.empty", refusal("\n \n"));
        assertEquals("data.error.binary", refusal("a\0b"));
        assertEquals("data.error.html", refusal("<html></html>"));
    }

    private String refusal(String text) {
        return assertThrows(DataException.class, () -> preview(text, ReadSettings.DETECTED))
                .notice()
                .key();
    }
}
