package org.cellist.app.ui.output;

import static org.cellist.app.ui.output.OutputSamples.outputs;
import static org.cellist.app.ui.output.OutputSamples.rich;
import static org.cellist.app.ui.output.OutputSamples.stdout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ui")
@ExtendWith(FxExtension.class)
class OutputAreaUiTest {

    private final OutputContext context = OutputSamples.context();
    private final AtomicInteger opened = new AtomicInteger();
    private final OutputArea area;

    OutputAreaUiTest(Fx fx) {
        area = fx.prepare(() -> new OutputArea(0, opened::set));
    }

    @BeforeEach
    void show(Fx fx) {
        var scroll = fx.prepare(() -> new ScrollPane(area));
        fx.run(() -> scroll.setFitToWidth(true));
        fx.show(scroll, 700, 500, Theme.LIGHT, OutputSheets.addresses().toArray(String[]::new));
    }

    @AfterEach
    void end() {
        context.kit().close();
    }

    @Test
    void aStreamThatGrowsKeepsItsNodes(Fx fx) {
        var first = StreamText.of("one\n");
        show(fx, outputs(text(first)));
        var node = fx.call(() -> area.getChildrenUnmodifiable().getFirst());

        show(fx, outputs(text(first.plus("two\n"))));

        assertSame(node, fx.call(() -> area.getChildrenUnmodifiable().getFirst()));
        assertEquals(List.of("one", "two"), words(fx));
    }

    @Test
    void appendingToTenMegabytesCostsWhatIsAdded(Fx fx) {
        var line = "0123456789 한글 and some more letters of a line of text\n";
        var small = StreamText.of(line);
        var large = StreamText.of(line.repeat(10_000_000 / line.length()));

        long bytesForSmall = bytesForFiftyLines(fx, small);
        long bytesForLarge = bytesForFiftyLines(fx, large);

        assertTrue(
                bytesForLarge < 2 * bytesForSmall + (1 << 20),
                bytesForLarge + " bytes, not " + bytesForSmall);
        assertTrue(words(fx).contains("line 49"));
        assertNotNull(fx.call(() -> area.lookup(".terminal-more")));
    }

    /// How much the JavaFX thread allocates: unlike time, the same on every machine.
    private long bytesForFiftyLines(Fx fx, StreamText start) {
        show(fx, outputs(text(start)));
        long before = fx.call(OutputAreaUiTest::allocatedBytes);
        var all = start;
        for (int i = 0; i < 50; i++) {
            all = all.plus("line " + i + "\n");
            show(fx, outputs(text(all)));
        }
        return fx.call(OutputAreaUiTest::allocatedBytes) - before;
    }

    private static long allocatedBytes() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void aProgressBarIsDrawnOverItself(Fx fx) {
        show(fx, outputs(stdout("  0%|   |\r 50%|█▌ |\r100%|███|\ndone\n")));

        assertEquals(List.of("100%|", "|", "done"), words(fx));
    }

    @Test
    void rowsHaveTheirStylesFromTheFirstPulseOn(Fx fx) {
        var families =
                fx.call(
                        () -> {
                            area.show(outputs(stdout("a\nb\n")), context);
                            area.applyCss();
                            area.getParent().layout();
                            area.layout();
                            return area.lookupAll(".terminal-text").stream()
                                    .map(text -> ((Text) text).getFont().getFamily())
                                    .distinct()
                                    .toList();
                        });

        assertEquals(List.of("Cellist Mono"), families);
    }

    @Test
    void aSingleLineOfAMegabyteIsShown(Fx fx) {
        show(fx, outputs(stdout("x".repeat(1 << 20))));

        assertFalse(words(fx).isEmpty());
        assertTrue(fx.call(() -> area.getHeight()) <= 30 * 19 + 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png:not base64 at all !!",
                "image/png:iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP8zwAC",
                "image/jpeg:/9j/4AAQ",
                "image/svg+xml:<svg",
                "image/svg+xml:<!DOCTYPE s [<!ENTITY a 'b'>]><svg>&a;</svg>",
                "text/html:<script>draw()</script>",
                "text/latex:$$\\ce{H2O}$$",
                "application/vnd.plotly.v1+json:{}",
            })
    void aBrokenRepresentationMakesWayForTheNext(String typeAndText, Fx fx) {
        int colon = typeAndText.indexOf(':');
        show(
                fx,
                outputs(
                        rich(
                                typeAndText.substring(0, colon),
                                typeAndText.substring(colon + 1),
                                "text/plain",
                                "fallback")));

        fx.await("the plain text is there", () -> wordsNow().equals(List.of("fallback")));
    }

    @Test
    void aPictureIsShownInItsSize(Fx fx) {
        show(fx, outputs(rich("text/plain", "<Figure>", "image/png", OutputSamples.PNG)));

        fx.await("it is decoded", () -> imageView() != null && imageView().getImage() != null);
        assertEquals(2, fx.call(() -> imageView().getFitWidth()));
    }

