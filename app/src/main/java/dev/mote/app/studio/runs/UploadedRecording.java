package dev.mote.app.studio.runs;

import dev.mote.device.stream.RecordingSurvey;
import java.nio.file.Path;

/**
 * An uploaded recording, which a stream can be made of.
 *
 * @param id by which requests name it
 * @param label for people, cleaned
 * @param file CSV, in the workspace
 * @param survey channels, units, rate, rows, classes
 */
public record UploadedRecording(String id, String label, Path file, RecordingSurvey survey) {}
