package io.riskloom.app.session;

import java.nio.file.Path;

/**
 * A file that was opened in this project before.
 *
 * @param missing whether it was not there when last looked for
 */
public record RecentFile(Path file, boolean missing) {}
