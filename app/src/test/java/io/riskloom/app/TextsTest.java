package io.riskloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages are whole, the Chinese is Chinese, and no view keeps words of its own. */
class TextsTest {

    /** String literals that look like keys of the bundles; what a key may start with is no key. */
    private static final Pattern KEY =
            Pattern.compile("(?<!startsWith\\()\"([a-z][A-Za-z]*\\.[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)\"");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** Words that stand alone in a Chinese text: names, abbreviations, units. */
    private static final Set<String> NAMES = Set.of(
            "Riskloom",
            "English", // the button that changes to English
            "CPU",
            "ReLU",
            "sigmoid",
            "tanh",
            "He",
            "GPU",
            "MB",
            "M",
            "Wasserstein",
            "SGD",
            "RMSprop",
            "LSTM",
            "GRU",
            "RNN",
            "TCN",
            "Platt",
            "CNN",
            "Grad",
            "CAM",
            "ResNet",
            "MLP",
            "Shapley",
            "GAN",
            "OHLCV",
            "GARCH",
            "EWMA",
            "HAR",
            "QLIKE",
            "t",
            "CUDA",
            "Java",
            "PyTorch",
            "GASF",
            "GADF",
            "MTF",
            "Sobel",
            "x",
            "y",
            "Dropout",
            "Adam",
            "AdamW",
            "Huber",
            "MAE",
            "MSE",
            "RMSE",
            "MASE",
            "sMAPE",
            "CRPS",
            "AUC",
            "PSI",
            "CSI",
            "IV",
            "WoE",
            "PR",
            "KS",
            "F1");

