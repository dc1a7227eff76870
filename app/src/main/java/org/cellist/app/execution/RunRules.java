package org.cellist.app.execution;

import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.cellist.kernel.protocol.Request.ExecuteRequest;

/// What the requests of one queue say, and which errors stop it.
///
/// Confined to the notebook's owner.
final class RunRules {

    private final NotebookStore store;
    private final SharedKernel kernel;
    private boolean allowsInput = true;
    private boolean goesOnAfterErrors;

    RunRules(NotebookStore store, SharedKernel kernel) {
        this.store = store;
        this.kernel = kernel;
    }

    void refuseInput() {
        allowsInput = false;
    }

    void goOnAfterErrors() {
        goesOnAfterErrors = true;
    }

    /// Returns the request. After an error a kernel that was told to stop aborts for a moment
    /// whatever comes: with several queues that may be a cell that the error does not concern.
    ExecuteRequest request(CellId cell, String code) {
        var request = ExecuteRequest.of(code);
        var answered = allowsInput ? request : request.withoutInput();
        boolean stopsKernel = stopsAfterErrors(cell) && !kernel.isShared();
        return stopsKernel ? answered : answered.withoutStop();
    }

    boolean goesOnAfter(CellId cell, ExecuteReply reply) {
        return reply.status() instanceof Status.Ok || !stopsAfterErrors(cell);
    }

    boolean stopsAfterErrors(CellId cell) {
        return !goesOnAfterErrors
                && store.notebook().cell(cell).filter(MayFail::isTagged).isEmpty();
    }
}
