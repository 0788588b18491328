package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingReadingTest {

    private static final String SIMPLIFIED = "日期,开盘价,收盘价,成交量\n2020-01-02,10,10.5,100\n2020-01-03,10.5,11,200\n";
    private static final String TRADITIONAL = "日期,開盤價,收盤價,成交量\n2020-01-02,10,10.5,100\n2020-01-03,10.5,11,200\n";
    private static final String BODY = "[2020-01-02, 2020-01-03] %s[10.0, 10.5] %s[10.5, 11.0] 成交量[100.0, 200.0]";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "GBK"})
    void chineseFilesAreReadWithoutAMark(String charset) throws Exception {
        Sheet sheet = Sheets.read(folder, SIMPLIFIED.getBytes(Charset.forName(charset)), ReadSettings.DETECTED);
        assertEquals("日期" + String.format(BODY, "开盘价", "收盘价"), Sheets.table(sheet));
        String found = charset.equals("GBK") ? "GB18030" : charset;
        assertEquals(found, sheet.detected().encoding());
        assertEquals(
                charset.equals("UTF-8") ? List.of() : List.of("encoding[, , " + found + "]"), Sheets.warnings(sheet));
    }

    @Test
    void traditionalChineseIsBig5() throws Exception {
        for (String charset : List.of("Big5", "x-windows-950")) {
            Sheet sheet = Sheets.read(folder, TRADITIONAL.getBytes(Charset.forName(charset)), ReadSettings.DETECTED);
            assertEquals("日期" + String.format(BODY, "開盤價", "收盤價"), Sheets.table(sheet));
            assertEquals("Big5", sheet.detected().encoding());
        }
        String names = "股票名稱,產業,違約\n台積電,半導體,否\n鴻海精密,電子,是\n國泰金控,金融,否\n";
        assertEquals(
                "股票名稱[台積電, 鴻海精密, 國泰金控] 產業[半導體, 電子, 金融] 違約[否, 是, 否]",
                Sheets.table(Sheets.read(folder, names.getBytes(Charset.forName("Big5")), ReadSettings.DETECTED)));
    }

    @Test
    void trailBytesThatLookLikeSeparatorsBelongToTheirCharacters() throws Exception {
        // 葉 ends in 0xAD, 功 in 0x5C, 育 in 0x7C (|) in Big5
        String text = "日期|公司|收盤價\n2020-01-02|教育成功|1.5\n2020-01-03|成功教育|2.5\n";
        Sheet sheet = Sheets.read(folder, text.getBytes(Charset.forName("Big5")), ReadSettings.DETECTED);
        assertEquals("日期[2020-01-02, 2020-01-03] 公司[教育成功, 成功教育] 收盤價[1.5, 2.5]", Sheets.table(sheet));
    }

    @ParameterizedTest
    @CsvSource({"Größe;Übertrag", "Börse Zürich;Höchst", "Prix d’été;Côté", "Año;Señal", "Eröffnung;Schluß"})
    void westernUmlautsAreNotTakenForChinese(String header) throws Exception {
        String names = header;
        String text = names + "\n1,5;2\n2,5;3\n";
        Sheet sheet = Sheets.read(folder, text.getBytes(Charset.forName("windows-1252")), ReadSettings.DETECTED);
        String[] name = names.split(";");
        assertEquals(name[0] + "[1.5, 2.5] " + name[1] + "[2.0, 3.0]", Sheets.table(sheet));
        assertEquals("windows-1252", sheet.detected().encoding());
    }

    @Test
    void charactersBeyondTheFirstPlaneSurvive() throws Exception {
        String text = "name,x\n𠮷田🙂,1.5\né,2.5\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
            Sheet sheet =
                    Sheets.read(folder, text.getBytes(charset), ReadSettings.DETECTED.withEncoding(charset.name()));
            assertEquals("name[𠮷田🙂, é] x[1.5, 2.5]", Sheets.table(sheet));
        }
    }

    @Test
    void theReadersEncodingCountsAndIsNotQuestioned() throws Exception {
        byte[] bytes = "name,x\ncafé,1.5\n".getBytes(StandardCharsets.UTF_8);
        Sheet sheet = Sheets.read(folder, bytes, ReadSettings.DETECTED.withEncoding("windows-1252"));
        assertEquals("name[cafÃ©] x[1.5]", Sheets.table(sheet));
        assertEquals(List.of(), Sheets.warnings(sheet));
        byte[] western = "name,x\ncafé,1.5\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("encoding||||UTF-8", Sheets.refusal(folder, western, ReadSettings.DETECTED.withEncoding("UTF-8")));
        assertEquals(
                "setting|||UTF-8, GB18030, Big5, windows-1252|klingon",
                Sheets.refusal(folder, western, ReadSettings.DETECTED.withEncoding("klingon")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineEndsAreReadAndCounted(String end) throws Exception {
        String text = String.join(end, "date,close", "2020-01-02,1", "", "2020-01-03,\"2\"", "2020-01-06,3", "");
        Sheet sheet = Sheets.read(folder, text);
        assertEquals("date[2020-01-02, 2020-01-03, 2020-01-06] close[1.0, 2.0, 3.0]", Sheets.table(sheet));
        assertEquals("[2, 4, 5]", Arrays.toString(sheet.lines()));
    }

    @Test
    void gzipIsUnpackedAndHashedAsItLies() throws Exception {
        byte[] packed = gzip("date,close\n2020-01-02,1\n2020-01-03,2\n".getBytes(StandardCharsets.UTF_8));
        TextFile file = TextFile.read(Files.write(folder.resolve("SPY.csv.gz"), packed));
        Sheet sheet = Sheet.read(file, ReadSettings.DETECTED);
        assertEquals("date[2020-01-02, 2020-01-03] close[1.0, 2.0]", Sheets.table(sheet));
        assertEquals("SPY.csv", sheet.file().name());
        assertEquals("SPY", sheet.file().stem());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed)),
                sheet.file().sha256());
    }

    @Test
    void damagedHugeAndForeignGzipIsRefused() throws Exception {
        byte[] packed = gzip("date,close\n2020-01-02,1\n2020-01-03,2\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("gzip", key(Arrays.copyOf(packed, packed.length - 12)));
        assertEquals("archive", key(gzip(packed)));
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertEquals("archive", key(gzip(tar)));
        assertEquals("binary", key(gzip(new byte[] {'a', ',', 0, 1})));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
        }
        assertEquals("gzipTooLarge", key(bomb.toByteArray()));
    }

    private String key(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("a.csv.gz"), bytes);
        return assertThrows(DataException.class, () -> Sheet.read(TextFile.read(file), ReadSettings.DETECTED))
                .notice()
                .key()
                .replace("data.error.", "");
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void chineseBehindAMebibyteOfAsciiIsFound() throws Exception {
        StringBuilder text = new StringBuilder("x,note\n");
        for (int i = 0; i < 150_000; i++) {
            text.append(i).append(".5,a\n");
        }
        text.append("1.5,上海浦东发展银行\n");
        Sheet sheet = Sheets.read(folder, text.toString().getBytes(Encodings.GB18030), ReadSettings.DETECTED);
        assertEquals("GB18030", sheet.detected().encoding());
        assertEquals("上海浦东发展银行", sheet.column(1).get(150_000));
    }
}
