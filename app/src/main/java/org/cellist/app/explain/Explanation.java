package org.cellist.app.explain;

/// A problem in a person's words. Immutable.
///
/// @param happened what was found, one sentence
/// @param meaning what that means for the person
/// @param remedy what to do next
/// @param details for a report, such as the place in the file; may be empty
public record Explanation(String happened, String meaning, String remedy, String details) {

    /// All in one paragraph, for a line of text.
    public String inOneLine() {
        return (happened + " " + meaning + " " + remedy).strip();
    }
}
