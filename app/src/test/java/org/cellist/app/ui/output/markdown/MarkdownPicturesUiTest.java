package org.cellist.app.ui.output.markdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws a text of many kinds into `target/pictures`, to be looked at.
@Tag("ui")
@ExtendWith(FxExtension.class)
class MarkdownPicturesUiTest {

    private static final String TEXT =
            """
            # 매출 예측 보고서

            이 노트북은 **월별 매출**을 불러와 *정리와 italic words*하고 `pandas`로 분석합니다. 자세한 내용은 \
            [문서](https://example.org)를 보십시오. Long lines wrap, and the words <kbd>Shift</kbd>+\
            <kbd>Enter</kbd>, H<sub>2</sub>O, x<sup>2</sup> and <mark>marked text</mark> stand in them.

            ## Formulas

            Inline $e^{i\\pi} + 1 = 0$ and a price of $5 and $10, then

            $$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}$$

            An unknown one: $$\\bm{x} = \\ce{H2O} \\tag{1}$$

            """;

    private static final String MORE =
            """
            ### Lists

            1. first
            2. second
               - inner **one**
               - inner two
            3. third

            - [x] 데이터 정리
            - [ ] 모형 학습

            > Words of somebody else,
            > over two lines.

            ```python
            def mean(values):
                # 평균을 구합니다
                return sum(values) / len(values)
            ```

            | 지역 | 매출 | 비고 |
            |:-----|-----:|:----:|
            | 서울 | 1,204 | **높음** |
            | 부산 | 830 | `low` |

            ---

            <details open><summary>자세히</summary>

            Hidden *text* with a [link](#formulas).

            </details>

            ![remote](https://example.org/picture.png) ![lost](attachment:lost.png)
            """;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aTextOfManyKindsCanBeDrawn(Theme theme, Fx fx) {
        var png =
                Path.of("target", "pictures")
                        .resolve("markdown-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        var root = fx.prepare(() -> new HBox(40, view(TEXT), view(MORE)));
        fx.run(() -> root.setPadding(new Insets(24)));

        var stage =
                fx.show(root, 1300, 900, theme, OutputSheets.addresses().toArray(String[]::new));
        fx.await("formulas are set", () -> root.lookup(".formula-source") != null);
        fx.settle();
        fx.snapshot(stage, png);

        assertTrue(Files.exists(png));
    }

    private static MarkdownView view(String text) {
        var view = new MarkdownView();
        view.setPrefWidth(606);
        view.show(text, Map.of(), OutputSamples.context());
        return view;
    }
}
