package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long files of applicants, read in portions: what comes out is what reading them at once gives. */
class ApplicantStreamTest {

    private static final Map<String, Boolean> COLUMNS = Map.of("age", true, "home", false, "sum", true);

    @TempDir
    Path folder;

    /** Cells of each column as text, NaN and missing levels as empty, joined over the portions; identifiers and lines beside. */
    private record Read(
            List<String> ages, List<String> homes, List<String> sums, List<Integer> lines, List<String> ids) {}

    private static Read stream(Path file, ReadSettings settings, int portion, int block) throws Exception {
        Read read =
                new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (ApplicantStream stream = ApplicantStream.open(file, settings, COLUMNS, false, block, Progress.NONE)) {
            Optional<Applicants> next = stream.next(portion);
            while (next.isPresent()) {
                assertTrue(next.get().size() <= portion);
                add(next.get().book(), read);
                for (int line : next.get().lines()) {
                    read.lines.add(line);
                }
                for (String id : stream.identifiers()) {
                    read.ids.addAll(List.of(next.get().texts().get(id)));
                }
                next = stream.next(portion);
            }
        }
        return read;
    }

    private static Read atOnce(Path file, ReadSettings settings) throws Exception {
        Imported.Credit credit = CsvReader.readForScoring(file, settings, COLUMNS);
        Read read =
                new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        add(credit.book(), read);
        for (int line : credit.lines()) {
            read.lines.add(line);
        }
        return read;
    }

    private static void add(CreditBook book, Read read) {
        read.ages.addAll(texts(book, "age"));
        read.homes.addAll(texts(book, "home"));
        read.sums.addAll(texts(book, "sum"));
    }

