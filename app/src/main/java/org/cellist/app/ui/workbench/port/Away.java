package org.cellist.app.ui.workbench.port;

/// A document whose file lies on another machine: what is open is a copy, which is sent back when
/// it is saved.
///
/// Confined to the JavaFX Application Thread.
public interface Away {

    /// What its machine or server is called.
    String place();

    /// Its path there.
    String path();

    /// Sends what is saved here, unless the file was changed there.
    void send();

    /// Sends what is saved here over what was changed there.
    void overwrite();

    /// Sends what is saved here under another name, and takes what is there.
    void keepBoth();

    /// Takes what is there in place of what is here; an undo brings that back.
    void takeTheirs();
}
