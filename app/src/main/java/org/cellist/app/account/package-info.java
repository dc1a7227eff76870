/// A person's account at Google: signing in with their own OAuth client, or with what `gcloud` has
/// signed in to; tokens for those who ask services in its name.
///
/// Start at [GoogleAccount]. No JavaFX. Thread-safe; what asks the network blocks. See
/// docs/decisions/0119.
@NullMarked
package org.cellist.app.account;

import org.jspecify.annotations.NullMarked;
