package dev.mote.app.studio.runs;

import dev.mote.device.stream.RecordingSurvey;
import java.util.Optional;

/**
 * What is known of an upload; the file {@code upload.json} beside it. The components are the JSON keys.
 *
 * @param id by which requests name it, and the name of its folder
 * @param label for people, cleaned
 * @param uploaded when, as {@code 2026-11-22T05:00:00Z}
 * @param recording of CSV
 */
public record UploadEntry(
        String id, String label, UploadKind kind, long bytes, String uploaded, Optional<RecordingSurvey> recording) {}