    /** A half-width mark beside a Han character, a Chinese quotation mark or a placeholder. */
    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}{}“”]\\s*[,;:()!?]|[,;:()!?]\\s*[\\p{IsHan}{}“”]|\\p{IsHan}\\.");

    private static final Pattern SPACING = Pattern.compile("\\s%|\\p{IsHan}[A-Za-z0-9]|[A-Za-z0-9%]\\p{IsHan}"
            + "|\\p{IsHan}\\s[“”]|[“”]\\s\\p{IsHan}|\\s[，。；：（）、]|[，。；：（、]\\s");

    /** Words that the glossary gave up, and what stands in their place. */
    private static final Map<String, String> GIVEN_UP = Map.ofEntries(
            Map.entry("昨日收盘价", "最新值"),
            Map.entry("最后值", "最新值"),
            Map.entry("读取运行", "实验"),
            Map.entry("空洞率", "膨胀率"),
            Map.entry("扩张率", "膨胀率"),
            Map.entry("反射填充", "镜像填充"),
            Map.entry("复制边缘", "边缘复制"),
            Map.entry("对照模型", "基准模型"),
            Map.entry("典型特征", "典型事实"),
            Map.entry("预测期", "预测步长"),
            Map.entry("波动聚集", "波动率聚集"),
            Map.entry("字段", "列"),
            Map.entry("信贷表", "信贷数据表"),
            Map.entry("申请人数据表", "信贷数据表"),
            Map.entry("角色", "用途"),
            Map.entry("离群值", "异常值"),
            Map.entry("泄露", "泄漏"),
            Map.entry("恢复训练", "重新训练"),
            Map.entry("95% 区间", "95% 置信区间"));

    /** Where a view takes words. */
    private static final Pattern WORDS = Pattern.compile("(?:\\bset(?:Text|PromptText|Title|HeaderText|ContentText"
            + "|AccessibleText|AccessibleHelp)|textProperty\\(\\)\\.set|\\bnew (?:Label|Button|Tooltip|Text|Hyperlink"
            + "|CheckBox|RadioButton|ToggleButton|Menu|MenuItem|CheckMenuItem|RadioMenuItem|Tab|TitledPane"
            + "|TableColumn)(?:<[^>]*>)?)\\(");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Names of keys on the keyboard. */
    private static final Set<String> KEYS = Set.of("Ctrl K");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        List<String> wrong = new ArrayList<>();
        for (String name : Texts.BUNDLES) {
            Properties english = load(name, "");
            Properties chinese = load(name, "_zh_CN");
            TreeSet<String> keys = new TreeSet<>(english.stringPropertyNames());
            keys.addAll(chinese.stringPropertyNames());
            for (String key : keys) {
                String en = english.getProperty(key);
                String zh = chinese.getProperty(key);
                if (en == null || zh == null) {
                    wrong.add(name + ": " + key + " is missing in " + (en == null ? "English" : "Chinese"));
                } else if (!placeholders(en).equals(placeholders(zh))) {
                    wrong.add(
                            name + ": " + key + " has " + placeholders(en) + " and " + placeholders(zh) + " arguments");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void anArgumentThatIsAKeyIsPutIntoWordsAndOtherWordsStay() {
        Texts texts = new Texts(Texts.ENGLISH);
        Notice left = Notice.of("run.warning.leftOut", "challenger.drift");
        assertTrue(texts.of(left).startsWith("Mean drift is missing"), texts.of(left));
        Notice file = Notice.of("run.error.needsPrices", "challenger.csv");
        assertTrue(texts.of(file).startsWith("challenger.csv is"), texts.of(file));
        Notice other = Notice.of("run.error.needsPrices", "metric.mae");
        assertTrue(texts.of(other).startsWith("metric.mae is"), texts.of(other));
    }

    @Test
    void everyApostropheIsDoubled() {
        List<String> wrong = new ArrayList<>();
        for (String suffix : List.of("", "_zh_CN")) {
            each(suffix, (key, text) -> {
                if (text.replace("''", "").contains("'")) {
                    wrong.add(key + suffix + ": " + text);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void chineseHasFullWidthPunctuation() {
        assertEquals(List.of(), chinese(text -> holds(HAN, text) && holds(HALF_WIDTH, text)));
    }

    @Test
    void chinesePartsHanFromLatinByOneSpaceAndHasNoneBeforePercent() {
        // the buttons for a chart's range are as short as those of any market screen: 1月
        List<String> wrong = chinese(text -> holds(SPACING, text) && !text.matches("[16]月|[15]年"));
        assertEquals(List.of(), wrong);
    }

    @Test
    void chineseHoldsNoEnglishButNames() {
        assertEquals(
                List.of(),
                chinese(text -> !holds(HAN, text)
                        && WORD.matcher(text.replaceAll("\\{\\d+}", ""))
                                .results()
                                .anyMatch(word -> !NAMES.contains(word.group()))));
    }

    @Test
    void chineseKeepsToTheGlossary() {
        List<String> wrong = new ArrayList<>();
        GIVEN_UP.forEach((old, better) ->
                chinese(text -> text.contains(old)).forEach(found -> wrong.add(found + " (say " + better + ")")));
        assertEquals(List.of(), wrong);
    }

    @Test
    void viewsTakeTheirWordsFromTheBundles() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path root = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(f -> f.toString().endsWith(".java") && !f.getParent().endsWith("cli"))
                    .forEach(file -> {
                        String code = read(file);
                        WORDS.matcher(code)
                                .results()
                                .map(call -> arguments(code, call.end()))
                                .flatMap(arguments -> LITERAL.matcher(arguments).results())
                                .map(literal -> literal.group(1))
                                .filter(TextsTest::isWords)
                                .forEach(words -> wrong.add(root.relativize(file) + ": " + words));
                    });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void wordsInACallAreFoundAndKeysAreNot() {
        String code = "label.setText(texts.get(\"data.none\") + f(\"×\", 1) + \" of (\"); other(\"left alone\")";
        int start = code.indexOf('(') + 1;
        List<String> found = LITERAL.matcher(arguments(code, start))
                .results()
                .map(literal -> literal.group(1))
                .filter(TextsTest::isWords)
                .toList();
        assertEquals(List.of(" of ("), found);
    }

    @Test
    void aKeyStandsInOneBundleOnly() {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String name : Texts.BUNDLES) {
            for (String key : load(name, "").stringPropertyNames()) {
                String other = seen.put(key, name);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + name);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyKeyThatTheCodeNamesIsThere() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        TreeSet<String> roots = new TreeSet<>();
        for (String name : Texts.BUNDLES) {
            for (String key : load(name, "").stringPropertyNames()) {
                known.add(key);
                roots.add(key.substring(0, key.indexOf('.')));
            }
        }
        TreeSet<String> missing = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("../engine/src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(file -> {
                    Matcher matcher = KEY.matcher(read(file));
                    while (matcher.find()) {
                        String key = matcher.group(1);
                        if (roots.contains(key.substring(0, key.indexOf('.')))
                                && !known.contains(key)
                                && !isFile(key)) {
                            missing.add(key + " in " + file.getFileName());
                        }
                    }
                });
            }
        }
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void everyHyperParameterHasALabelAndHelp() {
        Properties english = load("hyper", "");
        for (String task : Specs.tasks()) {
            for (HyperParameter p : Specs.parameters(Specs.typeOf(task))) {
                assertTrue(english.containsKey("hyper." + p.name()), p.name());
                assertTrue(english.containsKey("hyper." + p.name() + ".help"), p.name());
            }
        }
    }

    /** File names and resource paths look like keys too. */
    private static boolean isFile(String key) {
        return key.matches(".*\\.(csv|json|db|png|svg|html|properties|safetensors|pt|css|ttf|otf)");
    }

    /** The indices that show in the text once it is put together, so that a quoted placeholder does not count. */
    private static TreeSet<Integer> placeholders(String pattern) {
        MessageFormat format = new MessageFormat(pattern);
        int count = format.getFormatsByArgumentIndex().length;
        Object[] marks =
                IntStream.range(0, count).mapToObj(i -> "\u0001" + i + "\u0001").toArray();
        String text = format.format(marks);
        return IntStream.range(0, count)
                .filter(i -> text.contains((String) marks[i]))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void each(String suffix, BiConsumer<String, String> use) {
        for (String name : Texts.BUNDLES) {
            Properties properties = load(name, suffix);
            for (String key : new TreeSet<>(properties.stringPropertyNames())) {
                use.accept(key, properties.getProperty(key));
            }
        }
    }

    /** The Chinese texts for which something is true. */
    private static List<String> chinese(Predicate<String> wrong) {
        List<String> found = new ArrayList<>();
        each("_zh_CN", (key, text) -> {
            if (wrong.test(text)) {
                found.add(key + ": " + text);
            }
        });
        return found;
    }

    private static boolean holds(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    /** What stands between an opening bracket and its closing one; brackets in string literals do not count. */
    private static String arguments(String code, int start) {
        int depth = 1;
        boolean literal = false;
        for (int i = start; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                literal = !literal;
            } else if (!literal && c == '(') {
                depth++;
            } else if (!literal && c == ')' && --depth == 0) {
                return code.substring(start, i);
            }
        }
        throw new IllegalArgumentException("an unclosed bracket at " + start);
    }

    /** Neither a key of a bundle, nor a part of one, nor a format, a sign or a key of the keyboard. */
    private static boolean isWords(String literal) {
        boolean key = literal.matches("[a-z][A-Za-z]*(\\.[A-Za-z0-9-]*)+|\\.[a-z][A-Za-z.]*");
        String plain = literal.replaceAll("%[-,.+0-9$]*[a-zA-Z]", "").replaceAll("\\\\.", "");
        return !key && !KEYS.contains(literal) && plain.matches("(?s).*\\p{L}{2}.*|.*\\p{IsHan}.*");
    }

    private static Properties load(String name, String suffix) {
        String resource = "/io/riskloom/ui/messages/" + name + suffix + ".properties";
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(TextsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
