package io.riskloom.app.cli;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The demo's runs as one HTML page that opens offline: verdict, figures beside the plain model's, charts inline. */
final class DemoReport {

    private static final String STYLE = """
            body{font:15px/1.5 Inter,"Noto Sans SC","Segoe UI",system-ui,sans-serif;color:#1f2328;background:#f6f8fa;margin:0}
            main{max-width:1000px;margin:0 auto;padding:32px 24px}h1{font-size:28px;margin:0 0 4px}h2{font-size:20px;margin:40px 0 12px}
            .muted{color:#59636e}.verdict{background:#fff;border:1px solid #d1d9e0;border-left:4px solid #9a6700;border-radius:8px;padding:12px 16px}
            .verdict.good{border-left-color:#1a7f37}.verdict.bad{border-left-color:#cf222e}
            table{border-collapse:collapse;width:100%;background:#fff;margin:16px 0;font-variant-numeric:tabular-nums}
            th,td{border:1px solid #d1d9e0;padding:6px 12px;text-align:right}th:first-child,td:first-child{text-align:left}th{background:#f6f8fa;font-weight:600}
            figure{background:#fff;border:1px solid #d1d9e0;border-radius:8px;margin:16px 0;padding:12px}figcaption{font-weight:600;margin-bottom:8px}svg{max-width:100%;height:auto}
            """;

    private final Texts texts;

    DemoReport(Texts texts) {
        this.texts = texts;
    }

    String html(List<Run> runs, List<DemoCharts.Drawn> charts) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(texts.chinese() ? "zh-CN" : "en")
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(texts.get("cli.report.title")))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(escape(texts.get("cli.report.title")))
                .append("</h1><p class=\"muted\">")
                .append(escape(texts.get("cli.report.about", Version.text(), Runtime.version())))
                .append("</p>\n");
        runs.forEach(run -> section(page, run, charts));
        return page.append("</main></body></html>\n").toString();
    }

    private void section(StringBuilder page, Run run, List<DemoCharts.Drawn> charts) {
        page.append("<h2>")
                .append(escape(texts.get("common.task." + run.spec().task()) + " · "
                        + texts.get("common.model." + run.spec().model())))
                .append("</h2><p class=\"muted\">")
                .append(escape(texts.get(
                        "cli.report.run",
                        run.id(),
                        Path.of(run.spec().data()).getFileName(),
                        run.provenance().dataSha256().substring(0, 12),
                        run.spec().seed(),
                        run.epochs().size(),
                        Formats.number(run.seconds(), 1))))
                .append("</p>\n");
        if (run.outcome() instanceof Outcome.Finished(Evaluation e)) {
            String grade = e.good() > 0 ? " good" : e.good() < 0 ? " bad" : "";
            page.append("<p class=\"verdict")
                    .append(grade)
                    .append("\">")
                    .append(escape(texts.of(e.verdict())))
                    .append("</p>\n");
            e.warnings().forEach(w -> page.append("<p class=\"muted\">")
                    .append(escape(texts.of(w)))
                    .append("</p>\n"));
            table(page, e);
        }
        for (DemoCharts.Drawn chart : charts) {
            if (chart.task().equals(run.spec().task())) {
                page.append("<figure><figcaption>")
                        .append(escape(chart.title()))
                        .append("</figcaption>")
                        .append(chart.svg().replaceFirst("^<\\?xml[^>]*\\?>\\s*", ""))
                        .append("</figure>\n");
            }
        }
    }

    private void table(StringBuilder page, Evaluation e) {
        page.append("<table><tr><th>")
                .append(escape(texts.get("cli.report.metric")))
                .append("</th><th>")
                .append(escape(texts.get("cli.report.model")))
                .append("</th><th>")
                .append(escape(texts.get("cli.report.interval")))
                .append("</th>");
        for (ChallengerScore c : e.challengers()) {
            page.append("<th>")
                    .append(escape(texts.get("challenger." + c.name())))
                    .append("</th>");
        }
        page.append("</tr>\n");
        new TreeMap<>(e.metrics()).forEach((name, value) -> {
            page.append("<tr><td>")
                    .append(escape(texts.get("metric." + name)))
                    .append("</td><td>")
                    .append(escape(MetricWords.value(name, value)))
                    .append("</td><td>")
                    .append(escape(MetricWords.interval(name, e.intervals().get(name))))
                    .append("</td>");
            for (ChallengerScore c : e.challengers()) {
                page.append("<td>")
                        .append(escape(MetricWords.value(name, c.metrics().getOrDefault(name, Double.NaN))))
                        .append("</td>");
            }
            page.append("</tr>\n");
        });
        page.append("</table>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