    @Test
    void anUpdateOfADisplayKeepsItsPlace(Fx fx) {
        show(fx, outputs(rich("text/plain", "1"), stdout("x\n")));
        var node = fx.call(() -> area.getChildrenUnmodifiable().getFirst());

        show(fx, outputs(rich("text/html", "<b>2</b>", "text/plain", "2"), stdout("x\n")));

        assertSame(node, fx.call(() -> area.getChildrenUnmodifiable().getFirst()));
        assertEquals(List.of("2", "x"), words(fx));
    }

    @Test
    void ofThousandsOfOutputsTheFirstAndTheLastHaveNodesAndMoreOnDemand(Fx fx) {
        show(fx, numbered(1000));
        assertEquals(ShownOutputs.MOST + 1, fx.call(() -> area.getChildrenUnmodifiable().size()));
        assertEquals("output 999", words(fx).getLast());

        fx.prepare(
                () -> {
                    ((Hyperlink) area.lookup(".output-more")).fire();
                    return area;
                });

        assertEquals(
                2 * ShownOutputs.MOST + 1, fx.call(() -> area.getChildrenUnmodifiable().size()));
        assertEquals(ShownOutputs.MOST, opened.get());
    }

    @Test
    void anotherOutputOfThousandsLeavesTheLastOnesTheirNodes(Fx fx) {
        show(fx, numbered(1000));
        var before = fx.call(() -> area.getChildrenUnmodifiable().getLast());

        show(fx, numbered(1001));

        int last = ShownOutputs.MOST;
        assertSame(before, fx.call(() -> area.getChildrenUnmodifiable().get(last - 1)));
        assertEquals("output 1000", words(fx).getLast());
    }

    @Test
    void whenAllOutputsAreOpenTheyAreInTheirOrder(Fx fx) {
        show(fx, numbered(70));

        fx.prepare(
                () -> {
                    ((Hyperlink) area.lookup(".output-more")).fire();
                    return area;
                });
        fx.settle();

        assertEquals(IntStream.range(0, 70).mapToObj(i -> "output " + i).toList(), words(fx));
    }

    private static CellOutputs numbered(int count) {
        var items = new ArrayList<CellOutput>();
        for (int i = 0; i < count; i++) {
            items.add(rich("text/plain", "output " + i));
        }
        return new CellOutputs(items, false);
    }

    @Test
    void aLongTracebackShowsItsEnd(Fx fx) {
        var frames = new ArrayList<String>();
        IntStream.range(0, 200).forEach(i -> frames.add("frame " + i));
        frames.add("RecursionError: too deep");

        show(fx, outputs(new CellOutput.Failed("RecursionError", "too deep", frames)));

        assertEquals("RecursionError: too deep", words(fx).getLast());
    }

    @Test
    void anOutputThatIsAllScriptSaysThatScriptsAreOff(Fx fx) {
        var html = "<div id='plot'></div><script>draw()</script>";

        show(fx, outputs(rich("text/html", html, "text/plain", "<IPython.core.display.HTML>")));

        var quiet = fx.call(() -> (Labeled) area.lookup(".output-quiet"));
        assertEquals(Texts.of("output").get("scriptsOff"), quiet.getText());
    }

    @Test
    void aParkedAreaHoldsNothing(Fx fx) {
        show(fx, outputs(rich("image/png", OutputSamples.PNG), stdout("x\n")));

        fx.run(area::parked);

        assertEquals(0, fx.call(() -> area.getChildrenUnmodifiable().size()));
    }

    @Test
    void namesOfRepresentationsAreShownAsWhatTheyAre(Fx fx) {
        show(fx, outputs(rich("x/<b>\u202e\u0007evil", "{}")));

        var quiet = fx.call(() -> area.lookup(".output-quiet"));
        assertTrue(quiet.toString().contains("x/<b>\ufffd\ufffdevil"), quiet.toString());
        assertNull(fx.call(() -> area.lookup(".strong")));
    }

    @Test
    void theGuessOfAHeightIsNearTheHeight(Fx fx) {
        var frame = "<table class='dataframe'>" + "<tr><th>0</th><td>1</td></tr>".repeat(8);
        var outputs =
                outputs(
                        stdout("line\n".repeat(12)),
                        rich("text/html", frame, "text/plain", ""),
                        rich("text/plain", "a\nb\nc"),
                        stdout("line\n".repeat(1000)));

        show(fx, outputs);

        double real = fx.call(() -> area.prefHeight(686));
        double guessed = OutputArea.estimatedHeight(outputs, 686);
        assertEquals(real, guessed, real * 0.15);
    }

    private void show(Fx fx, CellOutputs outputs) {
        fx.prepare(
                () -> {
                    area.show(outputs, context);
                    return area;
                });
        fx.settle();
    }

    private static CellOutput text(StreamText text) {
        return new CellOutput.Text(StreamName.STDOUT, text);
    }

    private ImageView imageView() {
        return (ImageView) area.lookup("ImageView");
    }

    private List<String> words(Fx fx) {
        return fx.call(this::wordsNow);
    }

    private List<String> wordsNow() {
        var found = new ArrayList<String>();
        collect(area, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            found.add(text.getText().strip());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
