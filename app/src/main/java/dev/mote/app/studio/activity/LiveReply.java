package dev.mote.app.studio.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the studio says over a socket. Times are in microseconds since the start of the stream. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveReply.Started.class, name = "started"),
    @JsonSubTypes.Type(value = LiveReply.Tick.class, name = "tick"),
    @JsonSubTypes.Type(value = LiveReply.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = LiveReply.Trouble.class, name = "problem"),
    @JsonSubTypes.Type(value = LiveReply.Refused.class, name = "refused")
})
sealed interface LiveReply {
    /**
     * The stream is open.
     *
     * @param units of the channels
     * @param fullScale of the channels
     * @param window samples
     * @param stride samples
     * @param toleranceSeconds between the begin of an event and the begin in truth
     * @param hasFloat whether the float model runs beside
     * @param notes for the user, a sentence each
     */
    record Started(
            String model,
            String stream,
            boolean synthetic,
            List<String> labels,
            List<String> channels,
            List<String> units,
            List<Float> fullScale,
            double rateHertz,
            int window,
            int stride,
            double toleranceSeconds,
            boolean hasFloat,
            long seed,
            List<String> notes)
            implements LiveReply {}

    /**
     * What happened since the last one.
     *
     * @param at how far the stream is
     * @param times of the samples that the device got
     * @param values of these, all channels of one after the other
     * @param every 1 if all samples are told; else how many lie between two that are told, for the picture's sake
     * @param cleanTimes of the samples before the faults; none where there are no faults
     * @param cleanValues of these
     * @param totals from time to time
     */
    record Tick(
            long at,
            List<Long> times,
            List<Float> values,
            int every,
            List<Long> cleanTimes,
            List<Float> cleanValues,
            List<Truth> truth,
            List<Window> windows,
            List<Event> int8Events,
            List<Event> floatEvents,
            Optional<Totals> totals)
            implements LiveReply {}

    /** The stream is over. */
    record Ended(Totals totals) implements LiveReply {}

    /** Something could not be done; all else goes on. */
    record Trouble(String error) implements LiveReply {}

    /** The socket will be closed. */
    record Refused(String error) implements LiveReply {}

    /** From this moment on the truth is {@code label}: negative if it is not known, or no class of the model. */
    record Truth(long at, int label) {}

    /** A window of both models. @param truth negative if unknown @param label after post-processing */
    record Window(
            long at,
            int truth,
            int best,
            int label,
            List<Float> scores,
            Optional<Integer> floatBest,
            List<Float> floatScores) {}

    /** The label of the stream changes. @param begin when it began @param at when it was told */
    record Event(int label, long begin, long at) {}

    /**
     * So far.
     *
     * @param measured samples of the sensor, before the faults
     * @param samples that the device got
     * @param lost samples of the page's sensor for which there was no room
     * @param waitedSeconds that the stream stood still because studio or page could not keep up
     * @param sameWindows for which int8 and float tell the same class
     */
    record Totals(
            long measured,
            long samples,
            long lost,
            double waitedSeconds,
            Map<String, Long> defects,
            Side int8,
            @JsonProperty("float") Optional<Side> real,
            long sameWindows) {}

    /**
     * Of one model.
     *
     * @param scored windows with a known truth
     * @param right of these
     * @param events changes of the label to a class
     * @param truthEvents in truth
     * @param found of these
     */
    record Side(long windows, long scored, long right, long events, long truthEvents, long found, long falseAlarms) {}
}
