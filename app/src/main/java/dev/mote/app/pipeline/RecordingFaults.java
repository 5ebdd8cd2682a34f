package dev.mote.app.pipeline;

import dev.mote.dataset.recording.Recording;
import dev.mote.device.fault.Faults;
import dev.mote.device.stream.SampleStream;
import dev.mote.device.sweep.FullScale;
import dev.mote.model.stream.StreamPlan;

/**
 * What is wrong with the devices that the persons of some recordings wear.
 *
 * @param seed of the faults' random numbers; every recording has others
 */
public record RecordingFaults(Faults faults, long seed) {
    SampleStream apply(Recording recording, SampleStream stream, StreamPlan plan) {
        return faults.list().isEmpty()
                ? stream
                : faults.apply(stream, FullScale.of(plan), Faults.seedOf(seed, name(recording)));
    }

    /** Tells recordings apart, wherever their files are. */
    public static String name(Recording recording) {
        String where = recording.where().replace('\\', '/');
        return recording.subject() + "/" + where.substring(where.lastIndexOf('/') + 1);
    }
}
