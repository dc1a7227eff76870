package org.cellist.app.ui.output;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.output.port.CodeColourer;
import org.cellist.app.ui.output.port.LinkOpener;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.port.OutputKit;
import org.cellist.app.ui.output.port.RemotePictures;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;

/// Outputs and contexts for tests.
public final class OutputSamples {

    /// A red picture of 2 by 2 pixels.
    public static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP8zwACTGCSAQANHQEDasKb6QAA"
                    + "AABJRU5ErkJggg==";

    private OutputSamples() {}

    /// A context that follows no links and fetches nothing.
    public static OutputContext context() {
        return new OutputContext(
                new OutputKit(new FxExecutor()),
                LinkOpener.NOWHERE,
                CodeColourer.PLAIN,
                RemotePictures.NONE,
                null);
    }

    /// A bundle of MIME types and texts, in turn.
    public static MimeBundle bundle(String... typesAndTexts) {
        Map<String, RawJson> data = new LinkedHashMap<>();
        for (int i = 0; i < typesAndTexts.length; i += 2) {
            data.put(typesAndTexts[i], RawJson.ofString(typesAndTexts[i + 1]));
        }
        return new MimeBundle(data, RawJson.EMPTY_OBJECT);
    }

    public static CellOutput rich(String... typesAndTexts) {
        return new CellOutput.Rich(bundle(typesAndTexts), false, null, null);
    }

    /// An output whose only representation is JSON.
    public static CellOutput json(String json) {
        try {
            var raw = RawJson.parse(json.getBytes(StandardCharsets.UTF_8));
            var bundle = new MimeBundle(Map.of("application/json", raw), RawJson.EMPTY_OBJECT);
            return new CellOutput.Rich(bundle, false, null, null);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    public static CellOutput stdout(String text) {
        return new CellOutput.Text(StreamName.STDOUT, StreamText.of(text));
    }

    public static CellOutputs outputs(CellOutput... outputs) {
        return new CellOutputs(List.of(outputs), false);
    }
}