    private static List<String> texts(CreditBook book, String name) {
        CreditColumn column = book.features().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            texts.add(
                    switch (column) {
                        case CreditColumn.Numeric n -> String.valueOf(n.values()[i]);
                        case CreditColumn.Categorical c ->
                            c.codes()[i] < 0 ? "" : c.levels().get(c.codes()[i]);
                    });
        }
        return texts;
    }

    private static void same(Read expected, Read read) {
        assertEquals(expected.ages, read.ages);
        assertEquals(expected.homes, read.homes);
        assertEquals(expected.sums, read.sums);
        assertEquals(expected.lines, read.lines);
    }

    @Test
    void columnsAreFoundByNameAndOthersPassedBy() throws Exception {
        Path file = Csv.file(folder, "note,sum,id,home,age\nx,1.5,7,rent,30\ny,,8,\"own, or not\",41\n");
        Read read = stream(file, ReadSettings.DETECTED, 10, 60);
        assertEquals(List.of("30.0", "41.0"), read.ages);
        assertEquals(List.of("rent", "own, or not"), read.homes);
        assertEquals(List.of("1.5", "NaN"), read.sums);
        assertEquals(List.of(2, 3), read.lines);
        assertEquals(List.of("7", "8"), read.ids);
    }

    @Test
    void aColumnThatTheFileLacksIsMissingInEveryRow() throws Exception {
        Read read = stream(Csv.file(folder, "home,age\nrent,30\nown,41\n"), ReadSettings.DETECTED, 10, 1 << 10);
        assertEquals(List.of("NaN", "NaN"), read.sums);
        assertEquals(List.of("rent", "own"), read.homes);
    }

    /** A lone minus is a level where a lone plus stands anywhere, here in the last row; the decimal mark too is told by the last. */
    @Test
    void whatOnlyTheLastRowTellsHoldsForTheFirst() throws Exception {
        String text = "age;home;sum\n30;-;1\n40;-;2\n50;+;3,5\n";
        Path file = Csv.file(folder, text);
        same(atOnce(file, ReadSettings.DETECTED), stream(file, ReadSettings.DETECTED, 1, 24));
        assertEquals(List.of("1.0", "2.0", "3.5"), stream(file, ReadSettings.DETECTED, 2, 24).sums);
        assertEquals(List.of("-", "-", "+"), stream(file, ReadSettings.DETECTED, 2, 24).homes);
    }

    @Test
    void emptyRowsCountButAtTheEnd() throws Exception {
        Path file = Csv.file(folder, "age,home,sum\n\n,,\n30,rent,1\n\n\n40,own,2\n,,\n\n");
        Read read = stream(file, ReadSettings.DETECTED.withHeader(1), 2, 32);
        same(atOnce(file, ReadSettings.DETECTED.withHeader(1)), read);
        assertEquals(List.of(3, 4, 5, 6, 7), read.lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "windows-1252"})
    void encodingsAreDetected(String charset) throws Exception {
        boolean chinese = !charset.equals("windows-1252");
        String word = chinese ? "自有住房，已还清的贷款" : "Übergröße";
        StringBuilder text = new StringBuilder("age,home,sum\n");
        for (int i = 0; i < 300; i++) {
            text.append(i)
                    .append(',')
                    .append(i > 200 ? word : "rent")
                    .append(',')
                    .append(i)
                    .append(".5\n");
        }
        byte[] bytes = text.toString().getBytes(Charset.forName(charset));
        byte[] marked = charset.equals("UTF-16LE") ? concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, bytes) : bytes;
        Path file = Files.write(folder.resolve("data.csv"), marked);
        Read read = stream(file, ReadSettings.DETECTED, 64, 500);
        same(atOnce(file, ReadSettings.DETECTED), read);
        assertEquals(word, read.homes.get(250));
    }

    @Test
    void aPackedFileIsUnpackedWhileItIsRead() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("age,home,sum\n30,rent,1.5\n41,own,2\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("data.csv.gz"), packed.toByteArray());
        assertEquals(List.of("30.0", "41.0"), stream(file, ReadSettings.DETECTED, 5, 26).ages);
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 12);
        Path broken = Files.write(folder.resolve("broken.csv.gz"), cut);
        DataException e = assertThrows(DataException.class, () -> stream(broken, ReadSettings.DETECTED, 5, 26));
        assertEquals("data.error.gzip", e.notice().key());
    }

    @ParameterizedTest
    @CsvSource({"1, 1024", "7, 1100", "1000, 2000", "64, 4194304"})
    void randomTablesComeOutAsReadAtOnce(int portion, int block) throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            Path file = Csv.file(folder, table(new Random(seed)));
            same(atOnce(file, ReadSettings.DETECTED), stream(file, ReadSettings.DETECTED, portion, block));
        }
    }

    /** Quoted line breaks and marks, doubled marks, all line ends, gaps and cells that are no numbers. */
    private static String table(Random random) {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        char separator = ",;\t|".charAt(random.nextInt(4));
        StringBuilder text = new StringBuilder();
        text.append(String.join(String.valueOf(separator), "key", "age", "home", "sum"))
                .append(end);
        int rows = 3 + random.nextInt(200);
        for (int i = 0; i < rows; i++) {
            text.append('k').append(i).append(separator);
            text.append(random.nextInt(12) == 0 ? "NA" : String.valueOf(18 + random.nextInt(60)))
                    .append(separator);
            text.append(home(random, separator)).append(separator);
            text.append(random.nextInt(15) == 0 ? "none given" : String.valueOf(random.nextInt(9000) / 8.0));
            text.append(i == rows - 1 && random.nextBoolean() ? "" : end);
        }
        return text.toString();
    }

    private static String home(Random random, char separator) {
        return switch (random.nextInt(6)) {
            case 0 -> "\"own" + separator + " paid\"";
            case 1 -> "\"two\nlines\"";
            case 2 -> "\"a \"\"free\"\" room\"";
            case 3 -> "";
            case 4 -> " rent ";
            default -> "own";
        };
    }

    @Test
    void cellsThatAreNoNumbersAreTold() throws Exception {
        Path file = Csv.file(folder, "age,home,sum\n30,rent,1\nold,own,2\n40,own,3\nyoung,own,x\n");
        try (ApplicantStream stream =
                ApplicantStream.open(file, ReadSettings.DETECTED, COLUMNS, false, 30, Progress.NONE)) {
            while (stream.next(1).isPresent()) {
                // only the warnings are wanted
            }
            assertEquals(
                    List.of("data.warn.badCell[3, age, 2, old]", "data.warn.badCell[5, sum, 1, x]"),
                    stream.warnings().stream()
                            .map(w -> w.notice().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void progressGoesUpAndMayEndIt() throws Exception {
        StringBuilder text = new StringBuilder("age,home,sum\n");
        for (int i = 0; i < 200; i++) {
            text.append(i).append(",rent,").append(i).append('\n');
        }
        Path file = Csv.file(folder, text.toString());
        List<Double> shares = new ArrayList<>();
        try (ApplicantStream stream =
                ApplicantStream.open(file, ReadSettings.DETECTED, COLUMNS, false, 400, share -> shares.add(share))) {
            while (stream.next(50).isPresent()) {
                // only the progress is wanted
            }
        }
        assertEquals(shares.stream().sorted().toList(), shares);
        assertTrue(shares.getFirst() <= 0.2);
        assertEquals(1, shares.getLast(), 1e-12);
        DataException e = assertThrows(
                DataException.class,
                () -> ApplicantStream.open(file, ReadSettings.DETECTED, COLUMNS, false, 400, share -> share < 0.1));
        assertEquals("data.error.cancelled", e.notice().key());
    }

    @Test
    void aLongRowAndAFileWithoutRowsAreRefused() throws Exception {
        Path longer = Csv.file(folder, "age,home,sum\n30,rent,1\n40,own,2,5\n");
        assertEquals(
                "data.error.ragged",
                assertThrows(DataException.class, () -> stream(longer, ReadSettings.DETECTED, 5, 99))
                        .notice()
                        .key());
        Path none = Csv.file(folder, "age,home,sum\n");
        assertEquals(
                "data.error.headerOnly",
                assertThrows(DataException.class, () -> stream(none, ReadSettings.DETECTED, 5, 99))
                        .notice()
                        .key());
    }

    @Test
    void whatBecameOfTheApplicantsIsToldAsInAFileWithItsTarget() throws Exception {
        Path file = Csv.file(folder, "age,status\n30,good\n31,bad\n32,\n33,good\n");
        try (ApplicantStream stream =
                ApplicantStream.open(file, ReadSettings.DETECTED, Map.of("age", true), true, Progress.NONE)) {
            assertEquals("status", stream.target());
            Applicants all = stream.next(10).orElseThrow();
            Outcomes outcomes = stream.outcomes();
            for (String text : all.texts().get("status")) {
                outcomes.add(text);
            }
            assertArrayEquals(new byte[] {0, 1, -1, 0}, outcomes.bad().orElseThrow());
        }
    }

    @Test
    void theTargetIsTheColumnOfTheSettingsOrOfTheBestName() throws Exception {
        Path file = Csv.file(folder, "age,status,default,flag\n30,a,1.0,y\n31,b,0,n\n32,b,1,n\n");
        Map<String, Boolean> age = Map.of("age", true);
        try (ApplicantStream named = ApplicantStream.open(file, ReadSettings.DETECTED, age, true, Progress.NONE)) {
            assertEquals("default", named.target());
            Outcomes outcomes = named.outcomes();
            for (String text : named.next(9).orElseThrow().texts().get("default")) {
                outcomes.add(text);
            }
            assertArrayEquals(new byte[] {1, 0, 1}, outcomes.bad().orElseThrow(), "1.0 and 1 are one class");
        }
        ReadSettings settings = ReadSettings.DETECTED.withTarget("flag", List.of("n"));
        try (ApplicantStream given = ApplicantStream.open(file, settings, age, true, Progress.NONE)) {
            Outcomes outcomes = given.outcomes();
            for (String text : given.next(9).orElseThrow().texts().get("flag")) {
                outcomes.add(text);
            }
            assertArrayEquals(new byte[] {0, 1, 1}, outcomes.bad().orElseThrow());
        }
        ReadSettings gone = ReadSettings.DETECTED.withTarget("gone", List.of());
        try (ApplicantStream none = ApplicantStream.open(file, gone, age, true, Progress.NONE)) {
            assertEquals("", none.target());
        }
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
