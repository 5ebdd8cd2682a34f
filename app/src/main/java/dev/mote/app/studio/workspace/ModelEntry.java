package dev.mote.app.studio.workspace;

import java.nio.file.Path;

/**
 * A model file of the workspace.
 *
 * @param id by which requests name it; no path
 * @param name of the file
 * @param file where it is
 */
public record ModelEntry(String id, String name, Path file) {}
