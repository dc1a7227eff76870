package org.cellist.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Sources and texts as real notebooks have them, drawn at random from a small stock.
///
/// Confined to one thread.
final class SampleTexts {

    private static final List<String> SENTENCES =
            List.of(
                    "We load the measurements and look at the first rows.",
                    "The **residuals** scatter evenly, so a linear model will do.",
                    "데이터를 불러와 앞부분을 살펴봅니다.",
                    "See [the paper](https://example.org/paper) for the derivation.",
                    "잔차가 고르게 흩어져 있으므로 **선형 모형**으로 충분합니다.",
                    "With $\\alpha = 0.05$ the null hypothesis cannot be rejected.",
                    "Note that `groupby` keeps the order of first appearance.",
                    "- [x] clean the data\n- [ ] fit the model\n- [ ] plot the result",
                    "표본 크기 $n$이 커질수록 추정량은 참값에 가까워집니다.",
                    "| step | seconds |\n|---|---:|\n| read | 0.4 |\n| fit | 12.9 |");
    private static final List<String> HEADINGS =
            List.of("Setup", "데이터 준비", "Exploration", "모형 적합", "Validation", "결론");
    private static final List<String> LINES =
            List.of(
                    "import numpy as np",
                    "import pandas as pd",
                    "df = pd.read_csv(\"measurements.csv\", parse_dates=[\"date\"])",
                    "# 결측값을 앞의 값으로 채운다",
                    "df[\"value\"] = df[\"value\"].ffill()",
                    "for name, group in df.groupby(\"station\"):",
                    "    print(f\"{name}: {group['value'].mean():.3f}\\n\")",
                    "model = LinearRegression().fit(X_train, y_train)",
                    "assert not np.isnan(model.coef_).any(), 'no NaN, please'",
                    "fig, ax = plt.subplots(figsize=(8, 4))",
                    "ax.plot(df.index, df[\"value\"], label=\"측정값\")",
                    "ax.legend(loc=\"upper right\")",
                    "result = {\"mean\": df.value.mean(), \"std\": df.value.std()}",
                    "");

    private final Random random;

    SampleTexts(Random random) {
        this.random = random;
    }

    String markdown() {
        var text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("#".repeat(1 + random.nextInt(3))).append(' ').append(any(HEADINGS));
            text.append("\n\n");
        }
        int sentences = 1 + random.nextInt(6);
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : "\n\n").append(any(SENTENCES));
        }
        return text.toString();
    }

    String code() {
        var lines = new ArrayList<String>();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            lines.add(any(LINES));
        }
        return String.join("\n", lines);
    }

    String log(int lines) {
        var text = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            double loss = random.nextDouble();
            double accuracy = random.nextDouble();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "epoch %3d/%d  loss %.5f  정확도 %.3f\n",
                            i,
                            lines,
                            loss,
                            accuracy));
        }
        return text.toString();
    }

    /// Returns a pandas table as HTML and as plain text.
    Table table(int rows) {
        var html =
                new StringBuilder("<div>\n<table border=\"1\" class=\"dataframe\">\n  <tbody>\n");
        var plain = new StringBuilder("      station      value\n");
        for (int i = 0; i < rows; i++) {
            var station = String.format(Locale.ROOT, "ST-%03d", random.nextInt(1000));
            var value = String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 100);
            html.append("    <tr>\n      <th>").append(i).append("</th>\n      <td>");
            html.append(station).append("</td>\n      <td>").append(value);
            html.append("</td>\n    </tr>\n");
            plain.append(String.format(Locale.ROOT, "%-5d %s %12s\n", i, station, value));
        }
        html.append("  </tbody>\n</table>\n</div>");
        return new Table(html.toString(), plain.toString().stripTrailing());
    }

    /// A data frame in two representations. Immutable.
    record Table(String html, String plain) {}

    List<String> traceback() {
        return List.of(
                "\u001b[0;31m" + "-".repeat(75) + "\u001b[0m",
                "\u001b[0;31mKeyError\u001b[0m       Traceback (most recent call last)",
                "Cell \u001b[0;32mIn["
                        + random.nextInt(100)
                        + "], line 1\u001b[0m\n"
                        + "\u001b[0;32m----> 1\u001b[0m df[\u001b[38;5;124m\"valeu\"\u001b[39m]",
                "\u001b[0;31mKeyError\u001b[0m: 'valeu'");
    }

    private String any(List<String> stock) {
        return stock.get(random.nextInt(stock.size()));
    }
}
