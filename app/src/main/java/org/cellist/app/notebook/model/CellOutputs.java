package org.cellist.app.notebook.model;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ClearOutput;
import org.cellist.kernel.protocol.IopubContent.CommClose;
import org.cellist.kernel.protocol.IopubContent.CommMsg;
import org.cellist.kernel.protocol.IopubContent.CommOpen;
import org.cellist.kernel.protocol.IopubContent.DebugEvent;
import org.cellist.kernel.protocol.IopubContent.DisplayData;
import org.cellist.kernel.protocol.IopubContent.ExecuteInput;
import org.cellist.kernel.protocol.IopubContent.ExecuteResult;
import org.cellist.kernel.protocol.IopubContent.IopubWelcome;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.IopubContent.ShutdownNotice;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.IopubContent.Unknown;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;

/// The outputs of one code cell, in order. Adding one costs the same however many there are.
///
/// Immutable.
///
/// @param clearsOnNext a `clear_output` with `wait` is pending: the next output replaces these
public record CellOutputs(List<CellOutput> items, boolean clearsOnNext) {

    /// No output.
    public static final CellOutputs NONE = new CellOutputs(List.of(), false);

    public CellOutputs {
        items = items instanceof OutputList ? items : List.copyOf(items);
    }

    /// Returns the outputs after one more iopub message of this cell's request.
    ///
    /// Neighbouring texts of one stream become one output, as `nbclient` and JupyterLab do it.
    public CellOutputs after(IopubContent content) {
        return switch (content) {
            case Stream(var name, var text) -> plusText(name, text);
            case DisplayData(var data, var displayId) ->
                    plus(new Rich(data, false, null, displayId));
            case ExecuteResult(var count, var data, var displayId) ->
                    plus(new Rich(data, true, count, displayId));
            case UpdateDisplayData(var data, var displayId) -> updated(displayId, data);
            case KernelError(var ename, var evalue, var traceback) ->
                    plus(new Failed(ename, evalue, traceback));
            case ClearOutput(var waitForNext) -> waitForNext ? new CellOutputs(items, true) : NONE;
            case ExecuteInput _, Status _, DebugEvent _, IopubWelcome _ -> this;
            case CommOpen _, CommMsg _, CommClose _, ShutdownNotice _, Unknown _ -> this;
        };
    }

    /// Returns these outputs with new contents wherever that display id is shown; `this` when it
    /// is not. What is an `execute_result` stays one.
    public CellOutputs updated(DisplayId displayId, MimeBundle data) {
        if (items.stream().noneMatch(output -> isShownAs(output, displayId))) {
            return this;
        }
        var changed = new ArrayList<CellOutput>(items.size());
        for (var output : items) {
            changed.add(
                    output instanceof Rich(_, var isResult, var count, var id)
                                    && displayId.equals(id)
                            ? new Rich(data, isResult, count, id)
                            : output);
        }
        return new CellOutputs(changed, clearsOnNext);
    }

    private static boolean isShownAs(CellOutput output, DisplayId displayId) {
        return output instanceof Rich rich && displayId.equals(rich.displayId());
    }

    private CellOutputs plusText(StreamName name, String text) {
        if (!clearsOnNext
                && !items.isEmpty()
                && items.getLast() instanceof Text(var lastName, var before)
                && lastName.equals(name)) {
            var merged = new Text(name, before.plus(text));
            return new CellOutputs(OutputList.withLast(items, merged), false);
        }
        return plus(new Text(name, StreamText.of(text)));
    }

    private CellOutputs plus(CellOutput output) {
        var before = clearsOnNext ? List.<CellOutput>of() : items;
        return new CellOutputs(OutputList.plus(before, output), false);
    }
}
