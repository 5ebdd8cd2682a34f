package dev.mote.model.frontend;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mote.model.frontend.arithmetic.FrontEndFormats;
import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From a window of sensor counts [windowLength, channels], int16, to the input of the network: series stages, then features, if any.
 * A count stands for count * fullScale / 32768. What comes out are integers with a scale: {@link SignalProgram#outputs}.
 *
 * @param rateHertz samples a second
 * @param windowLength samples of a window: 1 to 1024
 * @param stride samples from one window to the next: 1 to windowLength
 * @param fullScale of each channel of the sensor, in the channel's unit
 * @param stages series stages first
 */
public record SignalFrontEnd(double rateHertz, int windowLength, int stride, List<Float> fullScale, List<Stage> stages)
        implements FrontEnd {
    /** Of physical numbers: larger ones were not meant. */
    public static final float LARGEST = 0x1p60f;

    public static final float SMALLEST = 0x1p-60f;

    /** That full scale stands for. */
    static final int COUNTS = 32_768;

    public static final int MOST_CHANNELS = 256;
    private static final int MOST_STAGES = 32;

    public SignalFrontEnd {
        fullScale = List.copyOf(fullScale);
        stages = List.copyOf(stages);
        if (!(rateHertz >= SMALLEST && rateHertz <= LARGEST)) {
            throw new IllegalArgumentException("rate " + rateHertz + " Hz, expected a number above 0");
        }
        requireCount("samples of a window", windowLength, FrontEndFormats.MOST_ROWS);
        requireCount("samples from window to window", stride, windowLength);
        requireCount("channels", fullScale.size(), MOST_CHANNELS);
        if (stages.size() > MOST_STAGES) {
            throw new IllegalArgumentException(stages.size() + " stages, expected at most " + MOST_STAGES);
        }
        for (float channel : fullScale) {
            if (!(channel >= SMALLEST && channel <= LARGEST)) {
                throw new IllegalArgumentException("full scale " + channel + ", expected a number above 0");
            }
        }
        LowerStages.of(rateHertz, windowLength, fullScale, stages, numbers(fullScale.size()));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static void requireCount(String what, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(count + " " + what + ", expected 1 to " + most);
        }
    }

    /** Channels of the sensor. */
    @JsonIgnore
    public int channels() {
        return fullScale.size();
    }

    /** Of the network's input, without a batch dimension: [windowLength, channels], or [features]. */
    @JsonIgnore
    public Shape outputShape() {
        return program().outputShape();
    }

    /** In integers. */
    public SignalProgram program() {
        return program(List.of());
    }

    /** @param names of the sensor's channels, for the names of outputs; where there are none, channels are numbered */
    public SignalProgram program(List<String> names) {
        List<String> known = names.size() == channels() ? names : numbers(channels());
        return LowerStages.of(rateHertz, windowLength, fullScale, stages, known);
    }

    /** Sensor counts of a physical value, saturated at full scale; {@code physical} is no NaN. */
    public short counts(int channel, double physical) {
        double counts = Math.floor(physical * COUNTS / fullScale.get(channel) + 0.5);
        return (short) Math.clamp(counts, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
