package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.stream.PostProcessing;
import dev.mote.model.stream.StreamEvent;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code <name>_stream.h} and {@code .c}: samples in, events out, for models with a front end of signals. */
final class StreamFiles {
    /** On a core with words of 32 bits. */
    private static final int PARAMETER_BYTES = 24 + 28;

    private static final int STATE_BYTES = 56;
    private static final int POINTER_BYTES = 4;

    private final String name;
    private final String macro;
    private final Graph graph;
    private final StreamPlan plan;
    private final boolean hasState;

    private StreamFiles(String name, Graph graph, StreamPlan plan, boolean hasState) {
        this.name = name;
        this.macro = name.toUpperCase(Locale.ROOT);
        this.graph = graph;
        this.plan = plan;
        this.hasState = hasState;
    }

    /** None for a model that has no front end of signals, or whose outputs are no classes. */
    static Optional<StreamFiles> of(String name, Graph graph, MemoryPlan memory) {
        return graph.card().frontEnd().isPresent() && StreamPlan.isPossible(graph)
                ? Optional.of(new StreamFiles(name, graph, StreamPlan.of(new Int8Model(graph)), memory.hasState()))
                : Optional.empty();
    }

    Set<Kernel> kernels() {
        return EnumSet.of(Kernel.STREAM_PUSH, Kernel.STREAM_TIME, Kernel.STREAM_LABEL, Kernel.STREAM_DRAW);
    }

    /** Of the functions that are generated. */
    int callCount() {
        return 16;
    }

    long parameterBytes() {
        return PARAMETER_BYTES;
    }

    /** Size of the context on a core with words of 32 bits. */
    int contextBytes() {
        PostProcessing post = plan.postProcessing();
        int numbers = (plan.windowLength() + 1) * plan.channelCount() + post.majority();
        int bytes = POINTER_BYTES + STATE_BYTES + 2 * numbers + post.average() * plan.outputs();
        return (bytes + POINTER_BYTES - 1) & -POINTER_BYTES;
    }

