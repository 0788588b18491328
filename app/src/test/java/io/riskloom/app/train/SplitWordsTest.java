package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.session.Samples;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitWordsTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private List<Path> samples;

    @BeforeEach
    void unpack() throws Exception {
        samples = Samples.unpack(folder);
    }

    @Test
    void aPartTellsItsFoldDaysAndDates() throws Exception {
        RunSpec spec = Specs.with(Specs.with(spec("forecast", 0), "scheme", "expanding"), "folds", 2);
        SplitWords words = words(Specs.with(spec, "embargo", 5), 0);
        Line first = words.plan().lines().getFirst();
        assertEquals(
                "Fold 1 · Training · 3,371 days\n2000-03-29 to 2013-08-22",
                words.whole(first, first.part(Use.TRAINING)));
        assertEquals("502 to 503 days", words.size(Use.TEST));
        assertEquals("3 × 5 days", words.size(Use.EMBARGO));
        assertEquals("4 × 20 days", words.size(Use.PURGED));
        assertEquals("3,371 to 3,798 days", words.size(Use.TRAINING));
        assertEquals("2 folds, a run each", words.runs());
        assertEquals(
                "2 folds × 3 seeds = 6 runs",
                words(Specs.with(spec, "repeats", 3), 0).runs());
        assertEquals("fold 2 of 2 alone", words(Specs.with(spec, "fold", 2), 0).runs());
    }

    @Test
    void aPartOfApplicantsTellsHowManyAreBad() throws Exception {
        SplitWords words = words(Specs.with(spec("credit", 3), "scheme", "kfold"), 3);
        Line first = words.plan().lines().getFirst();
        assertEquals("Fold 1 · Test · 200 applicants\n60 bad (30.0%)", words.whole(first, first.part(Use.TEST)));
        assertEquals("Test 30.0% bad", words.test(first));
        texts.locale().set(Texts.CHINESE);
        assertEquals("第 1 折 · 测试 · 200 名申请人\n违约 60（30.0%）", words.whole(first, first.part(Use.TEST)));
    }

    @Test
    void aHoldOutNamesNoFold() throws Exception {
        SplitWords words = words(spec("credit", 3), 3);
        Line only = words.plan().lines().getFirst();
        assertEquals("Test · 300 applicants\n90 bad (30.0%)", words.whole(only, only.part(Use.TEST)));
        assertEquals("", words.runs());
        assertEquals(
                "2 seeds, a run each",
                words(Specs.with(spec("credit", 3), "repeats", 2), 3).runs());
    }

    @Test
    void severalNetworksShareTrainingAndValidation() throws Exception {
        RunSpec five = Specs.with(spec("credit", 3), Map.of("model", "mlp", "members", "5"));
        assertEquals(
                "The networks share training and validation: each learns from 560 of these 700 applicants and chooses its"
                        + " epoch by the other 140, which differ from network to network.",
                words(five, 3).shared(five));
        RunSpec one = Specs.with(five, "members", 1);
        assertEquals("", words(one, 3).shared(one));
    }

    private RunSpec spec(String task, int sample) {
        return Specs.defaults(task, samples.get(sample).toString());
    }

    private SplitWords words(RunSpec spec, int sample) throws Exception {
        return new SplitWords(SplitPlan.of(spec, CsvReader.read(samples.get(sample))), BarUnit.DAY, texts);
    }
}
