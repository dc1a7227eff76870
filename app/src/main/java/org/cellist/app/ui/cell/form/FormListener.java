package org.cellist.app.ui.cell.form;

import org.cellist.app.notebook.form.Parameter;

/// Hears what a person does in a form.
///
/// Confined to the JavaFX Application Thread.
public interface FormListener {

    /// A variable gets another value.
    ///
    /// @param parameter as it was read last
    /// @param literal what is to stand in the source in place of the present value
    void valueGiven(Parameter parameter, String literal);

    /// The person is done with a control, whether or not it was used: a slider was let go, a text
    /// was left.
    void valuesDone();

    /// The code is to be hidden, or shown again.
    void codeToggled();

    /// Keys go to a control. May be told again.
    void entered();

    /// That part of the form has the keys now and is to be seen.
    ///
    /// @param top of the part, in pixels from the top of the form
    void reveal(double top, double bottom);

    /// Keys are to go back to the page.
    void escapePressed();
}