    SortedMap<String, String> files(Stamp stamp) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(name + "_stream.h", stamp.brief("streams, what to call") + header());
        files.put(name + "_stream.c", stamp.brief("streams, from samples to events") + source());
        return files;
    }

    private String header() {
        return """
                #ifndef %2$s_STREAM_H
                #define %2$s_STREAM_H

                #include "%1$s_front_end.h"
                #include "mote_stream.h"

                /* %3$s samples a second; microseconds without a sample that %1$s_push_at still bridges. */
                #define %2$s_INTERVAL_US %4$d
                #define %2$s_MAX_GAP_US %5$d
                /* The most events of one %1$s_push_at. */
                #define %2$s_EVENTS %6$d

                /* The label has changed: at, begin and previous_begin count samples since the start, those of
                 * gaps included; label and previous are classes, or MOTE_UNKNOWN. */
                typedef mote_stream_event %1$s_event;

                /* A stream: the caller's memory. Several streams may run, each with its own; they may share the
                 * arena%7$s. Read only its counters: state.gaps, state.repeated, state.backward. */
                typedef struct {
                    void *arena;
                    mote_stream_state state;
                    int16_t window[%2$s_WINDOW_LENGTH * %2$s_CHANNELS];
                    int16_t last[%2$s_CHANNELS];
                    int16_t votes[%8$d];
                    int8_t scores[%9$d * %2$s_OUTPUT_LEN];
                } %1$s_context;

                #ifdef __cplusplus
                extern "C" {
                #endif

                /* Starts a stream, or starts it anew. arena: %2$s_ARENA_BYTES, aligned to 16; it is used while a
                 * function below runs and may serve something else between. 0, or a negative MOTE_E... */
                int32_t %1$s_start(%1$s_context *context, void *arena);

                /* The next sample, of a stream with exactly %3$s samples a second: 1 if the label changed, which
                 * event then tells, 0 if not, or a negative MOTE_E... Every %10$d samples it runs the model. */
                int32_t %1$s_push(%1$s_context *context, const int16_t sample[%2$s_CHANNELS],
                        %1$s_event *event);

                /* As %1$s_push, of a stream with any rate. time_us: of the sample, wraps at 2^32. Straight lines
                 * between samples; a sample with the time of the one before, or an earlier one, is dropped and
                 * counted; after a gap longer than MAX_GAP_US a new window begins, and a gap as long as a window
                 * ends the label. events: room for %2$s_EVENTS. How many there were, or a negative MOTE_E... */
                int32_t %1$s_push_at(%1$s_context *context, uint32_t time_us,
                        const int16_t sample[%2$s_CHANNELS], %1$s_event *events);

                /* The end of the stream: 1 if there was a label, which ends here, else 0, or a negative
                 * MOTE_E... Call %1$s_start before the next stream. */
                int32_t %1$s_flush(%1$s_context *context, %1$s_event *event);

                /* What the model said about the last window, %2$s_OUTPUT_LEN scores; not before the first one
                 * after the start or a gap. */
                const int8_t *%1$s_scores(const %1$s_context *context);

                /* Checks this build on this device against a stream of the Mote simulator: 0, or 1 + index of the
                 * first wrong event, or a negative MOTE_E... It starts the context anew. */
                int32_t %1$s_stream_self_test(%1$s_context *context, void *arena);

                #ifdef __cplusplus
                }
                #endif

                %11$s
                #endif
                """.formatted(
                        name,
                        macro,
                        CText.rounded(plan.rateHertz()),
                        interval(),
                        plan.maxGapMicros(),
                        plan.mostEvents(),
                        hasState ? ", since each window starts with the model's state reset" : "",
                        plan.postProcessing().majority(),
                        plan.postProcessing().average(),
                        plan.stride(),
                        counts());
    }

    private long interval() {
        return plan.interval() / StreamPlan.INTERVAL_UNITS;
    }

    private String counts() {
        String fullScale = plan.fullScale().stream().map(CText::number).collect(Collectors.joining(", "));
        return """
                /* Counts for a real number, in the unit of the channel [0, %2$s_CHANNELS): nearest, a half up,
                 * saturated at full scale. For sensors that give no counts; not a number gives -32768. */
                static inline int16_t %1$s_counts(int32_t channel, float real) {
                    static const float full_scale[%2$s_CHANNELS] = {%3$s};
                    const float counts = real * 32768.0f / full_scale[channel];
                    if (!(counts > -32768.0f)) {
                        return INT16_MIN;
                    }
                    if (counts >= 32767.0f) {
                        return INT16_MAX;
                    }
                    const int32_t whole = (int32_t)counts;
                    const float rest = counts - (float)whole;
                    return (int16_t)(whole + (rest >= 0.5f ? 1 : rest < -0.5f ? -1 : 0));
                }
                """.formatted(name, macro, fullScale);
    }

    private String source() {
        return """
                #include "%1$s_stream.h"

                #include <stddef.h>

                #if MOTE_RUNTIME_API != %2$d
                #error "%1$s_stream.c needs Mote runtime API %2$d: \\
                take the mote_*.[ch] files that were written with it, or write both again with mote codegen"
                #endif

                """.formatted(name, Codegen.RUNTIME_API) + parameters() + functions() + selfTest();
    }

    private String parameters() {
        PostProcessing post = plan.postProcessing();
        return """
                /* Windows and times. */
                static MOTE_CONST mote_stream_params %1$s_stream_params = {
                    .window_length = %3$d,
                    .stride = %4$d,
                    .channels = %5$d,
                    .interval = %6$d,
                    .interval_fraction = %7$d,
                    .max_gap = %8$d,
                };

                /* From scores to labels: average %9$d, threshold %10$s, leave %11$s, majority %12$d, minimum %13$d. */
                static MOTE_CONST mote_stream_label_params %1$s_label_params = {
                    .outputs = %14$d,
                    .zero_point = %15$d,
                    .one = %16$d,
                    .enter = %17$d,
                    .leave = %18$d,
                    .average = %9$d,
                    .majority = %12$d,
                    .minimum = %13$d,
                    .stride = %4$d,
                    .lead = %19$d,
                };

                """.formatted(
                        name,
                        macro,
                        plan.windowLength(),
                        plan.stride(),
                        plan.channelCount(),
                        interval(),
                        plan.interval() % StreamPlan.INTERVAL_UNITS,
                        plan.maxGapMicros(),
                        post.average(),
                        CText.rounded(post.threshold()),
                        CText.rounded(post.leave()),
                        post.majority(),
                        post.minimum(),
                        plan.outputs(),
                        plan.scores().zeroPoint(),
                        plan.one(),
                        plan.enter(),
                        plan.leave(),
                        plan.lead());
    }

    private String functions() {
        return """
                int32_t %1$s_start(%1$s_context *context, void *arena) {
                    if (context == NULL || arena == NULL) {
                        return MOTE_ENULL;
                    }
                    if ((uintptr_t)arena %% MOTE_ARENA_ALIGNMENT != 0) {
                        return MOTE_EALIGN;
                    }
                    context->arena = arena;
                    mote_stream_start(&context->state);
                    return MOTE_OK;
                }

                /* Runs the model where the window is full: 1 for an event, 0, or a negative MOTE_E... */
                static int32_t decide(%1$s_context *context, %1$s_event *event) {
                    if (context->state.fill < %2$s_WINDOW_LENGTH) {
                        return 0;
                    }
                    int8_t *const input = %1$s_input(context->arena);
                    int8_t *const scores =
                            mote_stream_scores(&%1$s_label_params, &context->state, context->scores);
                %3$s    int32_t error = %1$s_front_end(context->arena, context->window, input);
                    if (error == MOTE_OK) {
                        error = %1$s_run(context->arena, input, scores);
                    }
                    mote_stream_slide(&%1$s_stream_params, &context->state, context->window);
                    return error != MOTE_OK ? error
                                            : mote_stream_label(&%1$s_label_params, &context->state,
                                                      context->scores, context->votes, event);
                }

                int32_t %1$s_push(%1$s_context *context, const int16_t sample[%2$s_CHANNELS],
                        %1$s_event *event) {
                    if (context == NULL || sample == NULL || event == NULL) {
                        return MOTE_ENULL;
                    }
                    mote_stream_push(&%1$s_stream_params, &context->state, sample, context->window);
                    return decide(context, event);
                }

                int32_t %1$s_push_at(%1$s_context *context, uint32_t time_us,
                        const int16_t sample[%2$s_CHANNELS], %1$s_event *events) {
                    if (context == NULL || sample == NULL || events == NULL) {
                        return MOTE_ENULL;
                    }
                    int32_t count =
                            mote_stream_time(&%1$s_stream_params, &context->state, time_us, &events[0]);
                    while (mote_stream_next(&%1$s_stream_params, &context->state, sample, context->last,
                            context->window)) {
                        const int32_t found = decide(context, &events[count]);
                        if (found < 0) {
                            return found;
                        }
                        count += found;
                    }
                    return count;
                }

                int32_t %1$s_flush(%1$s_context *context, %1$s_event *event) {
                    if (context == NULL || event == NULL) {
                        return MOTE_ENULL;
                    }
                    return mote_stream_end(&context->state, context->state.position, event);
                }

                const int8_t *%1$s_scores(const %1$s_context *context) {
                    const int32_t at = context->state.scored_at;
                    return context->scores
                            + (at > 0 ? at - 1 : %4$d) * %2$s_OUTPUT_LEN;
                }

                """.formatted(
                        name,
                        macro,
                        hasState ? "    " + name + "_reset(context->arena);\n" : "",
                        plan.postProcessing().average() - 1);
    }

    private String selfTest() {
        StreamTest test = StreamTest.choose(StreamModel.of(new Int8Model(graph)));
        String events = test.events().stream().map(StreamFiles::initializer).collect(Collectors.joining());
        return """
                int32_t %1$s_stream_self_test(%1$s_context *context, void *arena) {
                    /* at, begin, previous_begin, label, previous */
                    static MOTE_CONST mote_stream_event expected[%3$d] = {
                %4$s    };
                    const int32_t error = %1$s_start(context, arena);
                    if (error != MOTE_OK) {
                        return error;
                    }
                    mote_stream_drawing drawing = {UINT32_C(0x%5$08x), 0, UINT32_C(0x%6$08x), 0};
                    int32_t known = 0;
                    for (int32_t i = 0; i <= %7$d; i++) {
                        int16_t sample[%2$s_CHANNELS];
                        %1$s_event events[%2$s_EVENTS];
                        int32_t count;
                        if (i < %7$d) {
                            const uint32_t time = mote_stream_draw(&%1$s_stream_params, &drawing, sample);
                            count = %1$s_push_at(context, time, sample, events);
                        } else {
                            count = %1$s_flush(context, events);
                        }
                        if (count < 0) {
                            return count;
                        }
                        for (int32_t k = 0; k < count; k++, known++) {
                            if (known >= %8$d || events[k].at != expected[known].at
                                    || events[k].begin != expected[known].begin
                                    || events[k].previous_begin != expected[known].previous_begin
                                    || events[k].label != expected[known].label
                                    || events[k].previous != expected[known].previous) {
                                return 1 + known;
                            }
                        }
                    }
                    return known == %8$d ? MOTE_OK : 1 + known;
                }
                """.formatted(
                        name,
                        macro,
                        Math.max(1, test.events().size()),
                        events.isEmpty() ? "        {0, 0, 0, 0, 0}, /* none is expected */\n" : events,
                        test.seed(),
                        StreamTest.START,
                        test.samples(),
                        test.events().size());
    }

    /** Places of the device have 32 bits. */
    private static String initializer(StreamEvent event) {
        return "        {%s, %s, %s, %d, %d},\n"
                .formatted(
                        Integer.toUnsignedString((int) event.at()),
                        Integer.toUnsignedString((int) event.begin()),
                        Integer.toUnsignedString((int) event.previousBegin()),
                        event.label(),
                        event.previous());
    }
}
