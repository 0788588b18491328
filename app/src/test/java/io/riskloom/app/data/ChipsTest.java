package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ReadSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChipsTest {

    private static final Texts TEXTS = new Texts(Texts.ENGLISH);

    private static final ReadSettings USED =
            new ReadSettings("GB18030", ";", ",", 3, "dd.MM.yyyy", "credit", "status", List.of("late"), Map.of(), "");

    private static final ReadFacts FACTS = new ReadFacts(
            USED,
            List.of("id", "status"),
            List.of(List.of("1", "paid"), List.of("2", "late"), List.of("3", "default"), List.of("4")));

    private static Chip chip(Setting setting, ReadSettings given) {
        return Chips.of(given, FACTS, TEXTS).stream()
                .filter(chip -> chip.setting() == setting)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasDetectedIsShownInWords() {
        assertEquals("GB18030", chip(Setting.ENCODING, ReadSettings.DETECTED).value());
        assertEquals("semicolon", chip(Setting.SEPARATOR, ReadSettings.DETECTED).value());
        assertEquals("comma (,)", chip(Setting.DECIMAL, ReadSettings.DETECTED).value());
        assertEquals("in line 3", chip(Setting.HEADER, ReadSettings.DETECTED).value());
        assertEquals("Credit table", chip(Setting.KIND, ReadSettings.DETECTED).value());
        assertEquals("status", chip(Setting.TARGET, ReadSettings.DETECTED).value());
        assertEquals("late", chip(Setting.BAD, ReadSettings.DETECTED).value());
        assertFalse(chip(Setting.BAD, ReadSettings.DETECTED).own());
    }

    @Test
    void targetAndBadClassAreAskedOfCreditTablesOnly() {
        ReadFacts unknown = new ReadFacts(ReadSettings.DETECTED, List.of("id"), List.of());
        assertEquals(List.of(), credit(Chips.of(ReadSettings.DETECTED, unknown, TEXTS)));
        assertEquals(List.of(), credit(Chips.of(ReadSettings.DETECTED.withKind("price"), FACTS, TEXTS)));
        assertEquals(
                List.of(Setting.TARGET, Setting.BAD),
                credit(Chips.of(ReadSettings.DETECTED.withKind("credit"), unknown, TEXTS)));
    }

    private static List<Setting> credit(List<Chip> chips) {
        return chips.stream()
                .map(Chip::setting)
                .filter(List.of(Setting.TARGET, Setting.BAD)::contains)
                .toList();
    }

    @Test
    void whatTheReaderSetIsTheirOwnAndChosenInTheMenu() {
        Chip chip = chip(Setting.ENCODING, ReadSettings.DETECTED.withEncoding("UTF-8"));
        assertTrue(chip.own());
        assertEquals("UTF-8", chip.value());
        assertEquals(
                List.of("UTF-8"),
                chip.choices().stream()
                        .filter(Chip.Choice::chosen)
                        .map(Chip.Choice::value)
                        .toList());
        assertEquals("", chip.choices().getFirst().value());
    }

    @Test
    void theBadClassIsChosenAmongTheTextsOfTheTargetAndMayBeSeveral() {
        Chip chip = chip(Setting.BAD, ReadSettings.DETECTED);
        assertTrue(chip.several());
        assertEquals(
                List.of("", "late", "paid", "default"),
                chip.choices().stream().map(Chip.Choice::value).toList());
        ReadSettings one = Setting.BAD.in(ReadSettings.DETECTED, "late", "status");
        ReadSettings two = Setting.BAD.in(one, "default", "status");
        assertEquals("status", two.target());
        assertEquals(List.of("late", "default"), two.bad());
        assertEquals(List.of("default"), Setting.BAD.in(two, "late", "status").bad());
        assertEquals(List.of(), Setting.BAD.in(two, "", "status").bad());
    }

    @Test
    void everySettingGoesInAndComesBack() {
        Map<Setting, String> values = Map.of(
                Setting.ENCODING, "Big5",
                Setting.SEPARATOR, "\t",
                Setting.DECIMAL, ",",
                Setting.HEADER, "-1",
                Setting.DATES, "yyyyMMdd",
                Setting.KIND, "price",
                Setting.TARGET, "status");
        values.forEach((setting, value) -> {
            ReadSettings set = setting.in(ReadSettings.DETECTED, value, "");
            assertEquals(List.of(value), setting.of(set), setting.name());
            assertEquals(ReadSettings.DETECTED, setting.in(set, "", ""), setting.name());
        });
        assertEquals(
                "none",
                chip(Setting.HEADER, ReadSettings.DETECTED.withHeader(-1)).value());
    }

    @Test
    void pricesAreNotAskedForATargetNorApplicantsForDates() {
        ReadFacts prices = new ReadFacts(USED.withKind("price"), List.of("Date", "Close"), List.of());
        List<Setting> shown = Chips.of(ReadSettings.DETECTED, prices, TEXTS).stream()
                .map(Chip::setting)
                .toList();
        assertEquals(
                List.of(
                        Setting.ENCODING,
                        Setting.SEPARATOR,
                        Setting.DECIMAL,
                        Setting.HEADER,
                        Setting.DATES,
                        Setting.KIND),
                shown);
        assertFalse(Chips.of(ReadSettings.DETECTED, FACTS, TEXTS).stream()
                .anyMatch(chip -> chip.setting() == Setting.DATES));
    }

    @Test
    void aColumnChosenAsTargetIsTheTargetUntilItGetsAnotherRole() {
        ReadSettings target = Roles.in(USED.withRoles(Map.of("id", "ignored")), "id", "target");
        assertEquals("id", target.target());
        assertEquals(List.of(), target.bad());
        assertEquals(Map.of(), target.roles());
        ReadSettings feature = Roles.in(target, "id", "feature");
        assertEquals("", feature.target());
        assertEquals(Map.of("id", "feature"), feature.roles());
        assertEquals(Map.of(), Roles.in(feature, "id", "").roles());
    }
}
