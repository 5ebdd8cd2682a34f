package dev.mote.app.studio.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Objects;

/** What a page says over its socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveRequest.Start.class, name = "start"),
    @JsonSubTypes.Type(value = LiveRequest.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = LiveRequest.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = LiveRequest.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = LiveRequest.Speed.class, name = "speed"),
    @JsonSubTypes.Type(value = LiveRequest.Change.class, name = "faults"),
    @JsonSubTypes.Type(value = LiveRequest.Samples.class, name = "samples")
})
sealed interface LiveRequest {
    List<Integer> SPEEDS = List.of(1, 2, 5, 10);
    int MOST_FAULTS = 16;
    int LONGEST_TEXT = 500;
    int MOST_SAMPLES = 200;
    /** Acceleration and angular rate, three axes each. */
    int VALUES = 6;

    /**
     * Begins a stream anew.
     *
     * @param model id
     * @param stream id
     * @param recording number
     * @param schedule of generated activities; may be absent
     * @param byTime whether the device gets the time of each sample
     * @param seed of faults and of what is generated; absent: that of the model's training
     */
    record Start(
            String model,
            String stream,
            int recording,
            String schedule,
            int speed,
            boolean byTime,
            List<String> faults,
            Long seed)
            implements LiveRequest {
        public Start {
            requireText("model", model);
            requireText("stream", stream);
            schedule = schedule == null ? "" : schedule.strip();
            requireText("schedule", schedule);
            requireSpeed(speed);
            faults = checkedFaults(faults);
        }
    }

    /** The stream stands still. */
    record Pause() implements LiveRequest {}

    /** It goes on. */
    record Resume() implements LiveRequest {}

    /** It ends. */
    record Stop() implements LiveRequest {}

    /** @param speed 1: as time goes */
    record Speed(int speed) implements LiveRequest {
        public Speed {
            requireSpeed(speed);
        }
    }

    /** From now on these faults. @param seed absent: as it was */
    record Change(List<String> faults, Long seed) implements LiveRequest {
        public Change {
            faults = checkedFaults(faults);
        }
    }

    /**
     * Of the page's own sensor.
     *
     * @param micros times, by the page's clock
     * @param values six a sample, as {@link dev.mote.device.stream.MotionSensor#CHANNELS}; null where there is no sensor
     * @param label what its owner does meanwhile; absent if unknown
     */
    record Samples(List<Long> micros, List<Float> values, String label) implements LiveRequest {
        public Samples {
            if (micros == null
                    || values == null
                    || micros.size() > MOST_SAMPLES
                    || micros.stream().anyMatch(Objects::isNull)
                    || values.size() != VALUES * micros.size()) {
                throw new BadInputException(
                        "samples: expected up to " + MOST_SAMPLES + " times and " + VALUES + " values for each");
            }
            label = label == null ? "" : label;
            requireText("label", label);
        }
    }

    private static void requireText(String name, String text) {
        if (text == null || text.length() > LONGEST_TEXT) {
            throw new BadInputException(name + ": expected a text of up to " + LONGEST_TEXT + " characters");
        }
    }

    private static void requireSpeed(int speed) {
        if (!SPEEDS.contains(speed)) {
            throw new BadInputException("speed " + speed + ": expected 1, 2, 5 or 10");
        }
    }

    private static List<String> checkedFaults(List<String> faults) {
        if (faults == null) {
            return List.of();
        }
        if (faults.size() > MOST_FAULTS) {
            throw new BadInputException(faults.size() + " faults: expected up to " + MOST_FAULTS);
        }
        faults.forEach(fault -> requireText("fault", fault));
        return List.copyOf(faults);
    }
}
