package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.judge.Scenarios;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.Bootstrap;
import io.riskloom.engine.stats.TailRisk;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Figures of risk in the reader's language. */
final class RiskWords {

    private static final double WHOLE = 10_000; // amounts from which on cents say nothing
    private static final double REFUSED = 0.05;
    private static final double FEW = 2; // expected exceedances below which no number of them says much

    private RiskWords() {}

    static String source(String source, Texts texts) {
        return texts.get("generate.risk.source." + source);
    }

    static Tone tone(String source) {
        return switch (source) {
            case PathSight.GENERATED -> Tone.ACCENT;
            case PathSight.BOOTSTRAP -> Tone.SECOND;
            case Scenarios.GARCH_TODAY -> Tone.FOURTH;
            case PathSight.GARCH -> Tone.THIRD;
            case OneDayRisk.HISTORICAL -> Tone.FOREGROUND;
            default -> Tone.MUTED;
        };
    }

    /** {@code 1%} or {@code 2.5%}. */
    static String level(double level) {
        BigDecimal percent = BigDecimal.valueOf(level)
                .movePointRight(2)
                .round(new MathContext(4))
                .stripTrailingZeros();
        return Formats.number(percent.doubleValue(), Math.max(0, percent.scale())) + "%";
    }

    /** Money in digits that suit the size of the position. */
    static String money(double value, RiskReport report) {
        return Formats.number(value, report.question().holding().gross() >= WHOLE ? 0 : 2);
    }

    static String interval(Bootstrap.Band band, RiskReport report) {
        return money(band.low(), report) + " – " + money(band.high(), report);
    }

    /** What a step of the report's scenarios spans. */
    static BarUnit unit(RiskReport report) {
        return BarUnit.of(report.question().desk().history().dates());
    }

    /** The horizon: {@code 1 day}, {@code 10 days}. */
    static String horizon(RiskReport report, Texts texts) {
        return unit(report).count(report.question().days(), texts);
    }

    /** How far back a trailing quantile looks on the test span: {@code 500 days}, {@code 60 – 84 months} where it holds no more. */
    static String trailing(int known, int test, BarUnit unit, Texts texts) {
        int first = Math.min(OneDayRisk.TRAILING, known);
        int last = Math.min(OneDayRisk.TRAILING, known + test - 1);
        return first == last ? unit.count(last, texts) : Formats.number(first, 0) + " – " + unit.count(last, texts);
    }

    /**
     * What the figures say first: the generator's loss beside that of the past and of GARCH from today; the loss of the past alone
     * where no simulated scenario is so long; empty where the past is too short as well.
     */
    static String finding(RiskReport report, Texts texts) {
        Optional<RiskReport.Of> generated = report.source(PathSight.GENERATED);
        return generated
                .or(() -> report.source(OneDayRisk.HISTORICAL))
                .map(of -> of.tail(report.level()).valueAtRisk())
                .map(risk -> texts.get(
                        "generate.risk.finding" + kind(generated.isPresent(), risk <= 0),
                        horizon(report, texts),
                        level(report.level()),
                        money(Math.abs(risk), report),
                        risk(report, OneDayRisk.HISTORICAL),
                        risk(report, Scenarios.GARCH_TODAY)))
                .orElse("");
    }

    private static String kind(boolean simulated, boolean gain) {
        if (simulated) {
            return gain ? ".gain" : "";
        }
        return gain ? ".historyGain" : ".history";
    }

    private static String risk(RiskReport report, String source) {
        return report.source(source)
                .map(of -> money(of.tail(report.level()).valueAtRisk(), report))
                .orElse("–");
    }

    /** How far the generator's figure is off by the number of paths alone; empty where it has none so long. */
    static String error(RiskReport report, Texts texts) {
        Optional<RiskReport.Of> generated = report.source(PathSight.GENERATED);
        if (generated.isEmpty()) {
            return "";
        }
        TailRisk tail = generated.get().tail(report.level());
        return texts.get(
                "generate.risk.error",
                Formats.number(generated.get().risk().profits().length, 0),
                money((tail.varBand().high() - tail.varBand().low()) / 2, report));
    }

    /** What a back-test says, in a few words. */
    static String verdict(PathSight.Backtest test, int days, Texts texts) {
        String key;
        if (test.kupiec() < REFUSED) {
            key = test.exceedances() > days * test.level() ? "understated" : "overstated";
        } else if (test.independence() < REFUSED) {
            key = "clustered";
        } else if (test.conditional() < REFUSED) {
            key = "conditional";
        } else {
            key = days * test.level() < FEW ? "few" : "holds";
        }
        return texts.get("generate.risk.backtest." + key);
    }

    /** A p-value; an en dash where there is none. */
    static String p(double value) {
        return value < 0.001 ? "<0.001" : Formats.number(value, 3);
    }
}
