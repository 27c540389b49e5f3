package org.wanglou.command.http;

import java.nio.file.Path;

/**
 * A file of a form, on disk. It is deleted when the call is answered; who needs it longer moves it.
 *
 * @param name as its sender calls it; nothing that may be used as a path
 */
public record SentFile(Path path, String name, long bytes) {}
