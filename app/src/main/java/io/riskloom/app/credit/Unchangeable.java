package io.riskloom.app.credit;

import java.util.Locale;
import java.util.Set;

/** Columns whose names say that nobody can change them to get a loan; a reader's own choice goes before. */
final class Unchangeable {

    private static final Set<String> WORDS = Set.of(
            "age",
            "sex",
            "gender",
            "male",
            "female",
            "race",
            "ethnicity",
            "nationality",
            "foreign",
            "citizenship",
            "birth",
            "birthday",
            "marital",
            "marriage",
            "personal");

    private static final Set<String> HAN = Set.of("年龄", "性别", "民族", "国籍", "出生", "婚姻", "外籍");

    private Unchangeable() {}

    /** {@code personal_status}, {@code AgeInYears} and {@code 年龄} are; {@code mortgage} and {@code package} are not. */
    static boolean likely(String column) {
        String[] words = column.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+");
        for (String word : words) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return HAN.stream().anyMatch(column::contains);
    }
}
