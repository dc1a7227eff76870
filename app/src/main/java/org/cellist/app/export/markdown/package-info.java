/// The Markdown that this program understands, for whoever parses it: CommonMark with GitHub's
/// tables, task lists, strikethrough, bare links, footnotes and alerts, and MyST's admonitions.
///
/// Start at [Dialect]. [AdmonitionParser] and [AlertFinder] make an [Admonition] of what the two
/// ways of writing one are; [AdmonitionRenderer] makes a quotation with a class of it, which reads
/// well where classes are taken away. Thread-safe.
@NullMarked
package org.cellist.app.export.markdown;

import org.jspecify.annotations.NullMarked;
