package dev.mote.app.pipeline;

import dev.mote.device.board.StreamBenchResult;

/** What {@code mote bench --stream} prints; the components are the JSON keys. */
public record StreamBenchReport(
        String model,
        String board,
        String core,
        boolean exact,
        String opt,
        String unit,
        String stream,
        int samples,
        double seconds,
        long windows,
        int events,
        int mismatches,
        long instructionsPerPush,
        long instructionsPerWindow,
        long longestWindow,
        long contextBytes,
        long arenaBytes) {

    public static StreamBenchReport of(String model, String stream, StreamBenchResult result) {
        return new StreamBenchReport(
                model,
                result.board().option(),
                result.board().core().title(),
                result.exact(),
                result.goal().option(),
                result.unit(),
                stream,
                result.samples(),
                result.seconds(),
                result.windows(),
                result.events(),
                result.mismatches(),
                result.instructionsPerPush(),
                result.instructionsPerWindow(),
                result.longestWindow(),
                result.contextBytes(),
                result.arenaBytes());
    }
}
