/// Outputs that need the layout of a browser: the one place with WebView.
///
/// Start at [BrowserView]. [Page] makes a page of foreign HTML that runs nothing and fetches
/// nothing; scripts are off besides, and the network is shut, see [NetworkGate]. [Browsers] keeps
/// the number of live views small. Not loaded before the first output that needs it. JavaFX
/// Application Thread, but what cleans is pure.
@NullMarked
package org.cellist.app.ui.output.html;

import org.jspecify.annotations.NullMarked;
