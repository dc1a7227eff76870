package org.cellist.app.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who follows a session, and what they were told last of its file.
///
/// Confined to the notebook's owner.
final class SessionFollowers {

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private SaveState saveState = new SaveState.Saved();

    void add(SessionListener listener) {
        listeners.add(listener);
    }

    void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    SaveState saveState() {
        return saveState;
    }

    /// That the last attempt failed stays said until one does not.
    void tellUnlessFailed(SaveState state) {
        if (!(saveState instanceof SaveState.Failed)) {
            tell(state);
        }
    }

    void tell(SaveState state) {
        if (!state.equals(saveState)) {
            saveState = state;
            listeners.forEach(each -> each.saveStateChanged(state));
        }
    }

    /// Tells the same once more, since something else about the file is another.
    void tellAgain() {
        listeners.forEach(each -> each.saveStateChanged(saveState));
    }

    void tell(ScratchSession scratch) {
        listeners.forEach(each -> each.scratchBegan(scratch));
    }

    void tell(KernelState state) {
        listeners.forEach(each -> each.kernelStateChanged(state));
    }
}
