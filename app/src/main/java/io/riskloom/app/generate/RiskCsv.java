package io.riskloom.app.generate;

import io.riskloom.app.text.Csv;
import io.riskloom.engine.judge.ScenarioRisk;
import io.riskloom.engine.stats.TailRisk;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a position may lose, one line a source and level, with the position that it is about. */
final class RiskCsv {

    private static final String HEAD = "source,days,level,scenarios,value_at_risk,var_low,var_high,"
            + "expected_shortfall,es_low,es_high,mean_profit,share_losing";

    private RiskCsv() {}

    static void write(RiskReport report, Writer out) throws IOException {
        List<String> names = report.question().desk().history().names();
        double[] amounts = report.question().holding().amounts();
        out.write(HEAD);
        for (int s = 0; s < amounts.length; s++) {
            out.write("," + Csv.text(names.get(s).isEmpty() ? "amount" : "amount " + names.get(s)));
        }
        out.write('\n');
        for (RiskReport.Of source : report.sources()) {
            for (TailRisk tail : source.risk().tails()) {
                line(source.risk(), tail, amounts, out);
            }
        }
    }

    private static void line(ScenarioRisk risk, TailRisk tail, double[] amounts, Writer out) throws IOException {
        double[] figures = {
            tail.valueAtRisk(),
            tail.varBand().low(),
            tail.varBand().high(),
            tail.expectedShortfall(),
            tail.esBand().low(),
            tail.esBand().high(),
            risk.mean(),
            risk.losing()
        };
        out.write(risk.source() + "," + risk.days() + "," + Csv.number(tail.level()) + "," + risk.profits().length);
        for (double figure : figures) {
            out.write("," + Csv.number(figure));
        }
        for (double amount : amounts) {
            out.write("," + Csv.number(amount));
        }
        out.write('\n');
    }
}
