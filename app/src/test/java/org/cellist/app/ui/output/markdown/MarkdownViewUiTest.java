package org.cellist.app.ui.output.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.output.port.LinkOpener;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.port.RemotePictures;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.kernel.protocol.MimeBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ui")
@ExtendWith(FxExtension.class)
class MarkdownViewUiTest {

    private final List<String> opened = new ArrayList<>();
    private final List<URI> fetched = new ArrayList<>();
    private final OutputContext context = context();
    private final MarkdownView view;

    MarkdownViewUiTest(Fx fx) {
        view = fx.prepare(MarkdownView::new);
    }

    @BeforeEach
    void show(Fx fx) {
        var scroll = fx.prepare(() -> new ScrollPane(view));
        fx.run(() -> scroll.setFitToWidth(true));
        fx.show(scroll, 640, 500, Theme.LIGHT, OutputSheets.addresses().toArray(String[]::new));
    }

    @AfterEach
    void end() {
        context.kit().close();
    }

    @Test
    void aShortTextIsThereAtOnce(Fx fx) {
        fx.prepare(
                () -> {
                    view.show("# Title", Map.of(), context);
                    assertNotNull(view.lookup(".heading-1"));
                    return view;
                });
    }

    @Test
    void aLongTextKeepsRoomFreeUntilItIsParsed(Fx fx) {
        var text = "Some words of a paragraph.\n\n".repeat(2000);
        fx.prepare(
                () -> {
                    view.show(text, Map.of(), context);
                    assertNull(view.lookup(".paragraph"));
                    assertEquals(MarkdownView.estimatedHeight(text, 600), view.prefHeight(600));
                    return view;
                });

        fx.await("it is parsed", () -> view.lookup(".paragraph") != null);
        fx.await("its beginning is there", () -> view.lookup(".rich-more") != null);
    }

    @Test
    void aLongListIsBuiltInPiecesThatCountOn(Fx fx) {
        fx.run(() -> view.show("1. item\n".repeat(100), Map.of(), context));

        fx.await("all is there", () -> view.lookupAll(".item-row").size() == 100);
        assertTrue(fx.call(() -> view.lookupAll(".listing").size() > 1));
        assertTrue(
                fx.call(
                        () ->
                                view.lookupAll(".item-number").stream()
                                        .anyMatch(n -> ((Text) n).getText().equals("100."))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# ", "    ", "> ", "- ", "|a|\n|-|\n|", "<pre>\n<b>x</b>", "**"})
    void aMegabyteInOneLineDoesNotHoldUpTheWindow(String before, Fx fx) {
        fx.run(() -> view.show(before + "word 한글 ".repeat(120_000), Map.of(), context));

        fx.await("it is there", () -> view.lookup(".rich-view").prefHeight(600) > 0);
        fx.settle();

        assertTrue(fx.call(() -> isShown()));
    }

    @Test
    void aLinkIsFollowedOnlyWhenItLeadsToAPage(Fx fx) {
        show(fx, "[page](https://example.org/a) [script](javascript:alert(1)) [file](file:///x)");

        assertEquals(1, fx.call(() -> view.lookupAll(".link").size()));
        fx.robot().clickOn(fx.call(() -> view.lookup(".link")));

        assertEquals(List.of("https://example.org/a"), opened);
    }

    @Test
    void aLinkToAHeadingRevealsIt(Fx fx) {
        show(fx, "[제목](#%EC%A0%9C%EB%AA%A9)");

        fx.robot().clickOn(fx.call(() -> view.lookup(".link")));

        assertEquals(List.of("#제목"), opened);
    }

    @Test
    void aPictureOnTheNetworkIsFetchedAfterAClick(Fx fx) {
        show(fx, "![chart](https://example.org/chart.png)");
        assertEquals(List.of(), fetched);

        fx.run(() -> ((Button) view.lookup(".remote-picture-button")).fire());

        fx.await("it is there", () -> view.lookup(".picture") != null);
        assertEquals(List.of(URI.create("https://example.org/chart.png")), fetched);
    }

    @Test
    void anAttachmentIsShown(Fx fx) {
        var attachments = Map.of("a b.png", OutputSamples.bundle("image/png", OutputSamples.PNG));

        show(fx, "![x](attachment:a%20b.png)", attachments);

        assertNotNull(fx.call(() -> view.lookup(".picture")));
        assertNull(fx.call(() -> view.lookup(".output-quiet")));
    }

    @Test
    void selectedTextIsCopiedWithFormulasAsTheirSource(Fx fx) {
        show(fx, "words **bold** and $x^2$\n\nnext");
        fx.run(() -> view.lookup(".rich-view").requestFocus());

        fx.robot().push(KeyCode.SHORTCUT, KeyCode.A);
        fx.robot().push(KeyCode.SHORTCUT, KeyCode.C);

        assertEquals(
                "words bold and $x^2$\nnext",
                fx.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void whatCannotBeSetIsShownAsItsSource(Fx fx) {
        show(fx, "$$\\ce{H2O} \\tag{1}$$");

        fx.await("it is known", () -> view.lookup(".formula-source") != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A title\n\nA paragraph of a few words.\n\n- one\n- two\n- three\n\nThe end.",
                "Many words make a paragraph that is wrapped. 한글도 여러 줄로 나뉩니다. ",
                "```python\na = 1\nb = 2\nc = 3\n```\n\nText.\n\n```\nx\n```",
                "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nText.",
                "## Two\n\n### Three\n\n1. one\n2. two\n\n> quoted\n",
            })
    void theGuessOfAHeightIsNearTheHeight(String text, Fx fx) {
        var source = text.endsWith(" ") ? text.repeat(20) : text;
        show(fx, source);

        double real = fx.call(() -> view.prefHeight(600));

        assertEquals(real, MarkdownView.estimatedHeight(source, 600), Math.max(24, real * 0.15));
    }

    @Test
    void aParkedViewHoldsNothing(Fx fx) {
        show(fx, "# a\n\n$x$");

        fx.run(view::parked);

        assertNull(fx.call(() -> view.lookup(".heading-1")));
    }

    private boolean isShown() {
        return view.lookup(".rich-flow") != null || view.lookup(".terminal-view") != null;
    }

    private void show(Fx fx, String text) {
        show(fx, text, Map.of());
    }

    private void show(Fx fx, String text, Map<String, MimeBundle> attachments) {
        Node shown =
                fx.prepare(
                        () -> {
                            view.show(text, attachments, context);
                            return view;
                        });
        assertNotNull(shown);
        fx.settle();
    }

    private OutputContext context() {
        var plain = OutputSamples.context();
        LinkOpener links =
                new LinkOpener() {
                    @Override
                    public void open(URI target) {
                        opened.add(target.toString());
                    }

                    @Override
                    public void reveal(String heading) {
                        opened.add("#" + heading);
                    }
                };
        return new OutputContext(plain.kit(), links, plain.colours(), pictures(), null);
    }

    private RemotePictures pictures() {
        return new RemotePictures() {
            @Override
            public byte[] fetch(URI address) throws IOException {
                fetched.add(address);
                return Base64.getDecoder().decode(OutputSamples.PNG);
            }
        };
    }
}
