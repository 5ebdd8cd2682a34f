package dev.mote.device.stream;

/**
 * What a sensor tells at one moment.
 *
 * @param micros time since the start of the stream, in microseconds
 * @param values physical, finite, flat: one a channel of a signal, all pixels of an image. Whoever makes another sample of it copies them
 * @param label index into the stream's labels; {@link #NO_LABEL} where the truth is not known; {@link #OTHER_LABEL} for none of them
 * @param stretch number of the uninterrupted piece of recording that the sample is from; a device starts anew with each
 */
public record TimedSample(long micros, float[] values, int label, int stretch) {
    public static final int NO_LABEL = -1;
    /** The truth is a class that the model was not trained on. */
    public static final int OTHER_LABEL = -2;

    /** Of a stream that is never interrupted. */
    public TimedSample(long micros, float[] values, int label) {
        this(micros, values, label, 0);
    }

    /** The same moment with other values. */
    public TimedSample withValues(float[] newValues) {
        return new TimedSample(micros, newValues, label, stretch);
    }

    /** The same values at another time. */
    public TimedSample withMicros(long newMicros) {
        return new TimedSample(newMicros, values, label, stretch);
    }
}
