package org.cellist.app.ui.output;

import static org.cellist.app.ui.output.OutputSamples.rich;
import static org.cellist.app.ui.output.OutputSamples.stdout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import org.cellist.app.network.DenyingProxySelector;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws outputs of many kinds into `target/pictures`, to be looked at.
@Tag("ui")
@ExtendWith(FxExtension.class)
class OutputPicturesUiTest {

    private static final String FRAME =
            """
            <div><style scoped>.dataframe tbody tr th { vertical-align: top; }</style>
            <table border="1" class="dataframe"><thead>
            <tr style="text-align: right;"><th></th><th>지역</th><th>매출</th><th>change</th></tr>
            </thead><tbody>
            <tr><th>2026-01</th><td>서울</td><td>1,204.50</td><td>0.031</td></tr>
            <tr><th>2026-02</th><td>부산</td><td>830.00</td><td>-0.120</td></tr>
            <tr><th>2026-03</th><td>제주도 서귀포시</td><td>77.25</td><td>NaN</td></tr>
            </tbody></table><p>3 rows × 3 columns</p></div>
            """;

    private static final String STYLED =
            """
            <style>#T td { padding: 4px 12px } #T .hot { background: #fde0d0; color: #7a2b0b }
            .bar { background: linear-gradient(90deg, #8fbcf2 60%, transparent 60%) }</style>
            <table id="T"><caption>Styler 표</caption><tr><th>이름</th><th>점수</th></tr>
            <tr><td>가</td><td class="hot">98</td></tr><tr><td>나</td><td class="bar">60</td></tr>
            </table><details><summary>more</summary><p>hidden</p></details>
            """;

    private static final String SVG =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="220" height="70" viewBox="0 0 220 70">
            <polyline points="5,60 50,30 100,45 150,15 210,25" fill="none" stroke="#a3481f"
            stroke-width="2"/><text x="10" y="20" font-size="12">line</text></svg>
            """;

    private final ProxySelector before = ProxySelector.getDefault();

    @BeforeEach
    void shutTheNetwork() {
        DenyingProxySelector.install();
    }

    @AfterEach
    void restoreTheNetwork() {
        ProxySelector.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void outputsOfManyKindsCanBeDrawn(Theme theme, Fx fx) {
        var png =
                Path.of("target", "pictures")
                        .resolve("outputs-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        var root = fx.prepare(() -> new HBox(40, area(left()), area(right())));
        fx.run(() -> root.setPadding(new Insets(24)));

        var stage =
                fx.show(root, 1300, 900, theme, OutputSheets.addresses().toArray(String[]::new));
        fx.await("the page is there", () -> root.lookup(".web-view") != null);
        fx.await("the page is measured", () -> root.lookup(".browser-view").prefHeight(600) != 160);
        fx.settle();
        fx.snapshot(stage, png);

        assertTrue(Files.exists(png));
    }

    private static OutputArea area(CellOutputs outputs) {
        var area = new OutputArea(0, _ -> {});
        area.setPrefWidth(606);
        area.show(outputs, OutputSamples.context());
        return area;
    }

    private static CellOutputs left() {
        return OutputSamples.outputs(
                stdout(
                        "plain 한글 text\n\u001b[32mgreen\u001b[0m \u001b[1;31mbold red\u001b[0m"
                                + " \u001b[44;97mon blue\u001b[0m\n"
                                + " 62%|██████▏   | 62/100 [00:03<00:02, 17.9it/s]"),
                new CellOutput.Text(
                        StreamName.STDERR, StreamText.of("경고: something may be wrong\n")),
                rich("text/html", FRAME, "text/plain", "..."),
                rich("text/latex", "$\\displaystyle \\frac{x^{2}}{2} + \\sin{x}$"),
                rich("image/svg+xml", SVG),
                rich("image/png", "not a picture", "text/plain", "<Figure size 640x480>"),
                rich("text/plain", "array([[1, 2],\n       [3, 4]])"));
    }

    private static CellOutputs right() {
        return OutputSamples.outputs(
                rich("text/html", STYLED),
                rich(
                        "text/html",
                        "<h3>제목</h3><p>simple <b>bold</b>, <span style='color:#2d62a8'>blue"
                                + "</span> and <a href='https://example.org'>a link</a></p>"
                                + "<ul><li>하나</li><li>둘</li></ul>"),
                rich(
                        "text/html",
                        "<pre style='white-space:pre'>rich <span style='color:#008000;"
                                + "font-weight:bold'>'green'</span> and <i>italic</i>\n"
                                + "│ 표 │</pre>"),
                OutputSamples.json(
                        "{\"이름\": \"가\", \"values\": [1.50, 2e400, NaN], \"ok\": true,"
                                + " \"nested\": {\"a\": {\"b\": null}}}"),
                rich("text/markdown", "**Markdown** with $x^2$ and `code`"),
                rich("application/vnd.unknown+json", "{}"),
                new CellOutput.Failed(
                        "ValueError",
                        "bad",
                        List.of(
                                "\u001b[0;31m-----------------------\u001b[0m",
                                "\u001b[0;31mValueError\u001b[0m   Traceback (most recent call"
                                        + " last)",
                                "Cell \u001b[0;32mIn[3], line 1\u001b[0m\n\u001b[0;32m----> 1"
                                        + "\u001b[0m raise ValueError(\u001b[38;5;28m'잘못된"
                                        + " 값'\u001b[39m)",
                                "\u001b[0;31mValueError\u001b[0m: 잘못된 값")));
    }
}
