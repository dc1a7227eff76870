package org.cellist.app;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.kernel.ColabRequests;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// Asks in the notebooks of a machine of Colab's whether it may have a person's Drive or account.
///
/// @param browser opens the page where Google asks the same
/// @param turn one question at a time: two kernels of a machine may ask
///
/// Thread-safe. Its methods block until the person answers.
record AccessQuestions(SessionDocuments documents, Executor fx, Consumer<URI> browser, Lock turn)
        implements ColabRequests.Asker {

    @Override
    public boolean mayGrant(ServerAddress server, ColabAccess access) throws InterruptedException {
        return answer(server, access, false);
    }

    @Override
    public boolean hasAgreed(ServerAddress server, ColabAccess access, URI page)
            throws InterruptedException {
        browser.accept(page);
        return answer(server, access, true);
    }

    private boolean answer(ServerAddress server, ColabAccess access, boolean isInBrowser)
            throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return answerInTurn(server, access, isInBrowser);
        } finally {
            turn.unlock();
        }
    }

    private boolean answerInTurn(ServerAddress server, ColabAccess access, boolean isInBrowser)
            throws InterruptedException {
        var answer = new CompletableFuture<Boolean>();
        fx.execute(() -> documents.askAccess(server, access, isInBrowser, answer::complete));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it so", e);
        } finally {
            fx.execute(() -> documents.accessSettled(server));
        }
    }
}
