package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not certain is refused: key, line, column, expected, found. */
class RefusalTest {

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("empty||||", ""),
                Arguments.of("empty||||", "\n\n  \n"),
                Arguments.of("headerOnly||||", "date,close\n"),
                Arguments.of("headerOnly||||", "date,close\n,\n,\n"),
                Arguments.of("oneColumn|1||, ; TAB ||name", "name\nann\nbob\n"),
                Arguments.of("oneColumn|1||, ; TAB ||1", "1\n2\n3\n"),
                Arguments.of("ragged|2||3|< 3", "date,open,close\n2020-01-02,1\n2020-01-03,2\n2020-01-06,7\n"),
                Arguments.of("ragged|3||2|3", "date,close\n2020-01-02,1\n2020-01-03,2,5\n"),
                Arguments.of("quotes|3||\"|", "date,close\n2020-01-02,1\n2020-01-03,\"2\n2020-01-06,3\n"),
                Arguments.of("quotes|2||\"|", "date,close\n2020-01-02,\"1\"2\n"),
                Arguments.of("date|4|date|yyyy-MM-dd|soon", "date,close\n2020-01-02,1\n2020-01-03,2\nsoon,3\n"),
                Arguments.of(
                        "date|4|date|yyyy-MM-dd|2020-02-30", "date,close\n2020-01-02,1\n2020-01-03,2\n2020-02-30,3\n"),
                Arguments.of("dateColumn||date|yyyy-MM-dd|", "date,close\n4383,1\n4384,2\n4385,3\n"),
                Arguments.of("noDate|3|date||", "date,close\n2020-01-02,1\n,2\n2020-01-06,3\n"),
                Arguments.of("noSymbol|3|symbol||", "symbol,date,close\nA,2020-01-02,1\n,2020-01-03,2\n"),
                Arguments.of("notPositive|3|close|3|2", "date,close\n2020-01-02,1\n2020-01-03,0\n2020-01-06,-1\n"),
                Arguments.of("manyPerDay|4|date|2|1", "date,close\n2020-01-02,1\n2020-01-03,2\n2020-01-03,2.5\n"),
                Arguments.of("whichPrice|1||close|alpha, beta", "date,alpha,beta\n2020-01-02,1.5,2\n2020-01-03,1,-2\n"),
                Arguments.of("noTarget||||name, amount", "name,amount\na,1.5\nb,2.5\nc,3\n"),
                Arguments.of(
                        "noTarget||||name, amount_of_the_loan, checking_account_status, …",
                        "name,amount_of_the_loan,checking_account_status,savings_account_status\n"
                                + "a,1.5,2.5,4\nb,2.5,3.5,5\nc,3,1,6\n"),
                Arguments.of("oneClass||class||good", "amount,class\n1,good\n2,good\n"),
                Arguments.of("noFeatures||||", "id,class\n1,good\n2,bad\n"),
                Arguments.of("html||||HTML", "<!DOCTYPE html><html><body>a,b</body></html>"),
                Arguments.of("binary||||JSON", "{\"a\": [1,2]}"),
                Arguments.of("binary||||XML", "<?xml version=\"1.0\"?><a/>"),
                Arguments.of("binary||||0x00 @ 4", "date\0,close\n"),
                Arguments.of("binary||||PDF", "%PDF-1.7\n"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusalNamesPlaceAndCause(String refusal, String text) throws Exception {
        assertEquals(refusal, Csv.refusal(folder, text));
    }

    @Test
    void archivesAndSpreadsheetsAreNamed() throws Exception {
        assertEquals("spreadsheet||||XLSX", Csv.refusal(zip("xl/workbook.xml")));
        assertEquals("archive||||ZIP", Csv.refusal(zip("prices.csv")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("date,close\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("headerOnly||||", Csv.refusal(Files.write(folder.resolve("a.gz"), bytes.toByteArray())));
        byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertEquals("spreadsheet||||XLS", Csv.refusal(Files.write(folder.resolve("a.xls"), xls)));
    }

    private Path zip(String entry) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return Files.write(folder.resolve("a.bin"), bytes.toByteArray());
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        Path nowhere = folder.resolve("nowhere.csv");
        assertEquals("notFound||||" + found(nowhere.toString()), Csv.refusal(nowhere));
        assertEquals("folder||||", Csv.refusal(folder));
    }

    private static String found(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    @Test
    void aNamedTargetMustExistAndHaveTwoClasses() throws Exception {
        Path file = Csv.file(folder, "amount,grade,class\n1,a,good\n2,b,bad\n3,c,good\n");
        assertEquals("data.error.targetMissing[data.csv, 1, grad, grad, amount, grade, class]", refusal(file, "grad"));
        assertEquals("data.error.manyClasses[data.csv, , grade, a, b, c, 3]", refusal(file, "grade"));
    }

    private static String refusal(Path file, String target) {
        return assertThrows(
                        DataException.class,
                        () -> CsvReader.read(file, ReadSettings.DETECTED.withTarget(target, List.of())))
                .notice()
                .toString();
    }
}
